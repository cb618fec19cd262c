"""Values as rows: documents by the hash of their bytes, readings, entries, decisions."""
