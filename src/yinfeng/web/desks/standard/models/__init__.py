"""The records of standard land: plots with their indicators, commitments, checks and outcomes."""

from yinfeng.web.desks.standard.models.checks import Check, Finding, Verdict
from yinfeng.web.desks.standard.models.commitments import Commitment
from yinfeng.web.desks.standard.models.joined import JoinedPlot
from yinfeng.web.desks.standard.models.penalties import PenaltyEntry
from yinfeng.web.desks.standard.models.plots import IndicatorSet, StandardPlot
from yinfeng.web.desks.standard.models.rules import StandardRule

__all__ = [
    "APPEND_ONLY",
    "Check",
    "Commitment",
    "Finding",
    "IndicatorSet",
    "JoinedPlot",
    "PenaltyEntry",
    "StandardPlot",
    "StandardRule",
    "Verdict",
]

APPEND_ONLY = (Finding, IndicatorSet, JoinedPlot, PenaltyEntry, StandardRule, Verdict)
