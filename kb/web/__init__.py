"""How does a reader meet it?"""
