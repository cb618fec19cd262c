"""The tree of bodies over time, people and their posts, and what opens the door to them."""

from yinfeng.web.people.models.keys import Factor, Outside, RecoveryCode, Token
from yinfeng.web.people.models.people import OldPassword, Post, User
from yinfeng.web.people.models.units import Alias, Code, OldPlace, OrgUnit

__all__ = [
    "Alias",
    "Code",
    "Factor",
    "OldPassword",
    "OldPlace",
    "OrgUnit",
    "Outside",
    "Post",
    "RecoveryCode",
    "Token",
    "User",
]
