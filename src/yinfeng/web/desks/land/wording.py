"""What the trail calls the actions of land."""

ACTIONS = {
    "keep": "登记载体",
    "change": "修改载体",
    "remove": "删除载体",
    "draw": "导入图形",
    "touch": "管控区压占",
    "set_rules": "设定图证核对口径",
}
