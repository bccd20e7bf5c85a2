"""How does the staff use it?"""
