"""What may be done with a problem, from its assignment to its closing."""

from yinfeng.web.desks.delivery import forms as own
from yinfeng.web.desks.delivery.actions import closing, problem_turns, problems
from yinfeng.web.desks.delivery.doing import Doing, in_state, with_values
from yinfeng.web.desks.delivery.models import Problem

State = Problem.State
_WORKED_ON = (State.ASSIGNED, State.WORKING, State.PUT_OFF, State.RETURNED)
_ASSIGN = ("owner", "owner_unit", "handler", "promised", "measures", "co_owners")

ON_PROBLEMS = (
    Doing(
        "assign",
        "交办",
        "交办",
        "delivery.assign",
        own.AssignForm,
        with_values(problems.assign, *_ASSIGN),
        "已交办。",
        in_state(State.REGISTERED, State.ESCALATED, State.ASSIGNED),
    ),
    Doing(
        "feedback",
        "反馈进展",
        "反馈",
        "delivery.handle",
        own.SaysForm,
        with_values(problems.feed_back, "says", "file"),
        "已反馈。",
        in_state(*_WORKED_ON),
    ),
    Doing(
        "ask-close",
        "申请销号",
        "申请销号",
        "delivery.handle",
        own.ProofForm,
        with_values(closing.ask_to_close, "says", "file"),
        "已申请销号，等企业确认和核验。",
        in_state(*_WORKED_ON),
    ),
    Doing(
        "firm",
        "登记企业意见",
        "登记",
        "delivery.handle",
        own.FirmForm,
        with_values(closing.firm_says, "agrees", "who", "says"),
        "企业意见已登记。",
        in_state(State.ASKED),
    ),
    Doing(
        "verify",
        "核验",
        "提交核验结论",
        "delivery.verify",
        own.VerifyForm,
        with_values(closing.verify, "solved", "says", "file"),
        "核验结论已登记。",
        in_state(State.CHECKING),
    ),
    Doing(
        "later",
        "申请延期",
        "申请延期",
        "delivery.handle",
        own.LaterForm,
        with_values(problem_turns.ask_for_later, "until", "why"),
        "已申请延期，等批准。",
        lambda one: one.state in _WORKED_ON and one.wanted_due is None,
    ),
    Doing(
        "rule-later",
        "批延期",
        "提交意见",
        "delivery.extend",
        own.RulingForm,
        with_values(problem_turns.rule_on_later, "granted", "says"),
        "延期意见已登记。",
        lambda one: one.wanted_due is not None,
    ),
    Doing(
        "escalate",
        "提级",
        "提级",
        "delivery.escalate",
        own.EscalateForm,
        with_values(problem_turns.escalate, "to", "why"),
        "已提级，请上一级交办。",
        in_state(State.REGISTERED, State.ESCALATED, *_WORKED_ON),
    ),
    Doing(
        "reopen",
        "重新打开",
        "重新打开",
        "delivery.reopen",
        own.WhyForm,
        with_values(problem_turns.reopen, "why"),
        "已重新打开，计入重开。",
        in_state(State.CLOSED),
    ),
    Doing(
        "remove",
        "删除",
        "删除",
        "delivery.remove",
        own.ReasonForm,
        with_values(problems.remove, "reason", today=False),
        "已删除，过去某日的清单里仍能查到。",
        tone="no",
    ),
)
