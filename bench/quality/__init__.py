"""Labelled articles, and how the reader does on them."""
