"""Who stands outside the body that owns a problem: the body is known by any way it is written.

云泽镇人民政府, 云泽镇招商办, 镇政府 and 云泽镇 are one body, with the villages below it.
Where the words name no unit of the tree, the verifier is at least another person than who assigned
the problem; who handled it verifies in no case.
"""

import re
from datetime import date

from django.db.models import Q

from yinfeng.web.desks.delivery.models import Problem, ProblemStep
from yinfeng.web.desks.delivery.rules import problems_on
from yinfeng.web.people.models import Alias, OrgUnit, Post, User
from yinfeng.web.people.paths import is_under, line_of

_LEVEL = OrgUnit.Kind
# What a paper of the unit itself leaves out: 镇政府 is the government of its own town.
_OWN = {
    **dict.fromkeys(("镇", "乡", "街道"), (_LEVEL.TOWN,)),
    **dict.fromkeys(("县", "区"), (_LEVEL.COUNTY,)),
    **dict.fromkeys(("开发区", "园区"), (_LEVEL.ZONE,)),
    "市": (_LEVEL.CITY,),
}
# Departments of a county are bodies of their own; of a town or a zone everything is its office.
_WHOLE = (_LEVEL.TOWN, _LEVEL.ZONE, _LEVEL.OFFICE, _LEVEL.VILLAGE, _LEVEL.GRID)
_FIRM = re.compile(r"(?:公司|集团|厂|企业|银行|合作社)$")
_NOISE = re.compile(r"[\s，,、。]|（.*?）|\(.*?\)")
_ENDS = re.compile(r"(?:镇|乡|街道|县|区|市|开发区|园区)$")


def owners_of(problem: Problem, today: date) -> list[OrgUnit]:
    """The units that the owner of a problem is: the chosen one, else those that its words name."""
    if problem.owner_unit is not None:
        return [problem.owner_unit]
    words = problems_on(problem.unit, today).own_bodies
    says = _NOISE.sub("", problem.owner)
    core = _core(says, words).removeprefix("本").removeprefix("我")
    if not core or core in _OWN:
        return _own(problem.unit, core)
    return _named(says, core, words)


def within(problem: Problem, person: User, today: date) -> str:
    """Why the person does not stand outside the owner of a problem; empty for who does."""
    owners = owners_of(problem, today)
    posts = Post.objects.on(today).filter(user=person).select_related("unit")
    homes = [person.unit, *(post.unit for post in posts)] if owners else []
    for owner in owners:
        if any(is_under(home.path, owner.path) for home in homes):
            return f"您在责任单位{owner}任职，要由责任单位以外的人核验。"
    if owners:
        return ""
    # Of a body that the house does not know (供电所) nobody here is; but whoever chose that name
    # does not judge as well.
    if problem.steps.filter(kind=ProblemStep.Kind.ASSIGN, by=person).exists():
        return (
            f"责任单位“{problem.owner}”不在单位目录里，分不清谁是它的人；"
            "您交办过这个问题，要由另一人核验。"
        )
    return ""


def _core(says: str, words: tuple[str, ...]) -> str:
    """The name without what its governing bodies and offices are called."""
    while found := next((one for one in words if says.endswith(one)), ""):
        says = says.removesuffix(found)
    return says


def _own(unit: OrgUnit, level: str) -> list[OrgUnit]:
    """The unit itself, or the one of that level in its line."""
    if not level:
        return [unit]
    line = OrgUnit.objects.filter(path__in=line_of(unit.path), kind__in=_OWN[level])
    return list(line.order_by("-path")[:1])


def _named(says: str, core: str, words: tuple[str, ...]) -> list[OrgUnit]:
    """The units whose name, other name or short name begins the words; the longest wins."""
    heads = {says[:at] for at in range(2, len(says) + 1)}
    full = {core + word for word in words}
    worn = Alias.objects.filter(name__in=heads | full)
    rows = OrgUnit.objects.filter(Q(name__in=heads | full) | Q(pk__in=worn.values("unit")))
    names = {row.pk: [row.name] for row in rows}
    for pk, name in worn.values_list("unit", "name"):
        names[pk].append(name)
    found = [
        (len(head), row)
        for row in rows
        for head in (_head(name, says, core, words, row.kind) for name in names[row.pk])
        if head
    ]
    longest = max((size for size, _ in found), default=0)
    return [row for size, row in found if size == longest] or _short(core)


def _head(name: str, says: str, core: str, words: tuple[str, ...], kind: str) -> str:
    """The part of the words that is this unit; empty where they name another body."""
    own = _core(name, words) or name
    if core in (own, name):
        return own
    is_office = kind in _WHOLE and says.startswith(own) and not _FIRM.search(says)
    return own if is_office else ""


def _short(core: str) -> list[OrgUnit]:
    """The unit that is called without what it is: 云泽 for 云泽镇."""
    if len(core) < 2 or _ENDS.search(core):
        return []
    ends = ("镇", "乡", "街道", "县", "区", "市", "开发区", "园区", "经济开发区", "高新区")
    return list(OrgUnit.objects.filter(name__in=[core + end for end in ends]))
