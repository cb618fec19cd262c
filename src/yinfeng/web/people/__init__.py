"""Who may what: the tree of offices, people and their posts, and one table of roles × actions."""
