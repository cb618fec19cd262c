"""Today: what came in, what is new, what is due, what changed, what one is asked to do."""
