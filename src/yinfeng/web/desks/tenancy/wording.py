"""What the trail calls the actions of tenancy."""

ACTIONS = {
    "keep": "登记入驻",
    "change": "修改入驻",
    "leave": "登记退出",
    "receive": "登记租金",
    "remove": "删除入驻",
    "set_rules": "设定入驻办法",
    "count_let": "更新已租面积",
}
