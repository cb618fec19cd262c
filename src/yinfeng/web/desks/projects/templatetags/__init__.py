"""How pages of projects say things."""
