"""Tests that walk through every door of a house in which a year has happened."""
