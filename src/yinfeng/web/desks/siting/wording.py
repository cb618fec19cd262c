"""What the trail calls the actions of siting."""

ACTIONS = {
    "keep": "登记选址需求",
    "change": "修改选址需求",
    "remove": "删除选址需求",
    "set_terms": "设定供地条件",
    "promise": "承诺地块",
    "release": "解除承诺",
    "ask": "统筹落位",
    "seal": "落位结果封存",
    "set_rules": "设定选址办法",
}
