"""What is done with standard land: each an action with its right, its lock and its event."""

from yinfeng.web.desks.standard.actions.checking import confirm, measure, send_back, take_known
from yinfeng.web.desks.standard.actions.collecting import demand, pay, remit, strike
from yinfeng.web.desks.standard.actions.committing import (
    amend,
    begin_imported,
    commit,
    undo_imported,
)
from yinfeng.web.desks.standard.actions.committing import remove as remove_commitment
from yinfeng.web.desks.standard.actions.days import reckon_all
from yinfeng.web.desks.standard.actions.deciding import decide, postpone
from yinfeng.web.desks.standard.actions.plots import (
    change,
    keep,
    remove,
    set_imported,
    set_indicators,
)
from yinfeng.web.desks.standard.actions.reminding import remind
from yinfeng.web.desks.standard.actions.returning import give_back
from yinfeng.web.desks.standard.actions.ruling import set_rules

__all__ = [
    "amend",
    "begin_imported",
    "change",
    "commit",
    "confirm",
    "decide",
    "demand",
    "give_back",
    "keep",
    "measure",
    "pay",
    "postpone",
    "reckon_all",
    "remind",
    "remit",
    "remove",
    "remove_commitment",
    "send_back",
    "set_imported",
    "set_indicators",
    "set_rules",
    "strike",
    "take_known",
    "undo_imported",
]
