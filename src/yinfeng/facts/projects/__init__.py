"""Projects: where they are named, and what is told of each."""
