"""Mentions → Facts: one pattern a file or folder, listed in order in PATTERNS.

A pattern of many parts has a folder, and begins in its `pattern.py`. What lies beside the folders
serves all of them: the page, whose clause it is (`scope`), and what becomes of the facts.
"""

from collections.abc import Callable, Iterator

from yinfeng.facts.carriers.pattern import read as read_carriers
from yinfeng.facts.engagements.pattern import read as read_engagements
from yinfeng.facts.indicators.pattern import read as read_indicators
from yinfeng.facts.ledgers.pattern import read as read_ledgers
from yinfeng.facts.page import Page
from yinfeng.facts.partnerships.pattern import read as read_partnerships
from yinfeng.facts.projects.pattern import read as read_projects
from yinfeng.facts.renewals.pattern import read as read_renewals
from yinfeng.facts.roles import read as read_roles
from yinfeng.facts.scope import Scope
from yinfeng.facts.services.pattern import read as read_services
from yinfeng.facts.structures import read as read_structures
from yinfeng.values import Fact

Pattern = Callable[[Page, Scope], Iterator[Fact]]

PATTERNS: tuple[Pattern, ...] = (
    read_ledgers,
    read_projects,
    read_carriers,
    read_renewals,
    read_services,
    read_roles,
    read_engagements,
    read_partnerships,
    read_indicators,
    read_structures,
)
