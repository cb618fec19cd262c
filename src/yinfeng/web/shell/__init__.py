"""The door and what every page stands on: sign-in, rights, the base page, the trail of events."""
