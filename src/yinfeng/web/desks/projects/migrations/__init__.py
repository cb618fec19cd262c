"""The tables of projects, as they came about."""
