"""Occupancy over time: who holds how much of a place from when to when, and what rent is late."""
