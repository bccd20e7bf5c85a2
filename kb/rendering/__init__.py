"""How does it read as a page?"""
