"""Parks, buildings and their tenants: a carrier of each."""
