"""How the tables of reviews and agreements came to be."""
