"""Text → Mentions: one recogniser a file, listed in order in RECOGNISERS."""
