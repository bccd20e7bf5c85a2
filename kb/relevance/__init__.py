"""Does search find what people meant?"""
