"""What the trail calls what is done with plans."""

ACTIONS = {
    "make": "编制倒排计划",
    "change": "调整计划",
    "set_baseline": "选定基准",
    "mark": "登记节点进度",
    "reopen": "撤回节点进度",
    "assign": "分派节点",
    "follow": "按阶段节点更新计划",
    "set_rules": "制定计划模板",
}
