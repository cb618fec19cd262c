"""Ledger and findings → reports whose every cell opens to the words that prove it."""
