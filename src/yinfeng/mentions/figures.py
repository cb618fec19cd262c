"""How a figure is written: number, range, unit, denominator, and what those words amount to.

`FIGURE` finds what may be a figure (2到3亿元, 百分之五, 100余万元, 300万元/亩); `quantity` says
what its parts amount to. Whether the run is a figure at all, and which words around it belong to
it, is for the recogniser to decide.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from yinfeng.lexicon import units
from yinfeng.lexicon.held_runs import all_of
from yinfeng.lexicon.numerals import ARABIC, DIGITS, TENS, Numeral, numeral
from yinfeng.values import Bound, Dimension, Quantity, Unit

_SPACE = r"[ \u3000\xa0]"
# 千 and 兆 before these belong to the unit: 3千米 is three kilometres, not 3000 metres.
_KILO = "米|克|瓦|伏|乏|卡|赫|帕|焦耳|字节|比特"
_MEGA = "瓦|帕|赫|字节|比特|焦耳|伏"
# 3个亿 and 2个多亿 are amounts, 3个亿元项目 are three projects.
_PIECES = (
    "个半(?=亿|千万)"
    "|个(?=多(?:亿|[十百千]万)|(?:亿|[十百千]万)(?!元|级|以上|美|欧|港|项|企|产|平|工|园|大))"
)

# 两 continues a numeral only as 一两 or before 百, 千, 万: in 三十两 it is the unit.
_LATER = DIGITS.translate(
    {ord(word): None for word in "两兩俩"}
)  # No number begins inside another: without this a long run of digits is tried from every digit.
_NUMERIC = f"[{ARABIC}{DIGITS}{TENS}]"
# 几 and 数 begin a numeral only before 十, 百, 千, 万: 数十家, but 人数30人 and 户数十二户.
_NO_VAGUE = rf"(?<=[几数])[^{TENS}]|(?<=[人户家个总次件天台辆批宗岁]数)"

# Each alternative begins with its own character, so that a miss costs one comparison.
_GOES_ON = (
    rf"[{ARABIC}{_LATER}]{{1,24}}+|[.．](?=[{ARABIC}])|[十拾仟万亿萬億]|千(?!{_KILO})"
    rf"|[百佰](?<![十拾].)|[多余几来](?={_SPACE}?[{TENS}])|[两兩俩](?:(?<=一.)|(?=[{TENS}]))"
    rf"|[,，](?<![{ARABIC}]{{4}}.)(?=[{ARABIC}]{{3}}(?![{ARABIC}]))|{_PIECES}"
    rf"|[点點]{_SPACE}?(?=[{DIGITS}])|兆(?!{_MEGA})|[kKwWＫ](?<=[{ARABIC}].)(?![A-Za-z0-9])"
    rf"|{_SPACE}(?=[百千万亿萬億点點]|(?<={_NUMERIC}.)[{DIGITS}{TENS}]{_SPACE})"
)
NUMBER = (
    rf"[{ARABIC}{DIGITS}{TENS}几数](?<!{_NUMERIC}{_NUMERIC})(?!(?<=千)(?:{_KILO})|{_NO_VAGUE})"
    + all_of(_GOES_ON, "{0,32}")
)
# Behind 分之 a number may be spaced out (百 分 之 一 百 二 十): nothing else can follow there.
_PART = NUMBER + all_of(rf"{_SPACE}++(?=[{DIGITS}{TENS}]){NUMBER}") + r"(?:[ ]k(?![A-Za-z0-9]))?"
_POINTS = rf"个{_SPACE}*+百{_SPACE}*+分{_SPACE}*+点"
_UNIT = units.alternatives()
_DASH = "\\-–—―−~～〜－"
_TO = rf"(?:[{_DASH}]{{1,2}}+|至|到)"
# Most figures are no range: look for its sign before anything dearer is tried.
_TO_AHEAD = rf"(?=[^，。、,;；\n{_DASH}至到]{{0,7}}+[{_DASH}至到])"
_HEADS = re.escape("".join(sorted({word[0] for word in units.written()})))

FIGURE = re.compile(
    rf"(?P<number>{NUMBER})"
    rf"(?:(?=[{_HEADS}多余来几分至到(（{_DASH} \u3000\xa0])(?:"
    rf"{_SPACE}*+分{_SPACE}*+之{_SPACE}*+(?P<part>{_PART})(?:{_TO}(?:百分之)?(?P<last>{NUMBER}))?"
    rf"|(?:{_TO_AHEAD}[多余]?(?:{_SPACE}?(?P<own>{_UNIT}))?(?:[(（]含[)）])?{_SPACE}?{_TO}"
    rf"{_SPACE}?(?P<second>{NUMBER}))?(?P<loose>[多余来几]?+){_SPACE}{{0,4}}(?P<unit>{_POINTS}|{_UNIT})"
    rf")|(?:{_SPACE}?{_TO}{_SPACE}?(?P<reach>{NUMBER}))?(?<=[万亿萬億kKwW]))"
)
_CODES = "HKD|USD|EUR|CNY|RMB|GBP|JPY|KRW|TWD|AUD|CAD|SGD|CHF"
PRICE = re.compile(
    rf"(?:[¥￥$＄€£]|[DYRBPWF](?<={_CODES})|(?P<coin>币)(?<=民币|港币|台币|日币))"
    rf"{_SPACE}?(?P<number>{NUMBER})(?<![万亿])(?(coin)(?=[,，。;；、)）整\s]|$))"
)
PLOT_RATIO = re.compile(r"容积率[^，。；;\n]{0,20}")
PLAIN = re.compile(rf"(?<![0-9.])[0-9]++(?:\.[0-9]++)?(?![0-9.{TENS}])")
# 土方10万方 is a volume, 厂房10万方 an area.
# 每件卖3块 is a price, 出让3块 three pieces of land.
_PRICED = re.compile(
    r"(?:花费?|价格?|卖|售|付|赚|便宜|贵|金额|租金|工资|费用?|补贴?|涨|降)了?[^,，。;；、]{0,3}$"
)
_SPACED = re.compile(r"(?<![0-9])[1-9][ ]$")
_ENDS_PRICE = re.compile(r"[,，。;；、！!?？)）\s以左上多到至]|$")
_VOLUME = re.compile(r"土方|石方|砂|水|气|库容|混凝土|垃圾|淤泥|渣土|货")

_YUAN = Unit("CNY", Dimension.MONEY)
_NUMBER = Unit("", Dimension.NUMBER)
_RATIO = Unit("", Dimension.RATIO)
_HALF, _TEN, _TENTH, _HUNDREDTH = Decimal("0.5"), Decimal(10), Decimal("0.1"), Decimal("0.01")
_TENTHS = {"成": _HUNDREDTH}
"""What a digit behind the unit is worth where it is no tenth of it: 九成五 is 95 %."""
_CHAIN = re.compile(
    r".*?(?P<ones>[0-9一二两三四五六七八九])?(?P<small>[十拾百佰千仟]*+)(?P<big>[万亿萬億]*+|[kKwW])"
)


class Run(NamedTuple):
    """A run of the text that is written like a figure, and its parts as written.

    *own* is the unit of a range's first end; *whole* what a fraction is a part of (百 of 百分之五).
    """

    start: int
    end: int
    number: str
    unit: str = ""
    second: str = ""
    own: str = ""
    whole: str = ""
    loose: str = ""


def runs(clean: str) -> Iterator[Run]:
    """Every run that is written like a figure, from left to right."""
    for match in FIGURE.finditer(clean):
        start, end = match.span()
        number, part, last, own, second, loose, unit, reach = match.groups("")
        if unit and unit[0] == "个" and unit[-1] == "点":
            unit = "个百分点"
        elif unit == "方" and _VOLUME.search(clean, max(0, start - 8), start):
            unit = "立方米"
        elif unit in ("度", "°") and clean.endswith(("氏", "氏温度"), 0, start):
            unit = "华氏度" if "华" in clean[max(0, start - 4) : start] else "摄氏度"
        elif unit == "折" and _SPACED.search(clean, max(0, start - 3), start):
            # 7 2 折, as a spaced copy has it, is one number.
            start -= 2
            number = clean[start] + number
        elif unit == "块" and _ENDS_PRICE.match(clean, end) and _is_priced(clean, start, number):
            unit = "块钱"
        if part:
            yield Run(start, end, part, second=last, whole=number)
        elif own and _are_two_figures(clean, start, own, unit):
            yield Run(start, match.end("own"), number, own)
            yield Run(match.start("second"), end, second, unit, loose=loose)
        else:
            yield Run(start, end, number, unit, second or reach, own, loose=loose)


def _is_priced(clean: str, start: int, number: str) -> bool:
    return "." in number or _PRICED.search(clean, max(0, start - 8), start) is not None


def _are_two_figures(clean: str, start: int, own: str, unit: str) -> bool:
    """Whether two figures only stand beside one another: 从10亿元到100亿元 tells a change."""
    first, second = units.written()[own], units.written()[unit]
    is_change = start > 0 and clean[start - 1] in "从由自"
    return is_change or first.unit != second.unit or first.scale != second.scale


class Written(NamedTuple):
    """The words of one figure, part by part; an empty part is not there."""

    number: str
    unit: str = ""
    second: str = ""
    own: str = ""
    whole: str = ""
    currency: str = ""
    coins: str = ""
    per: str = ""
    bounds: tuple[Bound, ...] = ()
    is_half_more: bool = False
    is_negative: bool = False
    is_plain: bool = False


@lru_cache(maxsize=1 << 14)
def quantity(words: Written) -> Quantity | None:
    """What the words of a figure amount to; None if they amount to nothing."""
    read = _range(words) if words.second else numeral(words.number)
    if read is None:
        return None
    if words.whole:
        whole = numeral(words.whole)
        if whole is None or not whole.low:
            return None
        return _bounded(read.times(1 / whole.low), _RATIO, words)
    return _measured(read, words)


def _measured(read: Numeral, words: Written) -> Quantity | None:
    if not words.unit and words.is_plain:
        return _bounded(read, _NUMBER, words)
    if not words.unit:
        return _bounded(read, units.currencies().get(words.currency, _YUAN), words)
    word = units.written()[words.unit]
    scale = word.scale
    if words.unit == "折" and read.low >= _TEN:
        scale = _HUNDREDTH
    if words.is_half_more or "半" in words.unit:
        read = _raised(read, _HALF)
    read = read.times(scale)
    unit = word.unit
    if words.coins:
        tenth = numeral(words.coins)
        part = _TENTHS.get(words.unit, _TENTH)
        read = _raised(read, tenth.low * part if tenth else _coins(words.coins))
    if words.unit == "块" and (words.coins or words.number[-1] in "万亿"):
        unit = _YUAN
    if words.currency and unit == _YUAN:
        unit = units.currencies()[words.currency]
    return _bounded(*_rated(read, unit, words.per), words)


def _rated(read: Numeral, unit: Unit, per: str) -> tuple[Numeral, Unit]:
    """The figure in its denominators' base units: 吨标煤/万元 is counted a yuan, not 10,000."""
    name = unit.name
    for part in per.split("/") if per else ():
        factor = {"万": Decimal(10**4), "亿": Decimal(10**8)}.get(part[0], Decimal(1))
        word = units.written().get(part[1:] if factor > 1 else part)
        name += "/" + (word.unit.name if word else part)
        read = read.times(1 / (factor * (word.scale if word else 1)))
    return read, Unit(name, Dimension.RATE) if per else unit


def _raised(read: Numeral, by: Decimal) -> Numeral:
    high = None if read.high is None else read.high + by
    return read._replace(low=read.low + by, high=high, grain=min(read.grain, by or read.grain))


def _coins(words: str) -> Decimal:
    """The 角 and 分 behind a sum in yuan: 1角1分 is 0.11."""
    total = Decimal(0)
    for digits, coin in re.findall(r"又?([^角毛美分]+)美?([角毛分])", words):
        read = numeral(digits)
        total += read.low * (_HUNDREDTH if coin == "分" else _HUNDREDTH * 10) if read else 0
    return total


def _range(words: Written) -> Numeral | None:
    """Both ends of a range; the first takes multipliers from the second: 2到3亿, 两到三千."""
    high = numeral(words.second)
    low = numeral(words.number)
    if low is None or high is None:
        return None
    if not words.own:
        low = _with_multipliers(words.number, low, words.second, high)
    return Numeral(low.low, high.high or high.low, high.grain, Bound.RANGE)


def _with_multipliers(number: str, low: Numeral, second: str, high: Numeral) -> Numeral:
    chain = _CHAIN.fullmatch(second)
    if chain is None or number[-1] in "万亿":
        return low
    scale = _multiplier(chain["big"])
    if chain["ones"] and number[-1] not in TENS and low.low < _TEN:
        scale *= _multiplier(chain["small"])
    return low.times(scale) if low.low * scale <= high.low else low


def _multiplier(words: str) -> Decimal:
    read = numeral(f"1{words}")
    return read.low if read else Decimal(1)


def _bounded(read: Numeral, unit: Unit, words: Written) -> Quantity:
    bound = _loosest(read.bound, words.bounds)
    low, high = _tidy(read.low), _tidy(read.low if read.high is None else read.high)
    if words.is_negative:
        low, high = -high, -low
    grain = _tidy(read.grain)
    if bound is Bound.AT_LEAST:
        return Quantity(unit, low, None, grain, bound)
    if bound is Bound.AT_MOST:
        return Quantity(unit, None, high, grain, bound)
    return Quantity(unit, low, high, grain, bound)


def _loosest(own: Bound, around: tuple[Bound, ...]) -> Bound:
    """The bound that counts: a range keeps its ends; a closed side beats 约 (约100余家)."""
    for bound in (Bound.RANGE, Bound.AT_MOST, Bound.AT_LEAST, Bound.ABOUT):
        if own is bound or bound in around:
            return bound
    return Bound.EXACT


def _tidy(value: Decimal) -> Decimal:
    """The same number without needless zeros or exponents."""
    whole = value.to_integral_value()
    if value == whole:
        return Decimal(int(whole))
    return value.normalize()
