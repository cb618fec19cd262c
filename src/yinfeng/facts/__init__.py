"""Mentions → Facts: one pattern a file, listed in order in PATTERNS."""
