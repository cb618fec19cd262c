"""The pages of siting."""
