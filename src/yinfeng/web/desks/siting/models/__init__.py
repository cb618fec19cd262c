"""The records of siting."""

from yinfeng.web.desks.siting.models.needs import SitingNeed
from yinfeng.web.desks.siting.models.runs import Run, RunResult, SitingRule
from yinfeng.web.desks.siting.models.terms import LotPromise, Terms

__all__ = ["APPEND_ONLY", "LotPromise", "Run", "RunResult", "SitingNeed", "SitingRule", "Terms"]

APPEND_ONLY = (Run, RunResult, SitingRule)
"""Rows of these are never changed."""
