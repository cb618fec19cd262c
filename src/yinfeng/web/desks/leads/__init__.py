"""Leads: registered or adopted, graded with reasons, followed on their clocks to an end."""
