"""What is done with leads: each an action with its right, its lock and its event."""

from yinfeng.web.desks.leads.actions.beginning import add_imported
from yinfeng.web.desks.leads.actions.clocks import extend_clock, reckon_again, stop_clock
from yinfeng.web.desks.leads.actions.dispatching import answer, dispatch, report_result, withdraw
from yinfeng.web.desks.leads.actions.ending import convert, look_again, lose, remove
from yinfeng.web.desks.leads.actions.hearing import attach, detach, hear
from yinfeng.web.desks.leads.actions.meeting import hear_again
from yinfeng.web.desks.leads.actions.registering import (
    Clashing,
    Form,
    adopt,
    register,
)
from yinfeng.web.desks.leads.actions.reminding import remind
from yinfeng.web.desks.leads.actions.rights import (
    arbitrate,
    confirm_claim,
    extend_claim,
    lapse,
    take,
)
from yinfeng.web.desks.leads.actions.ruling import set_rules
from yinfeng.web.desks.leads.actions.telling import correct, hand_over, set_contact, tell

__all__ = [
    "Clashing",
    "Form",
    "add_imported",
    "adopt",
    "answer",
    "arbitrate",
    "attach",
    "confirm_claim",
    "convert",
    "correct",
    "detach",
    "dispatch",
    "extend_claim",
    "extend_clock",
    "hand_over",
    "hear",
    "hear_again",
    "lapse",
    "look_again",
    "lose",
    "reckon_again",
    "register",
    "remind",
    "remove",
    "report_result",
    "set_contact",
    "set_rules",
    "stop_clock",
    "take",
    "tell",
    "withdraw",
]
