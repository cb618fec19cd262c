"""What the trail calls actions and things, in the words of an office."""

from collections.abc import Mapping
from functools import cache

from django.apps import apps

from yinfeng.web.desks import DESKS
from yinfeng.web.desks.audit.things import THINGS
from yinfeng.web.desks.rooms import rooms_with

_DESKS = {desk.name: desk.title for desk in DESKS} | {
    "account": "本人账号",
    "people": "人员",
    "identity": "名称归并",
    "private": "个人信息",
    "lists": "列表",
    "audit": "审计",
    "work": "后台任务",
    "hooks": "推送",
    "backup": "备份",
}
_ACTIONS = {
    "account.sign_in": "登录",
    "account.sign_out": "退出",
    "account.change_password": "更换密码",
    "account.begin_factor": "启用双因素登录",
    "account.end_factor": "停用双因素登录",
    "account.use_recovery_code": "用恢复码登录",
    "account.renew_recovery_codes": "重新生成恢复码",
    "account.outside": "外部身份首次登录",
    "account.issue_token": "新建接口令牌",
    "people.found": "建立本系统",
    "people.add_unit": "新建单位",
    "people.add_user": "新建账号",
    "people.reset_password": "重置密码",
    "people.give_post": "授予任职",
    "people.end_post": "终止任职",
    "people.rename_unit": "单位更名",
    "people.move_unit": "单位换上级",
    "people.add_alias": "登记另有名称",
    "people.end_alias": "停用另有名称",
    "people.give_code": "登记代码",
    "people.close": "停用账号",
    "people.reopen": "恢复账号",
    "people.drop_factor": "解除双因素登录",
    "people.tie": "绑定外部身份",
    "people.untie": "解除外部身份",
    "people.end_token": "撤销接口令牌",
    "private.read": "查看完整个人信息",
    "audit.verify": "核验事件链",
    "audit.note_incident": "登记安全事件",
    "library.take_in": "导入材料",
    "library.receive": "接收材料",
    "library.refuse_classified": "拒收涉密材料",
    "library.reread": "重新读取",
    "library.decide": "核实事实",
    "library.correct": "更正数值",
    "library.add": "补录漏读的事实",
    "library.retract": "撤回补录",
    "library.carry": "补录随重读续用",
    "library.read_through": "标记看完",
    "library.choose": "选定采用的说法",
    "identity.decide": "判定名称",
    "lists.export": "导出列表",
    "lists.import": "导入表格",
    "lists.undo_import": "撤销导入",
    "lists.bulk_edit": "批量修改",
    "lists.note": "写备注",
    "lists.choose": "选择列或保存筛选",
    "lists.share": "共享筛选",
    "notices.wish": "调整邮件提醒",
    "notices.robot": "登记或停用群机器人",
    "reports.keep_files": "保存报表文件",
    "reports.set_template": "更换报表模板",
    "lists.define": "调整自定义字段",
    "lists.take_sheet": "上传表格",
    "lists.ask_import": "提交导入表格",
    "reports.ask_issue": "提交签发报表",
    "lists.rule_sheet": "处理重复行",
    "work.retry": "重试任务",
    "hooks.allow": "允许推送地址",
    "hooks.forbid": "禁止推送地址",
    "hooks.add": "新建推送",
    "hooks.end": "停用推送",
    "hooks.send_again": "重新推送",
}
_DOINGS = {
    "add": "新建",
    "keep": "登记",
    "register": "登记",
    "change": "修改",
    "correct": "更正",
    "remove": "删除",
    "bring_back": "恢复",
    "adopt": "采用事实",
    "approve": "批准",
    "report": "报告",
    "reopen": "退回",
    "tell": "补充情况",
    "attach": "关联材料",
    "detach": "取消关联",
    "hand_over": "移交",
    "dispatch": "交办",
    "answer": "批示答复",
    "report_result": "反馈结果",
    "lose": "登记流失",
    "look_again": "重新跟进",
    "convert": "转为项目",
    "take": "认领",
    "lapse": "首报失效",
    "arbitrate": "裁定首报",
    "confirm_claim": "确认首报",
    "extend_claim": "延长首报",
    "extend_clock": "延长时限",
    "stop_clock": "停止计时",
    "reckon_clock": "计时",
    "set_rules": "调整规则",
    "set_contact": "登记联系人",
    "hear": "收到材料",
    "meet": "计入招商往来",
    "withdraw": "撤回",
    "issue": "印发",
    "export": "导出",
}


def called(action: str) -> str:
    """The action in words: leads.lose → 线索：登记流失."""
    if action in _ACTIONS:
        return _ACTIONS[action]
    desk, _, doing = action.partition(".")
    own = _of_desks().get(action)
    if own:
        return f"{_DESKS.get(desk, desk)}：{own}"
    return f"{_DESKS.get(desk, desk)}：{_DOINGS.get(doing, doing)}"


def thing(kind: str) -> str:
    """The sort of thing in words: people.user → 用户."""
    if kind in THINGS:
        return THINGS[kind]
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except (LookupError, ValueError):
        return kind


@cache
def _of_desks() -> Mapping[str, str]:
    """What desks call their actions themselves, in ACTIONS of their `wording.py`."""
    said: dict[str, str] = {}
    for room, told in rooms_with("wording"):
        said |= {f"{room}.{doing}": word for doing, word in told.ACTIONS.items()}
    return said
