"""What a person types in place of the reader's answer, read by the reader's own grammar.

1.2亿元, 3000亩以上, 2026年3月, 甲公司、乙公司: one figure or time and nothing beside it, of
the same measure as the answer that it corrects.
"""

import re
from collections.abc import Iterator

from yinfeng.mentions import RECOGNISERS
from yinfeng.text.plain import plain
from yinfeng.values import Mention, Period, Person, Quantity, Span
from yinfeng.values.form import Value
from yinfeng.web.desks.library import words
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Entry
from yinfeng.web.store.values import Stored, from_json, to_json

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
        return to_json(_quantity(says, like))
    if isinstance(like, Period):
        return to_json(_period(says))
    if isinstance(like, str):
        return to_json(_word(says, words.vocabulary(entry.fact.kind, entry.field)))
    return to_json(tuple(one for one in _BETWEEN.split(says) if one))


def _quantity(says: str, like: Quantity) -> Quantity:
    found = [m.value for m in _whole(says) if isinstance(m.value, Quantity)]
    if len(found) != 1:
        raise Refused(f"没有读懂“{says}”。请连同单位写一个数，如“1.2亿元”“3000亩以上”“17.49%”。")
    if found[0].unit.dimension is not like.unit.dimension:
        raise Refused(f"“{says}”与原来读出的“{words.says(like)}”不是同一种计量单位。")
    return found[0]


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
