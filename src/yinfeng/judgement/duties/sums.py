"""Sums that a duty promises, set beside what happened: 固定资产投资不低于5亿元, 亩均税收28万元/亩.

A sum is of the measure whose word stands before it. What happened is told by several sources; each
is summed for itself, and only the first that is proved says whether the promise was kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from yinfeng.lexicon.duties import DutyWords
from yinfeng.mentions import RECOGNISERS
from yinfeng.text.plain import plain
from yinfeng.values import Quantity

_CENT, _WAN, _YI = Decimal("0.01"), Decimal(10_000), Decimal(100_000_000)
_YEAR = re.compile(r"(20\d\d)年")
_YUAN, _YUAN_PER_MU = "CNY", "CNY/mu"
KEPT, LATE, PARTLY, BROKEN = "kept", "late", "partly", "broken"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One promised sum: of which measure, at least how many yuan, a mu or a year of it."""

    measure: str
    label: str
    yuan: Decimal
    quote: str
    is_per_mu: bool = False
    is_yearly: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that was told to have happened, of a stretch of time or as it stood on a day."""

    measure: str
    source: str
    until: date
    yuan: Decimal
    says: str
    address: str = ""
    since: date | None = None
    is_per_mu: bool = False
    is_proved: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """What one source comes to: the sum, the day of the last of it, with what shows it."""

    source: str
    yuan: Decimal
    until: date
    rows: tuple[Seen, ...]
    is_proved: bool
    is_converted: bool
    reached: date | None

    @property
    def says(self) -> str:
        """The sum as people write it: 3.2亿元, 850万元."""
        for unit, word in ((_YI, "亿元"), (_WAN, "万元")):
            if self.yuan >= unit:
                return f"{(self.yuan / unit).quantize(_CENT).normalize():f}{word}"
        return f"{self.yuan.normalize():f}元"


@dataclass(frozen=True, slots=True)
class Beside:
    """A promised sum beside what happened, and what that suggests where its day has come."""

    wanted: Wanted
    lines: tuple[Line, ...]
    suggests: str

    @property
    def best(self) -> Line | None:
        """The line that counts: the first that is proved."""
        return next((one for one in self.lines if one.is_proved), None)


def wanted_in(says: str, words: DutyWords) -> tuple[Wanted, ...]:
    """The sums in the words of a duty whose measure is known; foreign money is none of them."""
    return tuple(_wanted(says, words))


def _wanted(says: str, words: DutyWords) -> Iterator[Wanted]:
    named, before = "", 0
    for start, end, value in _figures(says):
        piece = says[before:start]
        found = [
            (match.end(), match.end() - match.start(), key)
            for key, pattern in words.sums.items()
            for match in pattern.finditer(piece)
        ]
        named = max(found)[2] if found else named
        if named in words.sum_labels and value.unit.name in (_YUAN, _YUAN_PER_MU):
            is_total = words.altogether.search(piece) is not None
            is_yearly = not is_total and words.yearly.search(piece) is not None
            year = _YEAR.search(piece) if is_yearly else None
            low = value.low if value.low is not None else value.high
            if low:
                yield Wanted(
                    named, words.sum_labels[named], low, says[start:end],
                    value.unit.name == _YUAN_PER_MU or words.per_mu.search(piece) is not None,
                    is_yearly or (named in words.yearly_sums and not is_total),
                    int(year[1]) if year else None,
                )  # fmt: skip
        before = end


def _figures(says: str) -> list[tuple[int, int, Quantity]]:
    text = plain(says)
    found = [
        (mention.span.start, mention.span.end, mention.value)
        for recognise in RECOGNISERS
        for mention in recognise(text)
        if isinstance(mention.value, Quantity) and mention.value.unit.name.isascii()
    ]
    money = [one for one in found if len(one[2].unit.name.partition("/")[0]) == len(_YUAN)]
    return sorted(money, key=lambda one: one[:2])


def beside(
    wanted: Wanted, seen: Iterable[Seen], *, due: date | None, today: date, mu: Decimal | None
) -> Beside:
    """The promised sum beside what was told by today, one line a source, proved ones first."""
    mine = [one for one in seen if one.measure == wanted.measure and _first(one) <= today]
    fit = [one for one in (_fitted(one, wanted, mu) for one in mine) if one is not None]
    year = _year_of(wanted, fit, due, today) if wanted.is_yearly else None
    if year is not None:
        fit = [one for one in fit if one[0].until.year == year]
    lines = []
    for _, rows in groupby(sorted(fit, key=_order), key=lambda one: one[0].source):
        lines.append(_line(wanted, [*rows]))
    lines.sort(key=lambda one: not one.is_proved)
    last = due or (date(year, 12, 31) if year and wanted.year else None)
    return Beside(wanted, tuple(lines), _suggested(wanted, lines, last, today))


def _order(one: tuple[Seen, bool]) -> tuple[str, date]:
    return one[0].source, one[0].until


def _first(one: Seen) -> date:
    return one.since or one.until


def _fitted(one: Seen, wanted: Wanted, mu: Decimal | None) -> tuple[Seen, bool] | None:
    """What happened in the measure of the promise, and whether it was converted by the area."""
    if one.is_per_mu == wanted.is_per_mu:
        return one, False
    if not mu:
        return None
    yuan = one.yuan / mu if wanted.is_per_mu else one.yuan * mu
    return (
        Seen(
            one.measure, one.source, one.until, yuan.quantize(_CENT), one.says, one.address,
            one.since, wanted.is_per_mu, one.is_proved,
        ),
        True,
    )  # fmt: skip


def _year_of(
    wanted: Wanted, seen: Sequence[tuple[Seen, bool]], due: date | None, today: date
) -> int | None:
    """The year that is looked at: the named one, that of its day, the last that ended."""
    if wanted.year:
        return wanted.year
    if due is not None and due <= today:
        return due.year
    ended = [one.until.year for one, _ in seen if one.until.year < today.year]
    return max(ended, default=None) or max((one.until.year for one, _ in seen), default=None)


def _line(wanted: Wanted, rows: list[tuple[Seen, bool]]) -> Line:
    total, reached = Decimal(0), None
    for one, _ in rows:
        # What stands on a day takes the place of what stood before; stretches add up.
        total = total + one.yuan if one.since is not None else one.yuan
        if total >= wanted.yuan:
            # A month tells no day: what it brings is in time where it began by the day.
            reached = reached or _first(one)
        elif one.since is None:
            reached = None
    first = rows[0][0]
    return Line(
        first.source, total, rows[-1][0].until, tuple(one for one, _ in rows), first.is_proved,
        any(is_converted for _, is_converted in rows), reached,
    )  # fmt: skip


def _suggested(wanted: Wanted, lines: Sequence[Line], due: date | None, today: date) -> str:
    best = next((one for one in lines if one.is_proved), None)
    if best is not None and best.reached is not None:
        return LATE if due is not None and best.reached > due else KEPT
    if due is None or due >= today:
        return ""
    # A year's figures come after it: nothing told is no sign that nothing was.
    if best is None:
        return "" if wanted.is_yearly else BROKEN
    return PARTLY if best.yuan else BROKEN
