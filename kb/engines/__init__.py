"""Who keeps the documents, and finds them again?"""
