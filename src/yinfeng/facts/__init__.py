"""Mentions → Facts: one pattern a file, listed in order in PATTERNS."""

from collections.abc import Callable, Iterator

from yinfeng.facts import (
    carriers,
    engagements,
    indicators,
    ledgers,
    partnerships,
    projects,
    renewals,
    roles,
    services,
    structures,
)
from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.values import Fact

Pattern = Callable[[Page, Scope], Iterator[Fact]]

PATTERNS: tuple[Pattern, ...] = (
    ledgers.read,
    projects.read,
    carriers.read,
    renewals.read,
    services.read,
    roles.read,
    engagements.read,
    partnerships.read,
    indicators.read,
    structures.read,
)
