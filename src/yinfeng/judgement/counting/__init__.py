"""Counting projects: who counts, who is left out by which rule, and what follows from it."""

from yinfeng.judgement.counting.classes import Class
from yinfeng.judgement.counting.cohorts import Cohort, Days, cohort_of, kept_beside_started
from yinfeng.judgement.counting.leaving import LeftOut
from yinfeng.judgement.counting.register import Register
from yinfeng.judgement.counting.rows import Gate, ProjectRow
from yinfeng.judgement.counting.tallies import Tally, tally_of

__all__ = [
    "Class",
    "Cohort",
    "Days",
    "Gate",
    "LeftOut",
    "ProjectRow",
    "Register",
    "Tally",
    "cohort_of",
    "kept_beside_started",
    "tally_of",
]
