"""Changes of the tables, one step a file."""
