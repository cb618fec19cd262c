"""Tags of the pages of counting."""
