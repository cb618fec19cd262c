"""Leads with what hangs on them: versions, signed forms, figures, clocks, claims, names, grades."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from bench.workspace.words import DAY, SOURCES, Words, words
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.leads.clashes import namings, pieces
from yinfeng.web.desks.leads.models import (
    Claim,
    Clock,
    GradeChange,
    Lead,
    LeadName,
    Statement,
    Telling,
)
from yinfeng.web.desks.leads.sheets import Sheet, sheet
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.values import to_json

_STATES = ("open",) * 14 + ("lost",) * 4 + ("pool", "converted")
_STAGES = ("lead", "negotiating", "finalising", "")
_STEPS = (("first_contact", "首次接洽", 1), ("screening", "初步筛选", 3), ("answer", "答复", 7))
_POLICY = "线索时限"
_CHANGED = 10


def add(
    numbers: Sequence[int],
    towns: Sequence[OrgUnit],
    staff: Mapping[int, User],
    dice: random.Random,
    today: date,
    moment: datetime,
) -> None:
    """Write the leads of these numbers, one in ten changed since."""
    told = [words(dice, today) for _ in numbers]
    rows = [
        _lead(number, one, towns[number % len(towns)], staff, dice, today)
        for number, one in zip(numbers, told, strict=True)
    ]
    keeping.add_many(rows, by=None, at=moment - 400 * DAY)
    changes = [(row, {"next_step": "请对方来访"}) for row in rows[::_CHANGED]]
    keeping.change_many(changes, by=None, at=moment)
    forms = [_form(one) for one in told]
    signed = Statement.objects.bulk_create(
        Statement(lead=row, kind="register", text=form.text, places=form.places, by=_by(row, staff))
        for row, form in zip(rows, forms, strict=True)
    )
    Telling.objects.bulk_create(
        _telling(row, statement, form)
        for row, statement, form in zip(rows, signed, forms, strict=True)
    )
    Clock.objects.bulk_create(clock for row in rows for clock in _clocks(row, dice, today))
    Claim.objects.bulk_create(
        Claim(lead=row, unit=row.unit, by=_by(row, staff), since=row.reported)
        for row in rows
        if row.state == Lead.State.OPEN
    )
    GradeChange.objects.bulk_create(_grade(row) for row in rows)
    LeadName.objects.bulk_create(name for row in rows for name in _names(row))


def _lead(
    number: int,
    told: Words,
    town: OrgUnit,
    staff: Mapping[int, User],
    dice: random.Random,
    today: date,
) -> Lead:
    grade = dice.choices("ABC", (1, 5, 14))[0]
    return Lead(
        unit=town,
        first_unit=town,
        number=f"{told.day.year}-{number:04d}",
        name=told.name,
        source=dice.choice(SOURCES),
        investors=told.firm,
        content=f"建设{told.goods}生产线",
        amount=told.amount,
        yuan=Decimal(told.wan) * 10000,
        land=f"{told.mu}亩",
        mu=Decimal(told.mu),
        maturity="lead",
        reporter="招商专员",
        reported=told.day,
        owner=staff.get(town.pk),
        grade=grade,
        score=dice.randrange(10, 95),
        stage=dice.choice(_STAGES),
        state=dice.choice(_STATES),
        leader="镇长" if grade == "A" else "",
        last_event=min(told.day + DAY * dice.randrange(120), today),
        next_step="再次拜访",
        next_date=today + DAY * dice.randrange(-20, 40),
    )


def _form(told: Words) -> Sheet:
    lines = [("investors", "投资方", told.firm), ("amount", "投资额", told.amount)]
    return sheet("登记线索", lines)


@cache
def _money() -> Mapping[str, object]:
    """How a sum of yuan stands in a row."""
    told = to_json(figures.amount("1000万元"))
    assert isinstance(told, dict)
    return told


def _telling(row: Lead, statement: Statement, form: Sheet) -> Telling:
    at = form.evidence("amount")
    value = {**_money(), "low": str(row.yuan), "high": str(row.yuan)}
    where = {"start": at.start, "end": at.end, "quote": at.quote}
    return Telling(lead=row, statement=statement, field="investment", value=value, **where)


def _clocks(row: Lead, dice: random.Random, today: date) -> list[Clock]:
    made = []
    for key, says, days in _STEPS:
        ended = row.reported + DAY * dice.randrange(1, days + 2)
        made.append(_clock(row, key, says, days, row.reported + DAY * days, ended))
    if row.state == Lead.State.OPEN:
        ends = today + DAY * dice.randrange(-3, 30)
        made.append(_clock(row, "follow_up", f"{row.grade}级跟进时限", 30, ends, None))
    return made


def _clock(row: Lead, key: str, says: str, days: int, ends: date, ended: date | None) -> Clock:
    outcome = "" if ended is None else "done"
    return Clock(
        lead=row, key=key, says=says, days=days, is_working=False, policy=_POLICY,
        starts=min(row.reported, ends), ends=ends, ended=ended, outcome=outcome,
    )  # fmt: skip


def _grade(row: Lead) -> GradeChange:
    reasons = [{"says": "投资额和产品已明确", "points": 10, "grade": "", "proofs": []}]
    return GradeChange(
        lead=row, grade=row.grade, score=row.score, stage=row.stage, reasons=reasons, lacking=[],
        policy=_POLICY, basis="内部规则", because="登记线索", day=row.reported,
    )  # fmt: skip


def _names(row: Lead) -> list[LeadName]:
    known_by = namings(row.name, row.investors, row.unit.name)
    return [LeadName(lead=row, kind=kind, gram=gram) for kind, gram in sorted(pieces(known_by))]


def _by(row: Lead, staff: Mapping[int, User]) -> User:
    return staff.get(row.unit_id) or next(iter(staff.values()))
