"""The web workspace: people, shell, store and desks over the ledger. Nothing imports it but `cli`."""
