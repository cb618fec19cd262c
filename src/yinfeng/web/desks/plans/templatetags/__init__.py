"""What the pages of plans say in their templates."""
