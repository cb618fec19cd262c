"""The tables of siting."""
