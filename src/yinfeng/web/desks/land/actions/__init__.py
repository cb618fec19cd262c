"""What is done on the desk of land: each an action with its right, its lock and its event."""

from yinfeng.web.desks.land.actions.drawings import send, settle, take, undo
from yinfeng.web.desks.land.actions.records import adopt, change, keep, remove
from yinfeng.web.desks.land.actions.ruling import set_rules
from yinfeng.web.desks.land.actions.shapes import draw, keep_drawn
from yinfeng.web.desks.land.actions.touching import (
    deny_touch,
    end_touch,
    say_touch,
    touch_again,
    touch_zone,
)

__all__ = [
    "adopt",
    "change",
    "deny_touch",
    "draw",
    "end_touch",
    "say_touch",
    "touch_again",
    "touch_zone",
    "keep",
    "keep_drawn",
    "remove",
    "send",
    "set_rules",
    "settle",
    "take",
    "undo",
]
