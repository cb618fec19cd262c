"""How an edition is written, and the milestones brought to what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from yinfeng.judgement.schedule.grid import FIRST, LAST
from yinfeng.judgement.schedule.outlook import Actuals, Bar, outlook, planned
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import Milestone as Kind
from yinfeng.web.desks.plans.models import Edition, Milestone, Plan
from yinfeng.web.desks.plans.snapshots import actuals_of, days, read, written
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused

_SPARE_YEARS = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition before it is written: milestones, fixed and chosen days, and what it plans."""

    template: str
    template_version: str
    milestones: tuple[Kind, ...]
    fixed: dict[str, date]
    moved: dict[str, date]
    bars: dict[str, Bar]
    says: tuple[str, ...] = ()


def drafted(
    template: tuple[str, str],
    milestones: tuple[Kind, ...],
    fixed: Mapping[str, date],
    moved: Mapping[str, date],
    actuals: Actuals,
    today: date,
    calendar: Calendar,
    says: Sequence[str] = (),
    earlier: Mapping[str, Bar] | None = None,
) -> Draft:
    """The edition that these milestones and days make.

    What is done keeps the day that *earlier* planned for it: a slip is not planned away.
    """
    keys = {one.key for one in milestones}
    kept = {key: day for key, day in fixed.items() if key in keys}
    chosen = {key: day for key, day in moved.items() if key in keys}
    if not kept:
        raise Refused("请至少固定一个节点的日期（如开工、竣工、投产），计划从这一天往回排。")
    for day in (*kept.values(), *chosen.values()):
        refuse_far(day)
    bars = planned(milestones, kept, chosen, actuals, today, calendar)
    for key, bar in (earlier or {}).items():
        if key in bars and (actual := actuals.get(key)) and actual.ended:
            bars[key] = bar
    return Draft(*template, milestones, kept, chosen, bars, tuple(says))


def refuse_far(day: date) -> None:
    """Refuse days that no plan can mean."""
    if not FIRST.year + _SPARE_YEARS <= day.year <= LAST.year - _SPARE_YEARS:
        raise Refused(f"{day} 不像计划里的日期，请核对年份。")


def write(plan: Plan, draft: Draft, *, by: User, why: str, number: int, today: date) -> Edition:
    """Add the edition; what it says of the milestones follows by `bring`."""
    return Edition.objects.create(
        plan=plan,
        number=number,
        day=today,
        template=draft.template,
        template_version=draft.template_version,
        milestones=written(draft.milestones),
        fixed={key: day.isoformat() for key, day in draft.fixed.items()},
        moved={key: day.isoformat() for key, day in draft.moved.items()},
        bars={k: [b.begins.isoformat(), b.ends.isoformat()] for k, b in draft.bars.items()},
        says=list(draft.says),
        why=why.strip(),
        by=by,
    )


def bring(plan: Plan, draft: Draft, *, by: User, why: str, today: date, calendar: Calendar) -> None:
    """The milestones as the edition has them: new ones, others, and those that were left out."""
    rows = {row.key: row for row in Milestone.objects.select_for_update().filter(plan=plan)}
    actuals = actuals_of([row for row in rows.values() if not row.is_removed])
    ahead = outlook(draft.milestones, draft.fixed, actuals, today, calendar)
    now = {one.key: one.latest for one in ahead.rows}
    added, changed = [], []
    for place, one in enumerate(draft.milestones):
        values = _values(one, place, draft, now[one.key])
        row = rows.get(one.key)
        if row is None:
            own = {"owner": one.owner, "next_step": one.next}
            fresh = Milestone(
                plan=plan, project=plan.project, unit=plan.unit, key=one.key, **own, **values
            )
            added.append(fresh)
            continue
        if row.is_removed:
            row = keeping.bring_back(row, by=by, reason=why or "调整计划")
        changed.append((row, values))
    keeping.add_many(added, by=by)
    keeping.change_many(changed, by=by, reason=why)
    kept = {one.key for one in draft.milestones}
    for key, row in rows.items():
        if key not in kept and not row.is_removed:
            keeping.remove(row, by=by, reason=why or "调整计划")


def reckon(plan: Plan, *, by: User | None, why: str, today: date, calendar: Calendar) -> int:
    """Write down anew until when each milestone must be done; how many of them changed."""
    edition = plan.editions.get(number=plan.edition)
    rows = list(Milestone.objects.select_for_update().standing().filter(plan=plan))
    ahead = outlook(read(edition), days(edition.fixed), actuals_of(rows), today, calendar)
    latest = {one.key: one.latest for one in ahead.rows}
    due = [(row, {"latest": latest[row.key]}) for row in rows if row.ended is None]
    return len(keeping.change_many(due, by=by, reason=why, at=timezone.now()))


def _values(one: Kind, place: int, draft: Draft, latest: date | None) -> dict[str, Any]:
    return {
        "place": place,
        "name": one.name,
        "track": one.track,
        "gate": one.gate,
        "fixed": draft.fixed.get(one.key),
        "begins": draft.bars[one.key].begins,
        "ends": draft.bars[one.key].ends,
        "latest": latest,
    }
