"""Projects: from the first talk to full production, each step with its proof."""
