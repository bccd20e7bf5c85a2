"""Which provision is meant, and was it in force?"""
