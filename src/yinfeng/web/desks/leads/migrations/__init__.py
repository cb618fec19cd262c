"""The tables of leads, as they came about."""
