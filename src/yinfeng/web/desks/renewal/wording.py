"""What the trail calls the actions of renewal."""

ACTIONS = {
    "keep": "登记更新",
    "change": "修改更新",
    "remove": "删除更新记录",
    "sign": "登记签约",
    "unsign": "撤销签约",
    "vacate": "登记腾空",
    "clear": "登记净地",
    "prove": "登记佐证",
    "confirm": "确认佐证",
    "draft": "编制补偿表",
    "approve": "审批补偿表",
    "rule": "红线裁定",
    "pay": "登记拨付",
    "adopt": "采用材料",
    "set_rules": "设定更新办法",
}
