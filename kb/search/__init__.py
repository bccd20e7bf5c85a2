"""What may be asked, and what is an answer?"""
