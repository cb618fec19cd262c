"""Tags for the templates of renewal."""
