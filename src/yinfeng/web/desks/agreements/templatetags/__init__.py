"""How pages of agreements say things."""
