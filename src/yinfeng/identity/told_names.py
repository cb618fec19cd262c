"""The namings that facts hold, and the short names that a paper itself declares.

A fact tells a project's name, its investors, parties, tenants, the enterprise that was helped; its
host is named too. (以下简称新桥重工) and 青禾经济开发区(柳港街道) declare a second name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from yinfeng.identity.naming import EntityKind, Naming, ending_kind, kind_of
from yinfeng.values import (
    Carrier,
    Engagement,
    Fact,
    Indicator,
    Partnership,
    Project,
    Renewal,
    Role,
    Service,
    Told,
)

_DECLARED = re.compile(
    r"[(（](?:以下|下|又)?(?:简称|称|名)(?:为)?[:：]?[“\"'‘]?([^()（）”\"'’]{2,16})[”\"'’]?[)）]"
)
_SECOND = re.compile(r"[(（]([^()（）]{2,10}(?:街道|镇|乡|开发区|高新区|新区))[)）]")
_LONGEST = 40

Aliases = Mapping[str, tuple[str, ...]]


def namings_of(fact: Fact, aliases: Aliases) -> Iterator[Naming]:
    """Every naming that a fact holds, its host first, with the aliases that its paper declares."""
    for kind, name in _named(fact):
        if len(name) >= 2:
            yield naming(kind, name, fact.host, aliases)


def naming(kind: EntityKind, name: str, host: str, aliases: Aliases) -> Naming:
    """The naming of *name*; a place hosts itself."""
    own = "" if kind is EntityKind.PLACE else host
    return Naming(kind, name, own, "", aliases.get(name, ()))


def _named(fact: Fact) -> Iterator[tuple[EntityKind, str]]:
    if fact.host:
        yield EntityKind.PLACE, fact.host
    match fact:
        case Project(name=name):
            yield from _one(EntityKind.PROJECT, name)
            yield from _bodies(fact.investors, fact.customers)
        case Engagement(project=name):
            yield from _one(EntityKind.PROJECT, name)
            yield from _bodies(fact.counterparts)
        case Carrier(name=name):
            yield from _one(EntityKind.CARRIER, name)
            yield from _bodies(fact.tenants)
        case Renewal(block=block):
            yield from _one(EntityKind.CARRIER, block)
        case Partnership(parties=parties):
            yield from _bodies(parties)
        case Service(enterprise=enterprise):
            yield from _one(EntityKind.ENTERPRISE, enterprise)
        case Role(organisation=body) | Indicator(subject=body):
            if body is not None and ending_kind(body.value) is not None:
                yield kind_of(body.value), body.value
        case _:
            return


def _one(kind: EntityKind, told: Told[str] | None) -> Iterator[tuple[EntityKind, str]]:
    if told is not None:
        yield kind, told.value


def _bodies(*lists: Told[tuple[str, ...]] | None) -> Iterator[tuple[EntityKind, str]]:
    for told in lists:
        for name in told.value if told else ():
            yield kind_of(name), name


def declared_aliases(clean: str, names: Iterable[str]) -> Aliases:
    """For each of *names*, the short or second names that the text itself declares for it."""
    wanted = sorted(set(names), key=lambda name: (-len(name), name))
    found: dict[str, set[str]] = {}
    for pattern in (_DECLARED, _SECOND):
        for match in pattern.finditer(clean):
            before = clean[max(0, match.start() - _LONGEST) : match.start()]
            full = next((name for name in wanted if before.endswith(name)), None)
            if full is not None and match[1] != full:
                found.setdefault(full, set()).add(match[1])
    return {name: tuple(sorted(short)) for name, short in found.items()}
