"""How a check stands: what was found, how it is judged, what is proposed, what would be owed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from yinfeng.judgement.standard.outcomes import (
    Owed,
    Standing,
    after_earlier,
    owed_of,
    proposal_of,
    sum_of,
)
from yinfeng.judgement.standard.values import Judged, judged
from yinfeng.lexicon.expressions import Expression, read
from yinfeng.lexicon.standard_checks import Checks, Penalties, Proposal
from yinfeng.lexicon.standard_land import Indicator, Indicators
from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.standard.models import Check, Commitment, Finding
from yinfeng.web.desks.standard.rules import Rules, rules_of

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator as it was judged, with the finding that it was judged by."""

    judged: Judged
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """All of one check on a day."""

    check: Check
    findings: Sequence[Finding]
    measured: Sequence[Measured]
    standing: Standing | None
    proposal: Proposal | None
    owed: Sequence[Owed]

    @property
    def amount(self) -> Decimal | None:
        """What would be owed altogether; None where it cannot be reckoned."""
        return sum_of(self.owed)

    @property
    def missing(self) -> list[Indicator]:
        """The indicators that nobody has measured."""
        return [one.judged.indicator for one in self.measured if one.finding is None]

    @property
    def is_whole(self) -> bool:
        """Whether everything that the check asks was found."""
        return bool(self.findings) and not self.missing

    @property
    def finders(self) -> set[int]:
        """Who found something in this attempt."""
        return {one.by_id for one in self.findings}


def rules_at(commitment: Commitment) -> Rules:
    """The rules under which a commitment was made: those of the day it was signed."""
    return rules_of(commitment.unit, commitment.signed)


def mu_of_land(commitment: Commitment) -> Decimal:
    """The area of a commitment in mu."""
    return mu_of(commitment.area).quantize(_CENT)


def figures_of(commitment: Commitment, rules: Indicators) -> dict[str, Decimal]:
    """What the plot and the commitment give to the formulas of indicators."""
    return {
        **rules.constants,
        **{name: amount for name, amount in commitment.money.items() if name == "土地价款"},
        "用地亩数": mu_of_land(commitment),
        "用地平方米": commitment.area,
    }


def promised(commitment: Commitment, check: str) -> list[Indicator]:
    """The promised indicators that a check looks at."""
    limits = commitment.limits
    return [one for one in rules_at(commitment).indicators.of(check) if one.key in limits]


def own_formulas(
    commitment: Commitment, penalties: Penalties, checks: Checks
) -> dict[str, Expression]:
    """The expressions that the contract itself gives."""
    return {
        key: read(text, penalties.day_names if key in checks.points else penalties.value_names)
        for key, text in commitment.formulas.items()
    }


def sheet_of(check: Check, today: date, moment: datetime | None = None) -> CheckSheet:
    """How a check stands, now or with what was known before a moment."""
    commitment = check.commitment
    rules = rules_at(commitment)
    found = findings_of(check, moment)
    latest = {one.indicator: one for one in found}
    limits = commitment.limits
    measured = [
        Measured(
            judged(one, limits[one.key], latest[one.key].value if one.key in latest else None),
            latest.get(one.key),
        )
        for one in ([] if check.asks_day else promised(commitment, check.point))
    ]
    standing = _standing(check, found, measured)
    if standing is None:
        return CheckSheet(check, found, measured, None, None, [])
    money = {**commitment.money, "用地亩数": mu_of_land(commitment)}
    own = own_formulas(commitment, rules.penalties, rules.checks)
    owed = owed_of(rules.penalties, standing, own, money)
    return CheckSheet(
        check=check,
        findings=found,
        measured=measured,
        standing=standing,
        proposal=proposal_of(rules_of(check.unit, today).outcomes, standing),
        owed=after_earlier(owed, _charged(check, moment)) if check.asks_day else owed,
    )


def findings_of(check: Check, moment: datetime | None = None) -> list[Finding]:
    """What was found in the present attempt, in order."""
    rows = check.findings.filter(attempt=check.attempt).select_related("by", "document")
    if moment is not None:
        rows = rows.filter(at__lt=moment)
    return list(rows.order_by("pk"))


def known_days(commitment: Commitment, checks: Iterable[Check]) -> Mapping[str, date | None]:
    """The days that were: of the contract, of handing over, of what is done."""
    done = {one.point: one.actual for one in checks if one.actual}
    return {"signed": commitment.signed, "handed_over": commitment.handed_over, **done}


def _standing(
    check: Check, found: Sequence[Finding], measured: Sequence[Measured]
) -> Standing | None:
    """What proposals and penalties look at; None while something is still to be found."""
    if not found or any(one.finding is None for one in measured):
        return None
    last = found[-1]
    return Standing(
        check=check.point,
        round=check.round,
        due=_first_due(check),
        day=last.day,
        is_done=last.is_done,
        values=tuple(one.judged for one in measured),
    )


def _charged(check: Check, moment: datetime | None) -> Decimal:
    """What the rounds before have charged: the days that they count are counted again here."""
    if check.round == 1:
        return Decimal(0)
    rows = Check.objects.standing() if moment is None else Check.history.at(moment)
    before = rows.filter(
        commitment=check.commitment_id, point=check.point, round__lt=check.round,
        state=Check.State.DECIDED,
    )  # fmt: skip
    amounts = before.exclude(amount=None).values_list("amount", flat=True)
    return sum(amounts, Decimal(0))


def _first_due(check: Check) -> date | None:
    """The day of the contract: a term for putting things right does not move it."""
    if check.round == 1:
        return check.due
    rows = Check.objects.standing().filter(commitment=check.commitment_id, point=check.point)
    return rows.filter(round=1).values_list("due", flat=True).first()
