"""Lights of milestones and projects, by schemes that are data: 蓝、绿、黄、红、灰、未知.

What is not known is not guessed: a light that hangs on a missing day is a light of its own.
"""

from yinfeng.judgement.lights.ladder import Call, calls
from yinfeng.judgement.lights.shining import Shine, Stand, Step, shine_of
from yinfeng.judgement.lights.spending import Spending, spending_of
from yinfeng.judgement.lights.turning import Turn, turn_of
from yinfeng.judgement.lights.whole import Whole, whole_of

__all__ = [
    "Call",
    "Shine",
    "Spending",
    "Stand",
    "Step",
    "Turn",
    "Whole",
    "calls",
    "shine_of",
    "spending_of",
    "turn_of",
    "whole_of",
]
