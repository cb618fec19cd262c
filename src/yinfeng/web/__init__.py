"""The web workspace over the ledger: people, shell, store, desks. Only `cli` imports it."""
