"""What is done in the library: papers are marked as read through, sources set side by side."""

from yinfeng.web.desks.library.actions.choosing import choose, tell_apart, unchoose
from yinfeng.web.desks.library.actions.comparing import set_beside
from yinfeng.web.desks.library.actions.reading_through import read_on, read_through

__all__ = [
    "choose",
    "read_on",
    "read_through",
    "set_beside",
    "tell_apart",
    "unchoose",
]
