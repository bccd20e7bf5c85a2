"""Keeps the documents on disk with Whoosh, which nothing else in the house knows."""
