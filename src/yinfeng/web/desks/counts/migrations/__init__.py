"""How the tables of counting came to be."""
