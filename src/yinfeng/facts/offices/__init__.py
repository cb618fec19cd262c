"""People with their posts, and the bodies that they serve."""
