"""Facts in order, append-only: records and their entries, figures, stories."""
