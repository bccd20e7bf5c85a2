"""What should the author mend?"""
