"""The changes of these tables, in order."""
