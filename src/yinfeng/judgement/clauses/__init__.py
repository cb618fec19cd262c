"""The clause screen: a draft clause by clause against the rules of fair competition."""

from yinfeng.judgement.clauses.screening import COLOURS, Hit, Screened, Screening, screen

__all__ = ["COLOURS", "Hit", "Screened", "Screening", "screen"]
