"""What the trail calls what is done with reviews and agreements."""

ACTIONS = {
    "open_review": "召开评审",
    "hand_in": "报送评审材料",
    "call_member": "邀请评委",
    "declare": "利益关系申报",
    "score": "评分",
    "check_veto": "核对否决事项",
    "conclude": "作出评审结论",
    "draft": "起草协议",
    "screen": "审查条款",
    "answer": "说明红色条款",
    "review_fairness": "登记公平竞争审查",
    "sign": "签订",
    "end": "终止协议",
    "promise": "登记约定义务",
    "check_promise": "核对履约",
    "put_down": "登记履约事实",
    "set_rules": "调整办法",
    "remove": "删除",
}
