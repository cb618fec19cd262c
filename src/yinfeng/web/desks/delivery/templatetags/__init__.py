"""What pages of delivery use in their templates."""
