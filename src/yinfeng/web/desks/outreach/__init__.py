"""Outreach: trips, receptions, talks, signings, teams, channels and partners, and their counts."""
