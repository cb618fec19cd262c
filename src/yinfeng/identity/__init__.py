"""Names → entities: keys, reasons (REASONS), score, decisions."""
