"""Which projects stand still on a day: their gates, agreed starts, delays and money, at once.

The agreed start is the day of a duty of theirs in a signed agreement that leads to the start: by
its gate, or by its words where it has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from django.db.models import Max, Q, Sum

from yinfeng.judgement.above_scale import entry_of, watch_of
from yinfeng.judgement.stillness import Case, Gate, Still, stills_of
from yinfeng.lexicon.delivery import Money
from yinfeng.lexicon.watches import Watches
from yinfeng.web.desks.agreements.models import Agreement, Promise
from yinfeng.web.desks.delivery.models import Delay, Filing, Month
from yinfeng.web.desks.delivery.rules import money_on, watches_on
from yinfeng.web.desks.delivery.terms import months_later
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.people.models import User

_STARTED, _PRODUCED = "C1", "O1"
# Where a project stands that was signed and is not above the scale yet.
_SIGNED = ("A2", "R1", "D1", "C1", "C2", "C3", "O1")
_AT_ONCE = 500
NOT_ENTERED, NOT_SCALED = "not-entered", "not-scaled"
_MAY_FILE = ("monthly", "yearly")


Revenue: TypeAlias = Mapping[tuple[int, int], Decimal]


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to ask about a project that stands still, or is missing from the statistics."""

    project: Project
    key: str
    says: str
    asks: str
    basis: str
    since: date
    # The days by which government delays put it off.
    excused: int = 0


def asked_of(user: User, today: date) -> list[Found]:
    """What is to be asked of every project in scope that was signed and goes on."""
    rows = Project.objects.visible_to(user).open().filter(stage__in=_SIGNED)
    projects = list(rows.select_related("unit").order_by("pk"))
    found: list[Found] = []
    for start in range(0, len(projects), _AT_ONCE):
        own = found_of(projects[start : start + _AT_ONCE], today)
        found += [one for rows in own.values() for one in rows]
    return sorted(found, key=lambda one: (one.since, one.project.pk))


def found_of(projects: Sequence[Project], today: date) -> dict[int, list[Found]]:
    """What is to be asked of each of these open projects on a day, by the project's key."""
    units = {project.unit_id: project.unit for project in projects}
    rules = {key: (watches_on(unit, today), money_on(unit, today)) for key, unit in units.items()}
    cases = _cases(projects, {key: watches for key, (watches, _) in rules.items()}, today)
    filings = {row.project_id: row for row in Filing.objects.filter(project__in=projects)}
    sold = _sold([project.pk for project in projects])
    found: dict[int, list[Found]] = {}
    for project in projects:
        case = cases[project.pk]
        watches, money = rules[project.unit_id]
        rows = [_asked(project, still) for still in stills_of(case, watches, today)]
        filing = filings.get(project.pk)
        rows += _missing(project, case, filing.entered if filing else None, money, today)
        if filing is not None:
            rows += _to_file(project, case, filing, sold.get(project.pk, {}), money, today)
        found[project.pk] = rows
    return found


def _asked(project: Project, still: Still) -> Found:
    watch = still.watch
    return Found(
        project, watch.key, still.says, watch.asks, watch.basis, still.since, still.excused
    )


def _missing(
    project: Project, case: Case, entered: date | None, rules: Money, today: date
) -> Iterable[Found]:
    started = case.gates.get(_STARTED)
    day = started.day if started and started.is_confirmed and started.day <= today else None
    entry = entry_of(project.yuan, day, entered, rules, today)
    if entry.state == "missing" and day is not None:
        asks = "请备齐资料申报固定资产投资入库，或写明不入库的原因"
        yield Found(project, NOT_ENTERED, entry.says, asks, rules.statistics_basis, day)


def _to_file(
    project: Project, case: Case, filing: Filing, sold: Revenue, rules: Money, today: date
) -> Iterable[Found]:
    """A firm that has reached the scale and is not in the directory yet."""
    produced = case.gates.get(_PRODUCED)
    day = produced.day if produced and produced.is_confirmed else None
    watch = watch_of(day, filing.sector, sold, filing.scaled, rules, today)
    if watch.state in _MAY_FILE and day is not None:
        asks = "请在期限前报送入规资料"
        yield Found(project, NOT_SCALED, watch.says, asks, rules.scale_basis, day)


def _sold(projects: Sequence[int]) -> dict[int, dict[tuple[int, int], Decimal]]:
    """The revenue of each project by year and month."""
    rows = Month.objects.standing().filter(project__in=projects, revenue__isnull=False)
    found: dict[int, dict[tuple[int, int], Decimal]] = {}
    for key, month, revenue in rows.values_list("project", "month", "revenue"):
        if revenue is not None:
            found.setdefault(key, {})[month.year, month.month] = revenue
    return found


def _cases(
    projects: Sequence[Project], rules: Mapping[int, Watches], today: date
) -> Mapping[int, Case]:
    keys = [project.pk for project in projects]
    gates = _gates(keys)
    agreed = _agreed(keys, {project.pk: rules[project.unit_id] for project in projects})
    delays: dict[int, list[tuple[date, date]]] = {}
    rows = Delay.objects.standing().filter(project__in=keys)
    for key, since, until in rows.values_list("project", "since", "until"):
        delays.setdefault(key, []).append((since, until))
    spent, last = _spent(keys, today)
    built = _built(keys, today)
    return {
        project.pk: Case(
            kind=project.kind,
            gates=gates.get(project.pk, {}),
            agreed=agreed.get(project.pk),
            excused=tuple(delays.get(project.pk, ())),
            total=project.yuan,
            spent=spent.get(project.pk),
            last_spent=last.get(project.pk),
            built=built[project.pk][0] if project.pk in built else None,
            last_built=built[project.pk][1] if project.pk in built else None,
        )
        for project in projects
    }


def _gates(projects: Sequence[int]) -> dict[int, dict[str, Gate]]:
    """The first day of each gate that stands; one that was confirmed before one that was not."""
    rows = Passage.objects.standing().filter(project__in=projects).exclude(day=None)
    sure = set(
        Passage.objects.confirmed().filter(project__in=projects).values_list("pk", flat=True)
    )
    found: dict[int, dict[str, Gate]] = {}
    for row in rows.order_by("day", "pk"):
        own = found.setdefault(row.project_id, {})
        is_confirmed = row.pk in sure
        known = own.get(row.gate)
        if row.day and (known is None or (is_confirmed and not known.is_confirmed)):
            own[row.gate] = Gate(row.day, is_confirmed)
    return found


def _agreed(projects: Sequence[int], rules: Mapping[int, Watches]) -> dict[int, date]:
    rows = Promise.objects.filter(
        agreement__project__in=projects,
        agreement__state=Agreement.State.SIGNED,
        agreement__removed_at=None,
        side=Promise.Side.THEIRS,
        withdrawn="",
        due__isnull=False,
    )
    found: dict[int, date] = {}
    told = rows.order_by("pk").values_list("agreement__project", "goal", "says", "due")
    for key, goal, says, due in told:
        # 开工后于2027年12月31日前竣工 names a start and is no duty to start.
        is_start = goal == _STARTED if goal else any(w in says for w in rules[key].start_words)
        if due is not None and is_start:
            # A later agreement on the same day of start holds.
            found[key] = due
    return found


def _spent(projects: Sequence[int], today: date) -> tuple[dict[int, Decimal], dict[int, date]]:
    """What was spent of each project as told, and in which month the last of it."""
    rows = Month.objects.standing().filter(project__in=projects, month__lte=today)
    told = rows.filter(Q(reported__isnull=False) | Q(recognised__isnull=False))
    sums = told.order_by().values_list("project").annotate(Sum("reported"))
    last = told.filter(Q(reported__gt=0) | Q(recognised__gt=0)).order_by().values_list("project")
    ends = {key: _last_of(month) for key, month in last.annotate(Max("month"))}
    return dict(sums), ends


def _built(projects: Sequence[int], today: date) -> dict[int, tuple[Decimal, date | None]]:
    """The share that was told last of each project, and in which month it grew last."""
    rows = Month.objects.standing().filter(project__in=projects, month__lte=today)
    told = rows.exclude(built=None).order_by("month", "pk")
    found: dict[int, tuple[Decimal, date | None]] = {}
    for key, month, share in told.values_list("project", "month", "built"):
        if share is not None:
            before, grew = found.get(key, (Decimal(0), None))
            found[key] = share, _last_of(month) if share > before else grew
    return found


def _last_of(month: date) -> date:
    """A month that is told stands for its last day."""
    return months_later(month, 1) - timedelta(days=1)
