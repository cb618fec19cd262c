"""What is done with plans: each an action with its right, its lock and its event."""

from yinfeng.web.desks.plans.actions.following import follow, reckon_again
from yinfeng.web.desks.plans.actions.making import make
from yinfeng.web.desks.plans.actions.marking import (
    assign,
    begin,
    finish,
    hold_plans,
    reckon_marked,
    reopen,
)
from yinfeng.web.desks.plans.actions.proving import prove
from yinfeng.web.desks.plans.actions.revising import (
    Change,
    New,
    outcome_of,
    revise,
    set_baseline,
    tried,
)
from yinfeng.web.desks.plans.actions.ruling import set_rules

__all__ = [
    "Change",
    "New",
    "assign",
    "begin",
    "finish",
    "follow",
    "hold_plans",
    "make",
    "outcome_of",
    "prove",
    "reckon_again",
    "reckon_marked",
    "reopen",
    "revise",
    "set_baseline",
    "set_rules",
    "tried",
]
