"""Backup and restore: the whole house in one file, checked by hash, of any database into any."""
