"""What the language and the trade call things: data files and their typed loaders."""
