"""What a person types in place of the reader's answer, read by the reader's own grammar.

1.2亿元, 3000亩以上, 2026年3月, 甲公司、乙公司: one figure or time and nothing beside it, of
the same measure as the answer that it corrects.
"""

import dataclasses
import re
from collections.abc import Iterator

from yinfeng.mentions import RECOGNISERS
from yinfeng.text.plain import plain
from yinfeng.values import KINDS, Dimension, Grain, Mention, Period, Person, Quantity, Span
from yinfeng.values.facts import Figure, Many, When, Words
from yinfeng.values.form import Value
from yinfeng.web.desks.library import words
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Entry
from yinfeng.web.store.values import Stored, from_json, to_json

_FORMS = {(cls.kind, field.name): field.type for cls in KINDS for field in dataclasses.fields(cls)}
_NO_TIME = Period(None, None, Grain.DAY)
_MEASURES = {
    **dict.fromkeys(("investment", "annual_sales", "annual_tax", "amount"), Dimension.MONEY),
    **dict.fromkeys(("land", "floor_area", "area", "built_area", "signed_area"), Dimension.AREA),
    **dict.fromkeys(("yoy", "signed_rate"), Dimension.RATIO),
    **dict.fromkeys(("enterprises", "tenants"), Dimension.COUNT),
}
_EXAMPLES = {
    Dimension.MONEY: "1.2亿元",
    Dimension.AREA: "45亩",
    Dimension.RATIO: "17.49%",
    Dimension.COUNT: "12家",
}
_FALLS = ("下降", "减少", "降低", "下滑", "负增长")
_GROWTH = re.compile(
    rf"(?:同比|比上年|较上年)?(?P<way>增长|上升|提高|增加|{'|'.join(_FALLS)})?(?P<rest>.*)",
    re.DOTALL,
)
_PERSON = re.compile(r"(?P<name>[^（()）]{1,20})(?:[（(](?P<title>[^（()）]{1,60})[)）])?")
_BETWEEN = re.compile(r"[、，,；;]\s*")


def is_correctable(value: Value) -> bool:
    """Whether what a person types can be read for a value like this one."""
    return isinstance(value, str | Quantity | Period) or not any(
        isinstance(item, Person) for item in value
    )


def typed(says: str, entry: Entry) -> Stored:
    """The value that the words say, of the sort that the entry holds."""
    says, like = says.strip(), from_json(entry.value)
    if not says or not is_correctable(like):
        raise Refused("请写明更正后的内容。")
    if isinstance(like, Quantity):
        found = _quantity(says)
        if found.unit.dimension is not like.unit.dimension:
            raise Refused(f"“{says}”与原来读出的“{words.says(like)}”不是同一种计量单位。")
        return to_json(found)
    return _typed(says, entry.fact.kind, entry.field, like)


def form_of(kind: str, field: str) -> object:
    """The sort of value that a field of a kind of fact holds."""
    return _FORMS[kind, field]


def typed_anew(says: str, kind: str, field: str) -> Stored:
    """The value that the words say, of the sort that the field of a kind of fact holds."""
    says, form = says.strip(), _FORMS[kind, field]
    if form != Figure:
        like: Value = "" if form == Words else _NO_TIME if form == When else ()
        if form in (Words, When, Many):
            return _typed(says, kind, field, like)
        return to_json(tuple(_person(one) for one in _BETWEEN.split(says) if one))
    found = _rate_of_growth(says) if field == "yoy" else _quantity(says)
    measure = _MEASURES.get(field)
    if measure is not None and found.unit.dimension is not measure:
        raise Refused(
            f"“{says}”不是“{words.FIELDS[field]}”的计量单位，请写如“{_EXAMPLES[measure]}”。"
        )
    return to_json(found)


def _typed(says: str, kind: str, field: str, like: Value) -> Stored:
    if isinstance(like, Period):
        return to_json(_period(says))
    if isinstance(like, str):
        return to_json(_word(says, words.vocabulary(kind, field)))
    return to_json(tuple(one for one in _BETWEEN.split(says) if one))


def _quantity(says: str) -> Quantity:
    found = [m.value for m in _whole(says) if isinstance(m.value, Quantity)]
    if len(found) != 1:
        raise Refused(f"没有读懂“{says}”。请连同单位写一个数，如“1.2亿元”“3000亩以上”“17.49%”。")
    return found[0]


def _rate_of_growth(says: str) -> Quantity:
    """同比下降3% is minus three per cent; the words of a paper say the sign before the figure."""
    told = _GROWTH.match(says)
    assert told is not None
    is_fall = told["way"] is not None and told["way"] in _FALLS
    return _quantity(f"-{told['rest']}" if is_fall else told["rest"])


def _person(says: str) -> Person:
    told = _PERSON.fullmatch(says)
    if told is None:
        raise Refused(
            f"没有读懂“{says}”。请写成“姓名（职务）”，如“沈某某（镇党委书记）”，多人用顿号隔开。"
        )
    return Person(told["name"] or "", told["title"] or "")


def _period(says: str) -> Period:
    found = [m.value for m in _whole(says) if isinstance(m.value, Period)]
    if len(found) != 1 or not found[0].is_resolved:
        raise Refused(f"没有读懂“{says}”。请写明年份，如“2026年3月18日”“2026年1至3月”“2026年”。")
    return found[0]


def _word(says: str, vocabulary: dict[str, str]) -> str:
    if not vocabulary:
        return says
    keys = [key for key, label in vocabulary.items() if label == says]
    if not keys:
        raise Refused(f"请填写其中之一：{'、'.join(vocabulary.values())}。")
    return keys[0]


def _whole(says: str) -> Iterator[Mention]:
    """The mentions that cover all that was typed."""
    text = plain(says)
    every = Span(0, len(says))
    return (m for recognise in RECOGNISERS for m in recognise(text) if m.span == every)
