"""How the tables of delivery came about."""
