"""The pages of standard land."""
