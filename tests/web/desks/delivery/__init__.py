"""Delivery: problems, money, photos, lights, meetings, forms."""
