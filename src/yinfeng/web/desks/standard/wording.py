"""What the trail calls the actions of standard land."""

ACTIONS = {
    "keep": "登记标准地",
    "change": "修改标准地",
    "set": "设定控制指标",
    "give_back": "更新收回宗地的状态",
    "commit": "登记承诺",
    "amend": "修改承诺",
    "measure": "登记核查情况",
    "confirm": "复核",
    "send_back": "退回重核",
    "decide": "作出结论",
    "postpone": "顺延核查",
    "demand": "登记违约金催缴",
    "pay": "登记违约金缴纳",
    "remit": "减免违约金",
    "strike": "更正违约金登记",
    "reckon": "重算核查日期",
    "remove": "删除",
    "set_rules": "设定标准地办法",
}
