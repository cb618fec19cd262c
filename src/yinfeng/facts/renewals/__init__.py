"""Blocks to be cleared or renewed, and their figures."""
