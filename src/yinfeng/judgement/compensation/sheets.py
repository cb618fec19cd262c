"""A compensation sheet: each line with its clause, quantity, unit price and exact sum.

钢混结构1200平方米 × 1200元 × 成新0.85 = 1224000.00元, by the price book of the signing day. A line
whose price the book does not name is refused with a sentence, never guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from yinfeng.lexicon.price_books import Component, PriceBook, Way

_CENT = Decimal("0.01")


class NotComputable(ValueError):
    """A line that cannot be computed, with the sentence for the clerk."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a person enters of one line; an appraised sum stands in *sum*."""

    component: str
    kind: str = ""
    quantity: Decimal = Decimal(1)
    factor: str = ""
    sum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One line as computed, with all that it was computed from."""

    component: Component
    kind: str
    quantity: Decimal
    price: Decimal
    factor: str
    amount: Decimal
    says: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The lines of a sheet and their sum."""

    lines: tuple[Reckoned, ...]
    book: str

    @property
    def total(self) -> Decimal:
        """The sum of the lines as they are printed."""
        return sum((line.amount for line in self.lines), Decimal("0.00"))


def reckon(
    items: Sequence[Item], book: PriceBook, signed: date | None, handed_over: date | None
) -> Reckoning:
    """Every line computed by the book; rewards go by the day of signing or of handing over."""
    lines: dict[int, Reckoned] = {}
    for at, item in enumerate(items):
        if _component(item, book).way is not Way.SHARE:
            lines[at] = _line(item, book, signed, handed_over)
    for at, item in enumerate(items):
        if at not in lines:
            lines[at] = _share(item, book, lines.values())
    return Reckoning(tuple(lines[at] for at in range(len(items))), book.version)


def factor_of(words: str) -> Fraction:
    """A factor as people write it: 0.85, 85%, 23/50; none is 1."""
    says = words.strip()
    if not says:
        return Fraction(1)
    try:
        found = Fraction(says[:-1]) / 100 if says.endswith("%") else Fraction(says)
    except (ValueError, ZeroDivisionError):
        raise NotComputable(f"系数“{says}”看不懂，请写成0.85、85%或23/50。") from None
    if not 0 <= found <= 10:
        raise NotComputable(f"系数“{says}”不合理，应在0到10之间。")
    return found


def _component(item: Item, book: PriceBook) -> Component:
    found = book.components.get(item.component)
    if found is None:
        raise NotComputable(f"价格办法里没有“{item.component}”这个补偿项目。")
    if item.quantity <= 0:
        raise NotComputable(f"{found.label}的数量应大于零。")
    return found


def _line(item: Item, book: PriceBook, signed: date | None, handed_over: date | None) -> Reckoned:
    component = _component(item, book)
    if component.way is Way.APPRAISED:
        if item.sum is None or item.sum < 0:
            raise NotComputable(f"{component.label}按评估补偿，请填评估金额。")
        price = item.sum
    elif component.way is Way.BANDS:
        day = handed_over if component.key.startswith("vacating") else signed
        price = _band_price(component, book, day)
    else:
        price = price_of(book, component.key, item.kind)
    factor = factor_of(item.factor)
    amount = rounded(Fraction(item.quantity) * Fraction(price) * factor)
    times = f" × {item.factor.strip()}" if item.factor.strip() else ""
    says = f"{_plain(item.quantity)}{component.measure} × {_plain(price)}元{times} = {amount}元"
    return Reckoned(component, item.kind, item.quantity, price, item.factor.strip(), amount, says)


def _share(item: Item, book: PriceBook, lines: Iterable[Reckoned]) -> Reckoned:
    component = _component(item, book)
    part = price_of(book, component.key, item.kind)
    base = sum((o.amount for o in lines if o.component.key in component.of), Decimal("0.00"))
    if not base:
        names = "、".join(book.components[key].label for key in component.of)
        raise NotComputable(f"{component.label}按{names}的比例计算，请先填{names}。")
    factor = factor_of(item.factor)
    amount = rounded(Fraction(base) * Fraction(part) * factor)
    times = f" × {item.factor.strip()}" if item.factor.strip() else ""
    says = f"{base}元 × {_plain(part)}{times} = {amount}元"
    return Reckoned(component, item.kind, base, part, item.factor.strip(), amount, says)


def price_of(book: PriceBook, component: str, kind: str) -> Decimal:
    """The unit price that the book names for a kind; refused where it names none."""
    prices: Mapping[str, Decimal] = book.prices.get(component, {})
    label = book.components[component].label
    if not prices:
        raise NotComputable(f"价格办法没有{label}的单价。请先在“更新办法”里存入本单位公布的价格。")
    if kind not in prices:
        raise NotComputable(f"{label}没有“{kind or '（未写）'}”的单价，可选：{'、'.join(prices)}。")
    return prices[kind]


def _band_price(component: Component, book: PriceBook, day: date | None) -> Decimal:
    bands = book.bands.get(component.key, ())
    if not bands:
        raise NotComputable(f"价格办法没有{component.label}的分段标准。")
    if day is None:
        event = "交付" if component.key.startswith("vacating") else "签约"
        raise NotComputable(f"{component.label}按{event}日期计算，请先登记{event}日期。")
    return next((band.price for band in bands if day <= band.until), Decimal(0))


def rounded(value: Fraction) -> Decimal:
    """A sum to the cent, half up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(_CENT, ROUND_HALF_UP)


def _plain(value: Decimal) -> str:
    words = f"{value:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
