"""MITT LIV kunnskapsbase: the knowledge base that Norwegian child welfare reaches for first."""

__version__ = "0.1.0"
