"""The records of delivery."""

from yinfeng.web.desks.delivery.models.files import Attachment
from yinfeng.web.desks.delivery.models.lights import Call, LightRow, Reply, Turn
from yinfeng.web.desks.delivery.models.meetings import Meeting, MinutesTemplate, Pack, Task
from yinfeng.web.desks.delivery.models.money import Delay, Filing, Month, Permit
from yinfeng.web.desks.delivery.models.photos import Photo, PhotoPlate
from yinfeng.web.desks.delivery.models.problems import Problem, ProblemCall, ProblemStep
from yinfeng.web.desks.delivery.models.rules import DeliveryRule
from yinfeng.web.desks.delivery.models.sheets import FilledSheet, SheetTemplate

__all__ = [
    "APPEND_ONLY",
    "Attachment",
    "Call",
    "Delay",
    "DeliveryRule",
    "Filing",
    "FilledSheet",
    "LightRow",
    "Meeting",
    "MinutesTemplate",
    "Month",
    "Pack",
    "Permit",
    "Photo",
    "PhotoPlate",
    "Problem",
    "ProblemCall",
    "ProblemStep",
    "Reply",
    "SheetTemplate",
    "Task",
    "Turn",
]

APPEND_ONLY = (
    Attachment,
    ProblemStep,
    Turn,
    Call,
    Reply,
    ProblemCall,
    Pack,
    MinutesTemplate,
    SheetTemplate,
    FilledSheet,
    DeliveryRule,
)
