"""Red lines of a compensation: what must not stand there without a paper that explains it.

Same structure at another price, more area than the certificate, payment before the handover,
relatives. Each finding names its figures and the paper that would answer it; it accuses nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.lexicon.price_books import PriceBook, RedLine, RedLines, Stops, Way


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line as it stands on a sheet."""

    component: str
    kind: str
    quantity: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment: when, how much, to whom."""

    day: date
    amount: Decimal
    payee: str


@dataclass(frozen=True, slots=True)
class Case:
    """All that is looked at of one sheet."""

    key: str
    holder: str
    book: str
    lines: tuple[SheetLine, ...]
    total: Decimal
    certified: Decimal | None = None
    at_notice: Decimal | None = None
    compensated: Decimal | None = None
    signed: date | None = None
    valued: date | None = None
    handed_over: date | None = None
    appraiser: str = ""
    declaration: str = ""
    has_relatives: bool = False
    payments: tuple[Paid, ...] = ()


@dataclass(frozen=True, slots=True)
class Crossing:
    """A red line that a sheet touches: which, about what, in a sentence."""

    line: RedLine
    about: str
    says: str


def crossings(
    case: Case, others: Sequence[Case], book: PriceBook, rules: RedLines, today: date
) -> tuple[Crossing, ...]:
    """Every red line that the sheet touches on a day, beside the other sheets of its block."""
    found = [
        *_prices(case, others, book),
        *_areas(case, rules),
        *_papers(case, book),
        *_payments(case, rules, today),
    ]
    known = rules.lines
    return tuple(Crossing(known[key], about, says) for key, about, says in found if key in known)


def stopping(
    found: Sequence[Crossing], what: Stops, ruled: Mapping[tuple[str, str], str]
) -> tuple[Crossing, ...]:
    """Those that hold back an approval or a payment, as no ruling answers them yet."""
    return tuple(
        one for one in found if one.line.stops is what and (one.line.key, one.about) not in ruled
    )


Found = Iterator[tuple[str, str, str]]


def _prices(case: Case, others: Sequence[Case], book: PriceBook) -> Found:
    for line in case.lines:
        component = book.components.get(line.component)
        if component is None or component.way is not Way.PRICE:
            continue
        what = f"{component.label}{f'（{line.kind}）' if line.kind else ''}"
        about = f"{line.component}/{line.kind}"
        for other in others:
            prices = {
                one.price
                for one in other.lines
                if (one.component, one.kind) == (line.component, line.kind)
            }
            if prices and line.price not in prices:
                high = "、".join(_plain(price) for price in sorted(prices))
                says = f"{what}本表每单位{_plain(line.price)}元，{other.holder}为{high}元。"
                yield "other_price", about, says
                break


def _areas(case: Case, rules: RedLines) -> Found:
    claimed = case.compensated
    if claimed is None:
        return
    for key, before, what in (
        ("over_certificate", case.certified, "证载"),
        ("grown_area", case.at_notice, "公告时登记"),
    ):
        if before is not None and claimed > before * (1 + rules.area):
            both = f"补偿建筑面积{_plain(claimed)}平方米，{what}{_plain(before)}平方米"
            yield key, _plain(claimed), f"{both}，多{_plain(claimed - before)}平方米。"


def _papers(case: Case, book: PriceBook) -> Found:
    if case.signed is not None and (case.valued is None or case.signed < case.valued):
        when = f"评估结果{case.valued}送达" if case.valued else "没有登记评估结果送达日期"
        yield "before_valuation", str(case.signed), f"{case.signed}签约，{when}。"
    ways = {book.components[o.component].way for o in case.lines if o.component in book.components}
    if Way.APPRAISED in ways and not case.appraiser:
        yield "no_appraiser", "appraiser", "有按评估补偿的项目，没有写评估机构。"
    if not case.declaration:
        yield "no_declaration", "declaration", "经办人和审批人没有作亲属关系申报。"
    if case.has_relatives:
        yield "relatives", "relatives", f"申报有亲属或特定关系：{case.declaration}。"


def _payments(case: Case, rules: RedLines, today: date) -> Found:
    paid = Decimal(0)
    for one in sorted(case.payments, key=lambda payment: payment.day):
        if one.day > today:
            continue
        paid += one.amount
        early = case.handed_over is None or one.day < case.handed_over
        if early and paid > case.total * rules.before_handover:
            when = f"{case.handed_over}交付" if case.handed_over else "尚未交付"
            yield "before_handover", str(one.day), f"{one.day}拨付{_plain(one.amount)}元，{when}。"
        if one.payee.strip() != case.holder.strip():
            says = f"收款人{one.payee}不是权利人{case.holder}。"
            yield "other_payee", one.payee.strip(), says
    if paid > case.total:
        says = f"累计拨付{_plain(paid)}元，审定{_plain(case.total)}元。"
        yield "overpaid", _plain(paid), says


def _plain(value: Decimal) -> str:
    words = f"{value:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
