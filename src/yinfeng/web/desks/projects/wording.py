"""What the trail calls what is done with projects."""

ACTIONS: dict[str, str] = {}
