"""Duties of both sides read from an agreement, each with its words and its day or term."""

from yinfeng.judgement.duties.reading import Duty, duties_of
from yinfeng.judgement.duties.sums import Beside, Line, Seen, Wanted, beside, wanted_in
from yinfeng.judgement.duties.terms import Term, day_of, terms_in

__all__ = [
    "Beside",
    "Duty",
    "Line",
    "Seen",
    "Term",
    "Wanted",
    "beside",
    "day_of",
    "duties_of",
    "terms_in",
    "wanted_in",
]
