"""What is done with renewal: each an action with its right, its lock and its event."""

from yinfeng.web.desks.renewal.actions.adopting import adopt
from yinfeng.web.desks.renewal.actions.gates import confirm, prove
from yinfeng.web.desks.renewal.actions.money import approve, draft, pay, rule
from yinfeng.web.desks.renewal.actions.records import change, keep, remove
from yinfeng.web.desks.renewal.actions.ruling import set_rules
from yinfeng.web.desks.renewal.actions.signing import clear, demolish, sign, unsign, vacate

__all__ = [
    "adopt",
    "approve",
    "change",
    "clear",
    "confirm",
    "demolish",
    "draft",
    "keep",
    "pay",
    "prove",
    "remove",
    "rule",
    "set_rules",
    "sign",
    "unsign",
    "vacate",
]
