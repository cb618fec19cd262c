"""The tables of land, as they came about."""
