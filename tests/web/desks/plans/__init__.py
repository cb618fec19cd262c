"""Plans: their desk as the people of a town use it."""
