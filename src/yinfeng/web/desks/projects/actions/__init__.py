"""What is done with projects: each an action with its right, its lock and its event."""

from yinfeng.web.desks.projects.actions.adopting import (
    adopt,
    adopt_accepted,
    attach,
    detach,
    hear,
)
from yinfeng.web.desks.projects.actions.gating import (
    add_evidence,
    correct_gate,
    odd_day,
    report_gate,
    review_gate,
)
from yinfeng.web.desks.projects.actions.joining import merge, split, total_of, undo
from yinfeng.web.desks.projects.actions.registering import (
    Clashing,
    Form,
    add_part,
    begin_imported,
    register,
    take_over,
)
from yinfeng.web.desks.projects.actions.ruling import set_rules
from yinfeng.web.desks.projects.actions.seating import end_seat, seat, visit
from yinfeng.web.desks.projects.actions.telling import choose, correct, place
from yinfeng.web.desks.projects.actions.turning import (
    MEASURES,
    close,
    days_in_stage,
    hand_over,
    remove,
    resume,
    set_enclave,
)

__all__ = [
    "MEASURES",
    "Clashing",
    "Form",
    "add_evidence",
    "add_part",
    "adopt",
    "adopt_accepted",
    "attach",
    "begin_imported",
    "choose",
    "close",
    "correct",
    "correct_gate",
    "days_in_stage",
    "detach",
    "end_seat",
    "hand_over",
    "hear",
    "merge",
    "total_of",
    "odd_day",
    "place",
    "register",
    "remove",
    "report_gate",
    "resume",
    "review_gate",
    "seat",
    "set_enclave",
    "set_rules",
    "split",
    "take_over",
    "undo",
    "visit",
]
