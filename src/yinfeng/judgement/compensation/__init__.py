"""Compensation: a sheet computed line by line from a price book, and its red lines."""
