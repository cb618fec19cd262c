"""Search: one box over everything in scope, by pairs of characters, on both databases alike."""
