"""The records of outreach."""

from yinfeng.web.desks.outreach.models.forces import Brought, Channel, Member, Task, Team
from yinfeng.web.desks.outreach.models.kept import Half, Kept, Numbered
from yinfeng.web.desks.outreach.models.meetings import Reception, Signing, Talk
from yinfeng.web.desks.outreach.models.rules import OwnRules
from yinfeng.web.desks.outreach.models.ties import Exchange, Pairing, Partner
from yinfeng.web.desks.outreach.models.trips import Leg, Traveller, Trip, Visit

__all__ = [
    "Brought",
    "Channel",
    "Exchange",
    "Half",
    "Kept",
    "Leg",
    "Member",
    "Numbered",
    "OwnRules",
    "Pairing",
    "Partner",
    "Reception",
    "Signing",
    "Talk",
    "Task",
    "Team",
    "Traveller",
    "Trip",
    "Visit",
]
