"""Tags that the pages of desks take from the lists."""
