"""What may be done on the pages of a review and of an agreement: right, form, action, words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404

from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements import forms as own
from yinfeng.web.desks.agreements.happening_forms import HappeningForm
from yinfeng.web.people.models import User

Values = Mapping[str, Any]
Done = Callable[[Any, User, Values, date], object]


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that may be done: its right, form, action; its heading, button, what is told."""

    right: str
    form: type[forms.BaseForm]
    do: Done
    title: str
    button: str
    told: str
    tone: str = ""


def _of(related: str) -> Callable[[Any, Values], Any]:
    """The thing of the record that a form names."""
    return lambda thing, values: get_object_or_404(getattr(thing, related), pk=values["thing"])


def _rest(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "thing"}


_member, _promise = _of("members"), _of("promises")

OF_REVIEWS: Mapping[str, Doing] = {
    "declare": Doing(
        "agreements.score",
        own.DeclareForm,
        lambda review, by, v, _: actions.declare(review, by=by, **v),
        "申报利益关系",
        "申报",
        "已申报。",
    ),
    "score": Doing(
        "agreements.score",
        own.ScoreForm,
        lambda review, by, v, _: actions.score(review, by=by, **v),
        "评分",
        "交评分表",
        "评分表已交，全部交齐之前只有您自己看得到。",
    ),
    "hand-in": Doing(
        "agreements.hand_in",
        own.HandInForm,
        lambda review, by, v, _: actions.hand_in(review, by=by, **v),
        "报送材料",
        "报送",
        "材料已报送。",
    ),
    "veto": Doing(
        "agreements.check_veto",
        own.VetoForm,
        lambda review, by, v, _: actions.check_veto(review, by=by, **v),
        "核对否决事项",
        "记下核对结果",
        "核对结果已记下。",
    ),
    "call": Doing(
        "agreements.call_member",
        own.MemberForm,
        lambda review, by, v, _: actions.call_member(review, by=by, **v),
        "邀请评委",
        "邀请",
        "已邀请。",
    ),
    "call-off": Doing(
        "agreements.call_member",
        own.ThingReasonForm,
        lambda review, by, v, _: actions.call_off(_member(review, v), by=by, reason=v["reason"]),
        "取消评分任务",
        "取消",
        "已取消。",
    ),
    "conclude": Doing(
        "agreements.conclude",
        own.ConcludeForm,
        lambda review, by, v, day: actions.conclude(review, by=by, today=day, **v),
        "作出结论",
        "作出结论",
        "结论已作出。",
    ),
    "remove": Doing(
        "agreements.remove",
        own.ReasonForm,
        lambda review, by, v, _: actions.remove_review(review, by=by, **v),
        "删除",
        "删除",
        "评审已删除，过去某日的列表里仍能查到。",
        "no",
    ),
}

OF_AGREEMENTS: Mapping[str, Doing] = {
    "draft": Doing(
        "agreements.screen",
        own.DraftForm,
        lambda one, by, v, day: actions.hand_in_draft(
            one,
            by=by,
            content=v["file"].read(),
            name=v["file"].name,
            written=v["written"],
            today=day,
        ),
        "上传草案并审查条款",
        "上传并审查",
        "条款已审查，结果在下面。",
    ),
    "answer": Doing(
        "agreements.answer",
        own.AnswerForm,
        lambda one, by, v, _: actions.answer(one, by=by, **v),
        "说明法律依据",
        "保存说明",
        "说明已保存。",
    ),
    "fair": Doing(
        "agreements.review_fairness",
        own.FairForm,
        lambda one, by, v, day: actions.review_fairness(one, by=by, today=day, **v),
        "登记公平竞争审查",
        "登记",
        "公平竞争审查已登记。",
    ),
    "promise": Doing(
        "agreements.promise",
        own.PromiseForm,
        lambda one, by, v, _: actions.promise(one, by=by, **v),
        "登记约定义务",
        "登记",
        "约定义务已登记。",
    ),
    "check": Doing(
        "agreements.check_promise",
        own.CheckForm,
        lambda one, by, v, day: actions.check_promise(
            _promise(one, v), by=by, today=day, **_rest(v)
        ),
        "核对履约",
        "记下",
        "履约情况已记下。",
    ),
    "happened": Doing(
        "agreements.check_promise",
        HappeningForm,
        lambda one, by, v, day: actions.put_down(one, by=by, today=day, **v),
        "登记发生的事实",
        "登记",
        "已登记，从它起算的期限和约定金额的对照已经更新。",
    ),
    "withdraw": Doing(
        "agreements.promise",
        own.ThingReasonForm,
        lambda one, by, v, _: actions.withdraw_promise(_promise(one, v), by=by, reason=v["reason"]),
        "划去",
        "划去",
        "已划去，理由保留。",
    ),
    "redraft": Doing(
        "agreements.draft",
        own.RedraftForm,
        lambda one, by, v, _: actions.redraft(
            one,
            by=by,
            version=v["version"],
            values={name: value for name, value in v.items() if name != "version"},
        ),
        "修改协议要素",
        "保存",
        "已保存。",
    ),
    "sign": Doing(
        "agreements.sign",
        own.SignForm,
        lambda one, by, v, day: actions.sign(one, by=by, today=day, **v),
        "签订",
        "登记签订",
        "已登记签订，项目节点已上报，请另一人确认。",
    ),
    "end": Doing(
        "agreements.end",
        own.EndForm,
        lambda one, by, v, _: actions.end(one, by=by, **v),
        "终止协议",
        "终止",
        "协议已终止。",
        "no",
    ),
    "remove": Doing(
        "agreements.remove",
        own.ReasonForm,
        lambda one, by, v, _: actions.remove(one, by=by, **v),
        "删除",
        "删除",
        "草稿已删除，过去某日的列表里仍能查到。",
        "no",
    ),
}
