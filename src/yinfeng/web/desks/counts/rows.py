"""Projects as counting sees them: gates with their confirmation, money, marks, as of a moment.

Narrow rows, one pass each: of 100,000 projects no object of the register is made.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from yinfeng.judgement.counting import Gate, ProjectRow
from yinfeng.lexicon.counting import ProjectCounting
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.counts.lines import Line
from yinfeng.web.desks.counts.models import Recognition
from yinfeng.web.desks.counts.opening import opening_of
from yinfeng.web.desks.counts.passed import Passed, first_confirmed, passed_by
from yinfeng.web.desks.counts.scope import Scope, Window
from yinfeng.web.desks.counts.shares import Shared, shares_of
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.projects.models import Ending, Project

_GONE = {"merged": "merged", "split": "merged"}


def rows_of(scope: Scope, window: Window, rules: ProjectCounting) -> list[ProjectRow]:
    """The projects that the scope has or shares and that matter to the window."""
    every = scope.everyone()
    projects = window.narrow(every)
    lines = [Line._make(row) for row in projects.order_by("id").values_list(*Line._fields)]
    stock = opening_of(lines, rules.opening_days)
    passed = passed_by(projects, window.seen, stock, scope.moment)
    counted = list(_rows(lines, passed, every.values("id"), scope, rules))
    return [*counted, *_signed_before(counted, every, projects, window, scope.moment)]


def _rows(
    lines: list[Line], passed: Passed, keys: Any, scope: Scope, rules: ProjectCounting
) -> Iterator[ProjectRow]:
    moment = scope.moment
    (marks, owners), ended = _marks(keys, moment), _ended(keys, moment)
    signed, elsewhere = _contracts(keys, moment), scope.elsewhere()
    shares = shares_of(keys, scope.user, scope.unit, moment, rules.share_years)
    for one in lines:
        yield ProjectRow(
            key=one.id,
            name=one.name,
            gates=tuple(passed.gates.get(one.id, ())),
            undated=frozenset(passed.undated.get(one.id, ())),
            yuan=one.yuan,
            currency=one.currency or "CNY",
            money=one.money,
            short_of=one.amount if figures.falls_short(one.amount) else "",
            part=one.part,
            has_own_contract=one.id in signed,
            parent=one.parent,
            investor=one.investors,
            state=_GONE.get(one.state, one.state),
            ended=ended.get(one.id),
            ceremony=one.ceremony,
            new_owner=owners.get(one.id),
            marks=_marked(marks.get(one.id), one.kind),
            is_elsewhere=one.id in elsewhere,
            **_part(shares.get(one.id)),
        )


def _signed_before(
    counted: list[ProjectRow],
    every: Any,
    projects: Any,
    window: Window,
    moment: datetime | None,
) -> Iterator[ProjectRow]:
    """Projects of the same investors that were signed before the days that are asked for.

    Nothing else is taken of them than what tells whether one was signed twice.
    """
    known = {row.key for row in counted}
    same = every.filter(investors__in=projects.exclude(investors="").values("investors"))
    if not known or not window.once:
        return
    gates: dict[int, list[Gate]] = {}
    for key, code, day in first_confirmed(same.values("id"), window.once, window.start, moment):
        if key not in known and day >= window.back:
            gates.setdefault(key, []).append(Gate(code, day, day, is_confirmed=True))
    if not gates:
        return
    for key, name, investors, part in same.values_list("id", "name", "investors", "part"):
        if key in gates:
            yield ProjectRow(key, name, tuple(gates[key]), investor=investors, part=part)


def _part(shared: Shared | None) -> dict[str, Any]:
    if shared is None:
        return {}
    return {"share": shared.share, "share_until": shared.until, "shared": shared.says}


def _marked(recognised: set[str] | None, kind: str) -> frozenset[str]:
    """What a person recognised, and what the register itself tells."""
    seen = {"fiscal"} if kind == Project.Kind.GOVERNMENT else set()
    return frozenset(seen | (recognised or set()))


def _marks(
    keys: Iterable[Any], moment: datetime | None
) -> tuple[Mapping[int, set[str]], Mapping[int, date]]:
    """What was recognised of each project, and the days on which projects changed hands."""
    rows = Recognition.objects.filter(project__in=keys)
    rows = rows.filter(at__lt=moment) if moment else rows
    told = rows.order_by("pk").values_list("project", "rule", "holds", "day")
    latest = {(project, rule): (holds, day) for project, rule, holds, day in told}
    marks: dict[int, set[str]] = {}
    owners: dict[int, date] = {}
    for (project, rule), (holds, day) in latest.items():
        if holds and day is not None:
            owners[project] = day
        elif holds:
            marks.setdefault(project, set()).add(rule)
    return marks, owners


def _ended(keys: Iterable[Any], moment: datetime | None) -> Mapping[int, date]:
    rows = Ending.objects.filter(project__in=keys, state__in=("lost", "ended"))
    rows = rows.filter(at__lt=moment) if moment else rows
    return dict(rows.order_by("pk").values_list("project", "day"))


def _contracts(keys: Iterable[Any], moment: datetime | None) -> set[int]:
    """The projects that have a signed agreement of their own, as was known by the moment."""
    rows: Any = Agreement.objects.standing() if moment is None else Agreement.history.at(moment)
    found = rows.filter(project__in=keys, removed_at=None).exclude(signed=None)
    return set(found.values_list("project", flat=True))
