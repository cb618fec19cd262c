"""Lights reckoned from plans and money: turned to the worse by themselves, back by proof."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.judgement.lights import Spending, Whole, turn_of, whole_of
from yinfeng.lexicon.lights import Scheme
from yinfeng.web.desks.delivery.actions.keeping import keep_file
from yinfeng.web.desks.delivery.actions.notices import issue_calls
from yinfeng.web.desks.delivery.milestones import steps_of
from yinfeng.web.desks.delivery.models import LightRow, Turn
from yinfeng.web.desks.delivery.rules import days_of, money_on, scheme_on
from yinfeng.web.desks.delivery.sums import spendings
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.holding import hold_units
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

File = tuple[str, bytes]
_REASONS = 12


@dataclass(frozen=True, slots=True)
class _Reckoned:
    """What the figures of a project say today."""

    whole: Whole
    spending: Spending
    scheme: Scheme

    @property
    def title(self) -> str:
        """The scheme with its version."""
        return f"{self.scheme.title} {self.scheme.version}"[:80]


@transaction.atomic
def reckon_lights(unit: OrgUnit, *, today: date, only: Iterable[Project] | None = None) -> int:
    """Reckon the lights of the projects of a unit anew; how many turned or began to wait."""
    # The unit's numbers are held before its lights, here as in every other action.
    hold_units([unit.pk])
    projects = list(Project.objects.standing().open().filter(unit=unit).order_by("pk"))
    if only is not None:
        wanted = {project.pk for project in only}
        projects = [project for project in projects if project.pk in wanted]
    turned = 0
    for project, found in zip(projects, _reckoned(unit, projects, today), strict=True):
        turned += _shine(project, found, today)
    issue_calls(unit, today=today)
    return turned


def relight(project: Project, *, today: date) -> int:
    """Reckon the light of one project anew, in the transaction of what changed of it.

    A light that goes red issues its first notice there and then; the ladder goes on by the night.
    """
    if project.is_removed or project.state != Project.State.OPEN:
        return 0
    hold_units([project.unit_id])
    (found,) = _reckoned(project.unit, [project], today)
    turned = _shine(project, found, today)
    issue_calls(project.unit, today=today, only=project)
    return turned


@transaction.atomic
def confirm_light(
    row: LightRow, *, by: User, today: date, version: int, says: str, file: File | None
) -> LightRow:
    """Let a red light go out: a person shows what was made up for, and signs for it."""
    require(by, "delivery.confirm_light", row.unit)
    row = keeping.held(row, version=version)
    if not row.waits:
        raise Refused("测算还没有转好，不能转灯。请先办完滞后的节点，或重排计划。")
    if not says.strip():
        raise Refused("请写明怎样赶上来的。")
    if file is None:
        raise Refused("红灯转好要有佐证，请上传。")
    proof = keep_file(*file, by=by, unit=row.unit, project=row.project)
    scheme = scheme_on(row.unit, today)
    found = _reckoned(row.unit, [row.project], today)[0]
    if scheme.is_alarm(found.whole.light):
        raise Refused(f"按今天的数据仍是{scheme.lamp(found.whole.light).says}，不能转灯。")
    turn = _turn(row, found, today, why=says.strip(), by=by, attachment=proof)
    made = keeping.change(row, by=by, reason=says, **_standing(found, today)).record
    record(by, "delivery.confirm_light", made, unit=row.unit, turn=turn.pk, reason=says)
    return made


def _reckoned(unit: OrgUnit, projects: Sequence[Project], today: date) -> list[_Reckoned]:
    scheme, days = scheme_on(unit, today), days_of(unit, today)
    steps = steps_of(projects, today)
    keys = [project.pk for project in projects]
    sums = spendings(keys, scheme, money_on(unit, today), today)
    return [_Reckoned(whole_of(steps[key], scheme, days, today), sums[key], scheme) for key in keys]


def _shine(project: Project, found: _Reckoned, today: date) -> int:
    rows = LightRow.objects.filter(project=project).select_related("project", "unit")
    row = rows.select_for_update(of=("self",)).first()
    if row is None:
        first = LightRow(unit=project.unit, project=project, **_standing(found, today))
        _turn(first, found, today, why=_why(found), was="")
        keeping.add(first, by=None)
        return 1
    turn = turn_of(row.light, found.whole.light, found.scheme)
    if turn.is_change and turn.happens_by_itself:
        _turn(row, found, today, why=_why(found))
        keeping.change(
            row, by=None, reason=_why(found), unit=project.unit, **_standing(found, today)
        )
        return 1
    waits = turn.needs_proof
    since = {"light": row.light, "since": row.since, "reasons": row.reasons, "waits": waits}
    lamp = _lamp_values(found.scheme, row.light)
    values = {**_standing(found, today), **lamp, **since}
    if not waits and not turn.is_change:
        values["reasons"] = list(found.whole.reasons[:_REASONS])
    made = keeping.change(row, by=None, unit=project.unit, **values)
    return int("waits" in made.after)


def _standing(found: _Reckoned, today: date) -> dict[str, Any]:
    """The row as the figures would have it."""
    lamp = found.scheme.lamp(found.whole.light)
    money = found.scheme.lamp(found.spending.light)
    reasons = list(found.whole.reasons[:_REASONS])
    return {
        "light": lamp.key,
        **_lamp_values(found.scheme, lamp.key),
        "since": today,
        "reasons": reasons,
        "reckoned": lamp.key,
        "reckoned_says": lamp.says,
        "reckoned_reasons": reasons,
        "waits": False,
        "money": money.key,
        "money_label": money.says,
        "money_tone": money.tone,
        "money_says": found.spending.says,
        "scheme": found.title,
    }


def _lamp_values(scheme: Scheme, key: str) -> dict[str, Any]:
    if key not in {lamp.key for lamp in scheme.lamps}:
        # The office changed its scheme: the light of the old one stands until it is turned.
        return {}
    lamp = scheme.lamp(key)
    return {
        "says": lamp.says,
        "rank": lamp.rank,
        "tone": lamp.tone,
        "is_alarm": scheme.is_alarm(key),
    }


def _turn(
    row: LightRow, found: _Reckoned, today: date, *, why: str, was: str | None = None, **more: Any
) -> Turn:
    lamp = found.scheme.lamp(found.whole.light)
    return Turn.objects.create(
        project=row.project,
        was=row.light if was is None else was,
        was_says=row.says if was is None else "",
        now=lamp.key,
        now_says=lamp.says,
        tone=lamp.tone,
        why=why,
        day=today,
        scheme=found.title,
        **more,
    )


def _why(found: _Reckoned) -> str:
    return "；".join(found.whole.reasons[:_REASONS])
