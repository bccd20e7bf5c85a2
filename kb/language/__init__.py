"""When are two words the same word?"""
