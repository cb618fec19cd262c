"""What a list answers: its page, its changes in bulk, its sheets, its notes, its own fields."""
