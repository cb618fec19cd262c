"""The pages of tenancy."""
