"""Trips, receptions and talks: who met whom, where and when."""
