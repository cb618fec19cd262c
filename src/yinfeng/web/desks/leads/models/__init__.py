"""The records of leads."""

from yinfeng.web.desks.leads.models.ends import Conversion, Loss
from yinfeng.web.desks.leads.models.leads import Lead, LeadName
from yinfeng.web.desks.leads.models.rights import Claim, Clash
from yinfeng.web.desks.leads.models.rules import OfficeRule
from yinfeng.web.desks.leads.models.running import Clock, Dispatch
from yinfeng.web.desks.leads.models.told import GradeChange, Hearing, LeadFact, Statement, Telling

__all__ = [
    "APPEND_ONLY",
    "Clash",
    "Claim",
    "Clock",
    "Conversion",
    "Dispatch",
    "GradeChange",
    "Hearing",
    "Lead",
    "LeadFact",
    "LeadName",
    "Loss",
    "OfficeRule",
    "Statement",
    "Telling",
]

APPEND_ONLY = (Statement, Telling, GradeChange, Loss, Conversion, OfficeRule)
