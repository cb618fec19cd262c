"""What the trail calls what is done with counting."""

ACTIONS = {"recognise": "认定口径", "set_rules": "调整口径"}
