"""Tags for the templates of leads."""
