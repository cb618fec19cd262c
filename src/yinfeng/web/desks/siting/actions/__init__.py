"""What is done with siting: each an action with its right, its lock and its event."""

from yinfeng.web.desks.siting.actions.giving import promise, release
from yinfeng.web.desks.siting.actions.keeping import change, drop_terms, keep, remove, set_terms
from yinfeng.web.desks.siting.actions.placing import adopt, ask, seal, set_rules

__all__ = [
    "adopt",
    "ask",
    "change",
    "drop_terms",
    "keep",
    "promise",
    "release",
    "remove",
    "seal",
    "set_rules",
    "set_terms",
]
