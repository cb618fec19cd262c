"""Tags for the templates of tenancy."""
