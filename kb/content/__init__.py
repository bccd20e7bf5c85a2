"""What did the author write, and is it in order?"""
