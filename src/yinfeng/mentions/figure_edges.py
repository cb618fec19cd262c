"""The words beside a number that belong to its figure: 超过人民币|3亿元|以上, 每亩|25万元, 3年|半.

`opening` reads from the number to the left: currency, sign, bound words, 每 with a unit. `closing`
reads from the unit to the right: coins, 半, denominators, bound words. A word that is part of
another one (签约5个, 侦破3起, 100个上下游企业) opens nothing; the lexicon lists what spoils it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from yinfeng.lexicon import units
from yinfeng.lexicon.numerals import ARABIC, DIGITS, TENS
from yinfeng.mentions.figures import Run
from yinfeng.values import Bound, Dimension


def _by_edge(words: Iterable[str], at: int) -> Mapping[str, tuple[str, ...]]:
    """Words by their last (-1) or first (0) character, longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        found[word[at]].append(word)
    return {edge: tuple(listed) for edge, listed in found.items()}


_BEFORE, _BARE, _AFTER = units.bounds_before(), units.bare_bounds(), units.bounds_after()
_BEFORE_ENDS, _BARE_ENDS = _by_edge(_BEFORE, -1), _by_edge(_BARE, -1)
_CURRENCY_ENDS, _AFTER_HEADS = _by_edge(units.currencies(), -1), _by_edge(_AFTER, 0)
_WRITTEN = units.written()
_LONGEST = max(map(len, _WRITTEN))
_YUAN = frozenset(("", "元", "圆", "块", "元整", "圆整"))
_EACH_WORDS, _EACH_OF = units.each_words(), re.compile(r"每(?P<part>[一-龥]{1,3})$")
_SPACES = " \u3000\xa0"
_SHARES = frozenset("/／·每")
_WHEN = frozenset("年月日天时hda")
_OR = frozenset("套件只个台次辆箱组")
_DIGIT = rf"[{ARABIC}{DIGITS}]"
_COINS = re.compile(rf"(?:{_DIGIT}[角毛](?:{_DIGIT}分)?|{_DIGIT}分|又?{_DIGIT}美分)钱?")
_BRACKET = re.compile(r"[(（]人民币[)）]")
_MINUS = re.compile(r"(?:[长降为是率速至到达比幅(（,，:：\s]|^)[-−－]$")
_LOSES_MINUS = tuple("肩担背自身抱胜欠辜正")
_HALVED = (Dimension.TIME, Dimension.MASS, Dimension.LENGTH, Dimension.VOLUME, Dimension.RATIO)
# 九成五 is 95 % and 三块五 3.5 yuan, but 三成五家 and 三块二期用地 are none.
_TENTH = re.compile(r"[ ]?[一二三四五六七八九](?![一二三四五六七八九十百千万个家年月日户人是要])")
_LAST_TENTH = re.compile(r"[一二三四五六七八九](?=[,，。;；、！!?？)）\s以左多到至高宽长深厚的]|$)")
_HALF = re.compile(r"半(?![年导天数以成品岛径山夜夏日])")
_SHARED = (Dimension.MONEY, Dimension.MASS, Dimension.ENERGY)
_SUM = re.compile(rf"[{ARABIC}{TENS}元]{_SPACES[0]}?$")
_OPENS = frozenset(_SPACES + "-−－负").union(_BEFORE_ENDS, _BARE_ENDS, _CURRENCY_ENDS)
_CLOSES = frozenset(_SPACES + "半又/／·每(（") | {
    *_AFTER_HEADS,
    *DIGITS,
    *"0123456789０１２３４５６７８９",
}


class Opening(NamedTuple):
    """The words before a number that belong to its figure."""

    start: int
    bounds: tuple[Bound, ...] = ()
    currency: str = ""
    each: str = ""
    is_negative: bool = False


class Closing(NamedTuple):
    """The words after a unit that belong to its figure."""

    end: int
    bounds: tuple[Bound, ...] = ()
    coins: str = ""
    per: str = ""
    is_half_more: bool = False


def opening(clean: str, run: Run) -> Opening:
    """What belongs to the figure before its number."""
    found = Opening(run.start)
    while found.start and clean[found.start - 1] in _OPENS:
        further = _opened(clean, found, run)
        if further is None:
            break
        found = further
    at = found.start
    if clean.find("每", max(0, at - 9), at) >= 0 and run.unit:
        return _with_each(clean, found, run)
    return found


def _with_each(clean: str, so_far: Opening, run: Run) -> Opening:
    """The opening with 每亩, 每平方米 before it: the figure is a rate."""
    if _WRITTEN[run.unit].unit.dimension not in _SHARED:
        return so_far
    start = clean.rfind("每", max(0, so_far.start - 9), so_far.start)
    part = _each(clean[start + 1 : so_far.start])
    # Of 每人每年 the figure is one a head.
    wider = _EACH_OF.search(clean, max(0, start - 6), start) if part in _WHEN else None
    if wider and wider["part"] in _WRITTEN:
        return so_far._replace(start=wider.start(), each=wider["part"])
    return so_far._replace(start=start, each=part) if part in _WRITTEN else so_far


def _each(words: str) -> str:
    """The unit that the words behind 每 begin with, if they tell nothing else: 亩, 吨|售价."""
    for length in range(len(words), 0, -1):
        rest = words[length:].removeprefix("均")
        unit = words[:length]
        is_known = unit in _WRITTEN or unit in _WHEN
        if is_known and (not rest or (rest in _EACH_WORDS and unit not in _WHEN)):
            return unit
    return ""


def _opened(clean: str, so_far: Opening, run: Run) -> Opening | None:
    """The opening with one more word, read from right to left; None if there is none."""
    at = so_far.start
    if clean[at - 1] in _SPACES:
        at -= 1
    if not so_far.currency and run.unit in _YUAN:
        sign = _word_before(clean, at, _CURRENCY_ENDS)
        if sign and not _SUM.search(clean, max(0, at - len(sign) - 2), at - len(sign)):
            return so_far._replace(start=at - len(sign), currency=sign)
    if not so_far.bounds:
        word = _bound_before(clean, at, run)
        if word:
            # 达 and 税收 let 千万元 count as an amount and are no part of it.
            start = so_far.start if word[1] is Bound.EXACT else at - len(word[0])
            return so_far._replace(start=start, bounds=(word[1],))
    if at == run.start and _is_sign(clean, at):
        return so_far._replace(start=at - 1, is_negative=True)
    return None


def _word_before(clean: str, at: int, ends: Mapping[str, tuple[str, ...]]) -> str:
    for word in ends.get(clean[at - 1 : at], ()):
        if clean.endswith(word, 0, at):
            return word
    return ""


def _bound_before(clean: str, at: int, run: Run) -> tuple[str, Bound] | None:
    for ends, words in ((_BEFORE_ENDS, _BEFORE), (_BARE_ENDS, _BARE)):
        word = _word_before(clean, at, ends)
        if word and not clean.endswith(words[word].spoilt_by, 0, at - len(word)):
            return word, words[word].bound
        if not all(figure in TENS for figure in run.number):
            break
    return None


def _is_sign(clean: str, at: int) -> bool:
    if clean[at - 1] == "负":
        return not clean.endswith(_LOSES_MINUS, 0, at - 1)
    return _MINUS.search(clean, max(0, at - 2), at) is not None


def closing(clean: str, run: Run) -> Closing:
    """What belongs to the figure after its unit."""
    end = run.end
    if end == len(clean) or clean[end] not in _CLOSES:
        return Closing(end)
    unit = _WRITTEN[run.unit].unit if run.unit else None
    found = Closing(end)
    if tenth := _tenth(clean, run):
        found = Closing(tenth.end(), coins=tenth[0])
    elif unit and (unit.dimension is Dimension.MONEY or unit.name == "块"):
        found = _with_coins(clean, found)
    elif unit and unit.dimension in _HALVED and _HALF.match(clean, end):
        found = Closing(end + 1, is_half_more=True)
    if unit and unit.dimension is not Dimension.RATIO:
        found = _with_denominators(clean, found, run)
    return _with_bound(clean, found)


def _tenth(clean: str, run: Run) -> re.Match[str] | None:
    """The digit behind a unit that counts its tenths: 三成五, 两块五, 三米九."""
    if run.unit == "成":
        return _TENTH.match(clean, run.end)
    if run.unit in ("块", "米") and run.number[-1] in DIGITS:
        return _LAST_TENTH.match(clean, run.end)
    return None


def _with_coins(clean: str, so_far: Closing) -> Closing:
    coins = _COINS.match(clean, so_far.end)
    if coins:
        return so_far._replace(end=coins.end(), coins=coins[0])
    bracket = _BRACKET.match(clean, so_far.end)
    return so_far._replace(end=bracket.end()) if bracket else so_far


def _with_denominators(clean: str, so_far: Closing, run: Run) -> Closing:
    parts: list[str] = []
    end = so_far.end
    while clean[end : end + 1] in _SHARES and len(parts) < 3:
        part = _denominator(clean, end + 1)
        if not part:
            break
        end += 1 + len(part)
        # 台/套 names one thing in two ways; 台/年 is a rate.
        if not (part in _OR and run.unit in _OR):
            parts.append(part)
    return so_far._replace(end=end, per="/".join(parts))


def _denominator(clean: str, at: int) -> str:
    """The unit that stands at *at*, with its 万 if it has one; empty if none stands there."""
    scale = clean[at : at + 1] if clean[at : at + 1] in ("万", "亿") else ""
    at += len(scale)
    for length in range(_LONGEST, 0, -1):
        if clean[at : at + length] in _WRITTEN:
            return scale + clean[at : at + length]
    when = clean[at : at + 1]
    is_letter = when.isascii() and clean[at + 1 : at + 2].isalnum()
    return when if when in _WHEN and not is_letter else ""


def _with_bound(clean: str, so_far: Closing) -> Closing:
    at = so_far.end
    if clean[at : at + 1] in _SPACES and at < len(clean):
        at += 1
    for word in _AFTER_HEADS.get(clean[at : at + 1], ()):
        if not clean.startswith(word, at):
            continue
        after = at + len(word)
        if not clean.startswith(_AFTER[word].spoilt_by, after):
            return so_far._replace(end=after, bounds=(_AFTER[word].bound,))
    return so_far
