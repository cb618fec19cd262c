"""Figures of a place and a period: name, value, growth, whose it is."""
