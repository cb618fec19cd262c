"""Reports: sealed, numbered, compared, put right by a new issue only."""
