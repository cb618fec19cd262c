"""What the page of a plan shows: the verdict, the drawing, the table, what changed since when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from yinfeng.judgement.schedule.changes import Change, Planned, What, changes
from yinfeng.judgement.schedule.editing import Reach, is_above_the_law, reaches
from yinfeng.judgement.schedule.outlook import Bar, Row
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import Milestone as Kind
from yinfeng.web.desks.plans.actions.editions import Draft
from yinfeng.web.desks.plans.charts import project_chart
from yinfeng.web.desks.plans.gantt import Drawing
from yinfeng.web.desks.plans.models import Edition, Milestone, Plan
from yinfeng.web.desks.plans.outlooks import Standing, standing
from yinfeng.web.desks.plans.rules import template_of
from yinfeng.web.desks.plans.snapshots import bars_of, read
from yinfeng.web.desks.plans.words import float_says, float_tone, stands, tone_of


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table of a plan."""

    row: Milestone
    ahead: Row
    kind: Kind
    stands: str
    tone: str
    float_says: str
    float_tone: str
    is_above_the_law: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the fixed days can be kept, in sentences."""

    is_feasible: bool
    says: str
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of a plan."""

    plan: Plan
    edition: Edition
    standing: Standing
    lines: tuple[Line, ...]
    verdict: Verdict
    chain: tuple[str, ...]
    chart: Drawing
    reaches: tuple[Reach, ...]
    editions: tuple[Edition, ...]
    baseline: Edition
    changes: tuple[Change, ...]
    is_provisional: bool


def sheet(plan: Plan, day: date, moment: datetime | None = None) -> Sheet:
    """The page of a plan on a day; as of a moment with what was there by then."""
    stand = standing(plan, day, moment)
    editions = _editions(plan)
    baseline = next(one for one in editions if one.number == plan.baseline)
    kinds = {one.key: one for one in read(stand.edition)}
    ahead = {one.key: one for one in stand.ahead.rows}
    lines = tuple(_line(row, ahead[row.key], kinds[row.key], day) for row in stand.rows)
    names = {row.key: row.name for row in stand.rows}
    caps = template_of(plan.unit, plan.template, stand.edition.day).caps
    return Sheet(
        plan=plan,
        edition=stand.edition,
        standing=stand,
        lines=lines,
        verdict=verdict(stand),
        chain=tuple(names[key] for key in stand.ahead.chain),
        chart=project_chart(stand, bars_of(baseline), day),
        reaches=reaches(caps, _as_it_goes(stand), stand.calendar),
        editions=tuple(editions),
        baseline=baseline,
        changes=since_baseline(baseline, stand),
        is_provisional=any(line.ahead.is_provisional for line in lines),
    )


def verdict(stand: Standing) -> Verdict:
    """Whether the plan can be kept, and if not, what is late already and by how much."""
    names = {row.key: row.name for row in stand.rows}
    if stand.ahead.is_feasible:
        least = stand.least_float
        says = (
            f"可以按期，最紧的一环{float_says(least)}。"
            if least is not None
            else "固定日期均已完成。"
        )
        return Verdict(True, says, ())
    missed = "；".join(
        f"“{names[one.key]}”定在{one.fixed}，最早要到{one.earliest}，晚{one.late}个工作日"
        for one in stand.ahead.missed
    )
    causes = tuple(
        f"“{names[one.key]}”最迟应在{one.latest}完成，已晚{one.late}个工作日"
        for one in stand.ahead.behind
    )
    return Verdict(False, f"按现在的情况不能按期：{missed}。", causes)


def compared(before: Edition, after: Edition, calendar: Calendar) -> tuple[Change, ...]:
    """What changed from one edition to another, milestones that stayed left out."""
    found = changes(_planned(before), _planned(after), calendar)
    return tuple(one for one in found if one.what is not What.SAME)


def since_baseline(baseline: Edition, stand: Standing) -> tuple[Change, ...]:
    """What moved since the baseline: what is done by its real day, the rest by its planned one."""
    now = {row.key: Planned(row.name, row.ended or row.ends) for row in stand.rows}
    found = changes(_planned(baseline), now, stand.calendar)
    return tuple(one for one in found if one.what is not What.SAME)


def tried_changes(stand: Standing, draft: Draft) -> tuple[Change, ...]:
    """What a draft would change of the edition that holds."""
    names = {one.key: one.name for one in draft.milestones}
    after = {key: Planned(names[key], bar.ends) for key, bar in draft.bars.items()}
    before = {row.key: Planned(row.name, row.ends) for row in stand.rows if row.key in draft.bars}
    gone = {row.key: Planned(row.name, row.ends) for row in stand.rows if row.key not in draft.bars}
    found = changes({**before, **gone}, after, stand.calendar)
    return tuple(one for one in found if one.what is not What.SAME)


def _planned(edition: Edition) -> Mapping[str, Planned]:
    names = {one.key: one.name for one in read(edition)}
    return {key: Planned(names[key], bar.ends) for key, bar in bars_of(edition).items()}


def _editions(plan: Plan) -> Sequence[Edition]:
    """Its editions, of a past plan those that it had then, the latest first."""
    found = plan.editions.filter(number__lte=plan.edition).select_related("by")
    return list(found.order_by("-number"))


def _line(row: Milestone, ahead: Row, kind: Kind, day: date) -> Line:
    return Line(
        row=row,
        ahead=ahead,
        kind=kind,
        stands=stands(row, day),
        tone=tone_of(row, day),
        float_says=float_says(ahead.float),
        float_tone=float_tone(ahead.float),
        is_above_the_law=is_above_the_law(kind),
    )


def _as_it_goes(stand: Standing) -> dict[str, Bar]:
    """What is planned, and what was really done where it was."""
    return dict(_bars(stand.rows))


def _bars(rows: Sequence[Milestone]) -> Iterator[tuple[str, Bar]]:
    for row in rows:
        ends = row.ended or row.ends
        yield row.key, Bar(min(row.began or row.begins, ends), ends)
