"""One project told under several names on a page, brought under the name that says most.

A list may name only who invests (力驰车业 for 力驰摩托车项目), or promise what becomes of a project
under a loose name that shares only its trade name (家能装饰装修 for 家能建筑装饰).
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from yinfeng.facts.projects.anchors import bare
from yinfeng.facts.projects.edges import is_generic
from yinfeng.facts.projects.goods import IN_NAME
from yinfeng.facts.projects.regions import Region
from yinfeng.values import Project
from yinfeng.values.form import told_fields

_ONLY_NAMED = frozenset(("name", "product"))
_SHORTEST, _MANY = 4, 80
_SHORT_ENDS = ("项目", "生产线", "产线", "生产基地")
_LINE_END = re.compile(r"(?:生产线|产线|生产基地)$")
# What a shorter name leaves out: legal forms, trades at large, yearly figures.
_BETWEEN = re.compile(
    r"(?:[一-龥]{2}(?=\d)|[一-龥]{1,4}(?:公司|集团)|股份|有限|责任|公司|集团|科技|新材料|新能源|实业|控股|技术|材料|食品|肉|[(（][^()（）]{1,8}[)）]"
    r"|年产|年加工|年处理|[\d.]+[十百千万亿]*(?:只|吨|千瓦|兆瓦|平方米|立方米|台套?|套|件|头|羽|MW|GW|GWh)?(?:[肉活]?羊|活?猪)?|的)+"
)
_HEADS = ("项目", "工程")


class Telling(NamedTuple):
    """One naming of a project, its record, and whether it stands in a list of promises."""

    region: Region
    fact: Project
    is_promised: bool


def under_one_name(told: Sequence[Telling]) -> Iterator[Project]:
    """The records, each under the name that its project has elsewhere on the page."""
    facts = [telling.fact for telling in told]
    owners = _owners(facts)
    explicit = {
        bare(_name(fact)) for fact in facts if fact.product and fact.product.pattern != IN_NAME
    }
    longer = _longer_names(facts)
    named = {_name(telling.fact) for telling in told if not telling.is_promised}
    for telling in told:
        fact = _by_its_investor(_without_guess(telling.fact, explicit), owners)
        if _name(fact) in longer:
            fact = _renamed(fact, longer[_name(fact)])
        yield _by_trade_name(fact, named) if telling.is_promised else fact


def _name(fact: Project) -> str:
    return fact.name.value if fact.name else ""


def _owners(facts: Sequence[Project]) -> Mapping[str, str]:
    """The project of each investor on the page."""
    return {
        investor: _name(fact)
        for fact in facts
        if fact.investors and _name(fact).endswith("项目")
        for investor in fact.investors.value
    }


def _longer_names(facts: Sequence[Project]) -> Mapping[str, str]:
    """The longer name on the page that each shorter one stands for, where just one does."""
    found: dict[str, str] = {}
    names = {_name(fact): fact for fact in facts if len(_name(fact)) > _SHORTEST}
    if len(names) > _MANY:
        return found
    for short in names:
        longer = {
            name for name, fact in names.items() if name != short and _stands_for(short, name, fact)
        }
        if len(longer) == 1 and short.endswith(_SHORT_ENDS):
            found[short] = longer.pop()
    return {short: name for short, name in found.items() if name not in found}


def _stands_for(short: str, name: str, fact: Project) -> bool:
    """Whether *short* is the other name without what only describes, or its line of production."""
    if not name.endswith("项目") or len(short) >= len(name) + _SHORTEST:
        return False
    stem = _LINE_END.sub("", short)
    if stem != short and stem == bare(name):
        return True
    firms = fact.investors.value if fact.investors else ()
    full = bare(name)
    return short.endswith("项目") and any(
        _is_shortened(bare(short), whole) for whole in (full, *(firm + full for firm in firms))
    )


def _is_shortened(short: str, full: str) -> bool:
    """Whether pieces of *full* make up *short*, and only sorts and figures stand between them."""
    if len(short) < _SHORTEST or len(short) + 2 > len(full):
        return False
    head = full.find(short[:2])
    for cut in range(2, len(short) - 1):
        if head >= 0 and full.startswith(short[:cut], head) and full.endswith(short[cut:]):
            between = full[head + cut : len(full) - len(short) + cut]
            if between and _BETWEEN.fullmatch(between):
                return True
    return False


def _without_guess(fact: Project, explicit: Set[str]) -> Project:
    """The fact without goods from its name, where another telling says what is made."""
    if fact.product is None or fact.product.pattern != IN_NAME:
        return fact
    return replace(fact, product=None) if bare(_name(fact)) in explicit else fact


def _by_its_investor(fact: Project, owners: Mapping[str, str]) -> Project:
    """The fact under its project's name, where a list names only who invests in it."""
    name = _name(fact)
    if name.endswith(_HEADS) or len(name) < 4:
        return fact
    projects = {project for owner, project in owners.items() if name in owner and owner != name}
    return _renamed(fact, projects.pop()) if len(projects) == 1 else fact


def _by_trade_name(fact: Project, named: Set[str]) -> Project:
    """The fact under the one other name on the page that begins with the same trade name."""
    name = _name(fact)
    if name in named or is_generic(name[:2]) or not _is_bare(fact):
        return fact
    alike = {other for other in named if other.startswith(name[:2])}
    return _renamed(fact, alike.pop()) if len(alike) == 1 else fact


def _is_bare(fact: Project) -> bool:
    return all(field in _ONLY_NAMED for field, _ in told_fields(fact))


def _renamed(fact: Project, name: str) -> Project:
    assert fact.name is not None
    return replace(fact, name=replace(fact.name, value=name), product=None)
