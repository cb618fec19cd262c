"""What is found at a check, by whom, with what shows it; a second person confirms it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction

from yinfeng.judgement.standard.values import measured_of
from yinfeng.lexicon.expressions import BadExpression
from yinfeng.lexicon.standard_land import Indicator
from yinfeng.web.desks.standard.actions.days import reckon_days
from yinfeng.web.desks.standard.known import knowledge_of
from yinfeng.web.desks.standard.models import Check, Finding, Verdict
from yinfeng.web.desks.standard.standing import figures_of, promised, rules_at, sheet_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document

State = Check.State
_MOST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured of an indicator: its value, or the parts from which it is reckoned."""

    value: Decimal | None = None
    parts: Mapping[str, Decimal] = field(default_factory=dict)
    way: str = ""


@transaction.atomic
def measure(
    check: Check, *, by: User, version: int, today: date, day: date, proof: str,
    is_done: bool = True, readings: Mapping[str, Reading] | None = None,
    document: Document | None = None,
) -> Check:  # fmt: skip
    """Put down what was found: on which day it was done, or what was measured."""
    require(by, "standard.measure", check.unit)
    held = keeping.held(check, version=version)
    _refuse_closed(held, today, day, proof)
    rows = (
        [_row(held, day, is_done=is_done)] if held.asks_day else _values(held, day, readings or {})
    )
    for row in rows:
        row.attempt, row.by, row.document, row.proof = held.attempt, by, document, proof.strip()
        row.save(force_insert=True)
    whole = sheet_of(held, today).is_whole
    state = State.FOUND if whole else State.WAITING
    made = keeping.change(held, by=by, version=version, state=state)
    told = {one.indicator or "done": f"{one.value if one.value is not None else one.is_done}"
            for one in rows}  # fmt: skip
    record(by, "standard.measure", made.record, unit=held.unit, day=day, proof=proof, found=told)
    return made.record


@transaction.atomic
def take_known(check: Check, *, by: User, version: int, today: date) -> Check:
    """Put down what the house itself knows of the indicators, each with what shows it."""
    require(by, "standard.measure", check.unit)
    held = keeping.held(check, version=version)
    known = knowledge_of(held, today).whole
    if not known:
        raise Refused("系统里没有这次核查的完整数据，请登记。")
    _refuse_closed(held, today, today, known[0].proof)
    for one in known:
        parts = {name: f"{value:f}" for name, value in one.parts.items()}
        Finding.objects.create(
            check_of=held, attempt=held.attempt, indicator=one.indicator.key, day=today,
            value=one.value, parts=parts, working=one.working, proof=one.proof, by=by,
        )  # fmt: skip
    whole = sheet_of(held, today).is_whole
    state = State.FOUND if whole else State.WAITING
    made = keeping.change(held, by=by, version=version, state=state)
    found = {one.indicator.key: f"{one.value}" for one in known}
    proofs = {one.indicator.key: one.proof for one in known}
    record(
        by, "standard.measure", made.record, unit=held.unit, day=today, proof=proofs, found=found
    )
    return made.record


@transaction.atomic
def confirm(check: Check, *, by: User, version: int, today: date) -> Check:
    """A second person finds it so; of a day, what waits for it is reckoned from it."""
    require(by, "standard.confirm", check.unit)
    held = keeping.held(check, version=version)
    if held.state != State.FOUND:
        is_early = held.state == State.WAITING
        raise Refused("情况还没有登记齐，不能复核。" if is_early else "已经复核过。")
    sheet = sheet_of(held, today)
    if by.pk in sheet.finders:
        raise Refused("登记的人不能自己复核，请另一位同志复核。")
    last = sheet.findings[-1]
    actual = last.day if held.asks_day and last.is_done else None
    made = keeping.change(held, by=by, version=version, state=State.CONFIRMED, actual=actual)
    Verdict.objects.create(check_of=held, kind=Verdict.Kind.CONFIRMED, by=by)
    if actual:
        reckon_days(held.commitment, by=by, today=today)
    record(by, "standard.confirm", made.record, unit=held.unit, actual=actual)
    return made.record


@transaction.atomic
def send_back(check: Check, *, by: User, version: int, today: date, reason: str) -> Check:
    """Let it be found anew, for a reason; what was found before stays to be seen."""
    require(by, "standard.send_back", check.unit)
    held = keeping.held(check, version=version)
    if held.state not in (State.FOUND, State.CONFIRMED):
        raise Refused("还没有登记齐，或已有结论，不能退回。")
    if not reason.strip():
        raise Refused("请写明退回的理由。")
    made = keeping.change(
        held, by=by, version=version, reason=reason, state=State.WAITING,
        attempt=held.attempt + 1, actual=None,
    )  # fmt: skip
    Verdict.objects.create(check_of=held, kind=Verdict.Kind.SENT_BACK, reason=reason.strip(), by=by)
    if "actual" in made.after:
        reckon_days(held.commitment, by=by, today=today)
    record(by, "standard.send_back", made.record, unit=held.unit, reason=reason)
    return made.record


def _refuse_closed(held: Check, today: date, day: date, proof: str) -> None:
    if held.state == State.DECIDED:
        raise Refused("这次核查已有结论；整改的在下一次核查里登记。")
    if held.state == State.CONFIRMED:
        raise Refused("已经复核，要改请先退回重核。")
    if day > today:
        raise Refused("核查日期不能晚于今天。")
    if day < held.commitment.signed:
        raise Refused(f"核查日期不能早于签订日期{held.commitment.signed}。")
    if held.opens is not None and day < held.opens:
        raise Refused(f"{held.label}从{held.opens}开始（{held.due_says}）。")
    if not proof.strip():
        raise Refused("请写明凭据，如：施工许可证号、竣工验收备案表、税务部门数据。")


def _row(held: Check, day: date, *, is_done: bool) -> Finding:
    return Finding(check_of=held, day=day, is_done=is_done)


def _values(held: Check, day: date, readings: Mapping[str, Reading]) -> list[Finding]:
    known = {one.key: one for one in promised(held.commitment, held.point)}
    if strangers := [key for key in readings if key not in known]:
        raise Refused(f"这次核查没有这些指标：{'、'.join(strangers)}。")
    rows = [
        _value(held, day, known[key], one)
        for key, one in readings.items()
        if one.value is not None or one.parts
    ]
    if not rows:
        raise Refused("请至少填一项指标。")
    return rows


def _value(held: Check, day: date, indicator: Indicator, given: Reading) -> Finding:
    """One value: typed, or reckoned from its parts; both only where they agree."""
    if indicator.ways and given.way not in indicator.ways:
        raise Refused(f"{indicator.label}请注明按{'还是'.join(indicator.ways)}计算。")
    if any(not 0 <= one < _MOST for one in (*given.parts.values(), given.value or 0)):
        raise Refused(f"{indicator.label}的数应不小于零，且写得下。")
    value, working = given.value, "直接填写"
    if given.parts:
        figures = figures_of(held.commitment, rules_at(held.commitment).indicators)
        try:
            value, working = measured_of(indicator, given.parts, figures)
        except BadExpression as error:
            raise Refused(f"{indicator.label}：{error}。") from error
        if given.value is not None and abs(given.value - value) > _grain(given.value):
            raise Refused(
                f"{indicator.label}填的是{given.value}，按分项算是{value.normalize():f}，请核对。"
            )
    assert value is not None
    if not 0 <= value < _MOST:
        raise Refused(f"{indicator.label}算出来是{value}，请核对分项。")
    parts = {name: f"{one:f}" for name, one in given.parts.items()}
    return Finding(
        check_of=held, indicator=indicator.key, day=day, value=value, parts=parts, way=given.way,
        working=working,
    )  # fmt: skip


def _grain(value: Decimal) -> Decimal:
    """How far a value as it was written may lie from the reckoned one: one of its last digit."""
    return Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
