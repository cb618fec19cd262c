"""What is proposed of a check, and what is owed: both reckoned, both decided by a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from yinfeng.judgement.standard.days import months_late
from yinfeng.judgement.standard.values import Judged, missed
from yinfeng.lexicon.expressions import BadExpression, Expression
from yinfeng.lexicon.standard_checks import Outcomes, Penalties, Penalty, Proposal

_CENT = Decimal("0.01")
_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a check stands: in which round, whether done, on which day, with which values."""

    check: str
    round: int
    due: date | None
    day: date
    is_done: bool
    values: tuple[Judged, ...] = ()

    @property
    def days_late(self) -> int:
        """How many days the day lies behind the due one."""
        return max((self.day - self.due).days, 0) if self.due else 0

    @property
    def figures(self) -> dict[str, Decimal]:
        """What conditions of proposals may ask."""
        gone = missed(self.values)
        return {
            "已完成": Decimal(int(self.is_done)),
            "逾期天数": Decimal(self.days_late),
            "轮次": Decimal(self.round),
            "未达标项数": Decimal(len(gone)),
            "最大缺口比例": max((one.share for one in gone), default=_NONE),
        }


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed for one thing, in 万元, and how it was reckoned; or why it cannot be."""

    key: str
    label: str
    amount: Decimal | None
    working: str
    basis: str


def proposal_of(outcomes: Outcomes, standing: Standing) -> Proposal | None:
    """The first proposal whose condition holds; one that cannot be reckoned does not."""
    figures = standing.figures
    return next(
        (
            one
            for one in outcomes.proposals
            if standing.check in one.checks and _holds(one.when, figures)
        ),
        None,
    )


def owed_of(
    penalties: Penalties,
    standing: Standing,
    own: Mapping[str, Expression],
    money: Mapping[str, Decimal],
) -> list[Owed]:
    """What is owed: for late days, or for each missed indicator; *own* are the contract's words."""
    known = {**penalties.constants, **money, "轮次": Decimal(standing.round)}
    if not standing.values:
        return _for_days(penalties, standing, own, known)
    found = []
    for one in missed(standing.values):
        assert one.promised is not None
        assert one.measured is not None
        figures = {
            **known,
            "承诺值": one.promised,
            "实测值": one.measured,
            "差额": one.gap,
            "缺口比例": one.share,
        }
        key = one.indicator.key
        usual = penalties.of_indicator(key)
        found.append(_owed(key, one.indicator.label, own.get(key), usual, figures))
    return found


def after_earlier(owed: Sequence[Owed], charged: Decimal) -> list[Owed]:
    """What is owed for days from the first due one, without what earlier rounds have charged."""
    if not charged:
        return list(owed)
    told = f"；减前几轮已定{charged.normalize():f}"
    return [
        one
        if one.amount is None
        else replace(one, amount=max(one.amount - charged, _NONE), working=one.working + told)
        for one in owed
    ]


def sum_of(owed: Sequence[Owed]) -> Decimal | None:
    """Everything together; None where one of them cannot be reckoned."""
    amounts = [one.amount for one in owed]
    return None if None in amounts else sum((one for one in amounts if one is not None), _NONE)


def _holds(condition: Expression, figures: Mapping[str, Decimal]) -> bool:
    try:
        return condition.holds(figures)
    except BadExpression:
        return False


def _for_days(
    penalties: Penalties,
    standing: Standing,
    own: Mapping[str, Expression],
    known: Mapping[str, Decimal],
) -> list[Owed]:
    usual = penalties.of_day(standing.check)
    if not standing.days_late or standing.due is None:
        return []
    months = months_late(standing.due, standing.day)
    late = {"逾期天数": Decimal(standing.days_late), "逾期月数": Decimal(months)}
    if usual is None and standing.check not in own:
        return []
    label = f"逾期{standing.days_late}天"
    return [_owed(standing.check, label, own.get(standing.check), usual, {**known, **late})]


def _owed(
    key: str,
    label: str,
    own: Expression | None,
    usual: Penalty | None,
    figures: Mapping[str, Decimal],
) -> Owed:
    formula, basis = (usual.formula, usual.basis) if usual else (None, "")
    if own is not None:
        formula, basis = own, "合同约定"
    assert formula is not None
    try:
        amount = formula.value(figures).quantize(_CENT, rounding=ROUND_HALF_UP)
        working = formula.working(figures)
    except (BadExpression, InvalidOperation) as error:
        why = str(error) if isinstance(error, BadExpression) else "数太大，算不出来"
        return Owed(key, label, None, f"{formula.formula}：{why}", basis)
    if amount < 0:
        return Owed(key, label, None, f"{working}，小于零，请核对算式", basis)
    return Owed(key, label, amount, working, basis)
