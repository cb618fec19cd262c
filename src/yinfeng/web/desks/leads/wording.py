"""How the trail calls what leads take in by themselves."""

ACTIONS = {"meet": "计入招商往来"}
