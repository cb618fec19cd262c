"""The records of renewal."""

from yinfeng.web.desks.renewal.models.grounds import Plot, Programme, RenewalBlock
from yinfeng.web.desks.renewal.models.kept import Kept
from yinfeng.web.desks.renewal.models.money import Approval, Payment, Ruling, Sheet
from yinfeng.web.desks.renewal.models.parties import HardCase, Lessee, Owner, Party
from yinfeng.web.desks.renewal.models.progress import BlockFact, Confirmation, GateProof, Resupply
from yinfeng.web.desks.renewal.models.rules import RenewalRule

__all__ = [
    "APPEND_ONLY",
    "Approval",
    "BlockFact",
    "Confirmation",
    "GateProof",
    "HardCase",
    "Kept",
    "Lessee",
    "Owner",
    "Party",
    "Payment",
    "Plot",
    "Programme",
    "RenewalBlock",
    "RenewalRule",
    "Resupply",
    "Ruling",
    "Sheet",
]

APPEND_ONLY = (Approval, BlockFact, Confirmation, GateProof, Payment, RenewalRule, Ruling)
