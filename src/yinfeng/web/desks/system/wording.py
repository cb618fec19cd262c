"""How the trail calls what is done to the copies of the house."""

ACTIONS = {"back_up": "提交备份", "check_backup": "核对备份"}
