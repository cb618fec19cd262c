"""How the trail calls what leads take in by themselves."""

ACTIONS = {"meet": "计入招商往来", "go_by": "按说法比对更正"}
