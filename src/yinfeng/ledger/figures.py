"""Figures told of one thing for one period: whether the papers agree, and which one stands.

Nothing is chosen in silence: `rule` says in words why a figure stands, or that a person has to
choose.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from yinfeng.identity.naming import plain
from yinfeng.ledger.agree import agrees
from yinfeng.ledger.records import Record
from yinfeng.values import Bound, Indicator, Period, Quantity, Status, Told

_LEAD_IN = re.compile(r"^(?:累计|全年|共计|共|实现|完成|全镇|全区|全县|全街道|我镇|我区)+")
_AUDITED = ("统计公报", "统计局")

Key = tuple[str, str, str, Status, str]


@dataclass(frozen=True, slots=True)
class Source:
    """One telling of a figure, and the paper that it is told by, as far as the rule asks."""

    value: Quantity
    publisher: str
    title: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Figure:
    """All tellings of one indicator for one period, and the one that stands, if one does."""

    host: str
    subject: str
    name: str
    period: Period | None
    status: Status
    tellings: tuple[Record, ...]
    stands: Record | None
    rule: str

    @property
    def is_disputed(self) -> bool:
        """Whether papers tell figures that cannot both be true."""
        return not _all_agree([value_of(telling).value for telling in self.tellings])


def figures_of(records: Iterable[Record]) -> tuple[Figure, ...]:
    """The figures that indicators tell, in order of their first telling."""
    groups: dict[Key, list[Record]] = {}
    for record in records:
        key = _key(record)
        if key is not None:
            groups.setdefault(key, []).append(record)
    return tuple(_figure(tuple(tellings)) for tellings in groups.values())


def value_of(record: Record) -> Told[Quantity]:
    """The value that an indicator's record tells."""
    fact = record.fact
    assert isinstance(fact, Indicator)
    assert fact.value is not None
    return fact.value


def _key(record: Record) -> Key | None:
    fact = record.fact
    if not isinstance(fact, Indicator) or fact.value is None or fact.name is None:
        return None
    subject = plain(fact.subject.value) if fact.subject else fact.host
    name = indicator_name(fact.name.value)
    period = fact.period.value if fact.period else None
    # Without a period two papers may speak of two years: they are not set against each other.
    when = f"{period.first}–{period.last}" if period and period.is_resolved else record.paper.key
    return (subject, name, fact.value.value.unit.name, fact.value.status, when)


def _figure(tellings: tuple[Record, ...]) -> Figure:
    stands, rule = figure_that_stands(tellings)
    fact = (stands or tellings[0]).fact
    assert isinstance(fact, Indicator)
    assert fact.name is not None
    return Figure(
        host=fact.host,
        subject=fact.subject.value if fact.subject else fact.host,
        name=fact.name.value,
        period=fact.period.value if fact.period else None,
        status=value_of(tellings[0]).status,
        tellings=tellings,
        stands=stands,
        rule=rule,
    )


def figure_that_stands(tellings: tuple[Record, ...]) -> tuple[Record | None, str]:
    """The telling that stands and the rule that says so; none where a person must choose."""
    sources = [
        Source(value_of(t).value, t.paper.publisher, t.paper.title, t.paper.published)
        for t in tellings
    ]
    at, rule = source_that_stands(sources)
    return None if at is None else tellings[at], rule


def source_that_stands(sources: Sequence[Source]) -> tuple[int | None, str]:
    """Which of several sources of one figure stands, by its place, and the rule that says so."""
    if len(sources) == 1:
        return 0, "只有一处记载"
    every = range(len(sources))
    if _all_agree([source.value for source in sources]):
        return min(every, key=lambda at: _looseness(sources[at].value)), "各处一致，取最精确的一处"
    audited = [at for at in every if any(word in _said_by(sources[at]) for word in _AUDITED)]
    if len(audited) == 1:
        return audited[0], "以统计部门公布的为准"
    publishers = {source.publisher for source in sources}
    days = [source.published for source in sources if source.published]
    if len(publishers) == 1 and "" not in publishers and len(days) == len(sources):
        newest = [at for at in every if sources[at].published == max(days)]
        if len(newest) == 1:
            return newest[0], "同一单位前后不一，以后发布的为准"
    return None, "来源不一致，待人工确认"


def indicator_name(says: str) -> str:
    """The name of an indicator without its lead-in: 全镇实现工业产值 is 工业产值."""
    return _LEAD_IN.sub("", plain(says)) or plain(says)


def _said_by(source: Source) -> str:
    return source.publisher + source.title


def _all_agree(values: Sequence[Quantity]) -> bool:
    return all(agrees(left, right) for left, right in combinations(values, 2))


def _looseness(value: Quantity) -> tuple[bool, Decimal]:
    return value.bound is not Bound.EXACT, value.grain
