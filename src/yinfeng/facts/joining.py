"""What two sentences say of one thing becomes one record, and no figure stands twice.

Two tellings of a record are joined when their keys meet: names contained in one another
(捷尔达汽车精密件 and 捷尔达汽车精密件项目), the same person in one body, the same day and guests.
A figure that belongs to a project, a park, a block or a case is no indicator besides.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from functools import lru_cache
from operator import add

from yinfeng.facts.nearness import Index
from yinfeng.facts.records import Record, guests_of
from yinfeng.values import (
    Carrier,
    Engagement,
    Evidence,
    Fact,
    Indicator,
    Partnership,
    Period,
    Project,
    Quantity,
    Renewal,
    Role,
    Service,
    Told,
)
from yinfeng.values.form import told_fields

_ENDINGS = ("建设项目", "工程项目", "项目", "工程", "建设")
_MARKS = str.maketrans("", "", "“”\"'‘’《》 　")


def joined(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of a document, each thing once, in the order of their first telling."""
    records: list[Record] = []
    kinds: dict[tuple[type[Fact], Hashable], Index] = defaultdict(Index)
    for fact in facts:
        figure = _figure(fact.value or fact.yoy) if isinstance(fact, Indicator) else None
        index, keys = kinds[type(fact), figure], _keys(fact)
        near = index.sharing(keys) if isinstance(fact, Engagement) else index.holding(keys)
        match = next((at for at in near if _same(records[at], fact)), None)
        if match is None:
            match = len(records)
            records.append(Record(fact))
        else:
            records[match].add(fact)
        index.add(keys, match)
    return tuple(_without_claimed([record.whole() for record in records]))


def _text(told: Told[str] | None) -> str:
    return told.value if told is not None else ""


def _many(told: Told[tuple[str, ...]] | None) -> tuple[str, ...]:
    return told.value if told is not None else ()


@lru_cache(maxsize=1 << 12)
def _plain_name(name: str, host: str) -> str:
    """A name as it is compared: no quotation marks, host or closing 项目."""
    name = name.translate(_MARKS)
    if host and name.startswith(host) and len(name) > len(host) + 1:
        name = name[len(host) :]
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name[: -len(ending)]
    return name


def _keys(fact: Fact) -> Collection[Hashable]:
    """What two tellings of one thing share: guests, or all that the shorter telling's name holds.

    A name counts by its pairs of characters.
    """
    match fact:
        case Indicator():
            return _pairs(_text(fact.name))
        case Project() | Carrier():
            return _pairs(_plain_name(_text(fact.name), fact.host))
        case Renewal():
            return _pairs(_text(fact.block))
        case Service():
            return _pairs(_text(fact.enterprise))
        case Partnership():
            return _many(fact.parties)
        case Role():
            return (_text(fact.person),)
        case Engagement():
            return guests_of(fact)
    return ()


def _pairs(key: str) -> set[str]:
    return set(map(add, key, key[1:]))


def _same(record: Record, right: Fact) -> bool:
    """Whether a record and a telling of its kind are of one thing."""
    left = record.fact
    if left.host != right.host:
        return False
    # A match over both at once takes three times as long, and pages have thousands of pairs.
    if isinstance(left, Indicator) and isinstance(right, Indicator):
        return _same_indicator(left, right)
    if isinstance(left, Project) and isinstance(right, Project):
        return _same_project(left, right)
    if isinstance(left, Role) and isinstance(right, Role):
        return _same_role(left, right)
    if isinstance(left, Carrier) and isinstance(right, Carrier):
        return _same_carrier(left, right)
    if isinstance(left, Engagement) and isinstance(right, Engagement):
        return _same_event(left, right) and not guests_of(right).isdisjoint(record.guests())
    if isinstance(left, Partnership) and isinstance(right, Partnership):
        whole = record.whole()
        assert isinstance(whole, Partnership)
        a, b = set(_many(whole.parties)), set(_many(right.parties))
        return a <= b or b <= a
    if isinstance(left, Renewal) and isinstance(right, Renewal):
        return _contained(_text(left.block), _text(right.block))
    if isinstance(left, Service) and isinstance(right, Service):
        is_one = _contained(_text(left.enterprise), _text(right.enterprise))
        return is_one and not _differ(left.amount, right.amount)
    return False


def _same_indicator(left: Indicator, right: Indicator) -> bool:
    return (
        _contained(_text(left.name), _text(right.name))
        and _figure(left.value) == _figure(right.value)
        and (left.value is not None or left.yoy == right.yoy)
        and _compatible(left.period, right.period)
    )


def _figure(told: Told[Quantity] | None) -> Hashable:
    return (told.value.unit.name, told.value.low, told.value.high, told.status) if told else None


def _compatible(left: Told[Period] | None, right: Told[Period] | None) -> bool:
    return left is None or right is None or left.value == right.value


def _contained(left: str, right: str) -> bool:
    if len(left) <= len(right):
        return len(left) >= 2 and left in right
    return len(right) >= 2 and right in left


def _same_project(left: Project, right: Project) -> bool:
    a, b = _plain_name(_text(left.name), left.host), _plain_name(_text(right.name), right.host)
    return _contained(a, b) and not _differ(left.investment, right.investment)


def _differ(left: Told[Quantity] | None, right: Told[Quantity] | None) -> bool:
    return left is not None and right is not None and left.value != right.value


def _same_carrier(left: Carrier, right: Carrier) -> bool:
    a, b = _plain_name(_text(left.name), left.host), _plain_name(_text(right.name), right.host)
    return a == b or (_contained(a, b) and (a.endswith(b) or b.endswith(a)))


def _same_role(left: Role, right: Role) -> bool:
    return _text(left.person) == _text(right.person) and (
        _text(left.organisation) == _text(right.organisation)
        or not (left.organisation and right.organisation)
    )


def _same_event(left: Engagement, right: Engagement) -> bool:
    """Whether two tellings are of one sort of event, and not of two days."""
    return _text(left.type) == _text(right.type) and _compatible(left.date, right.date)


def _without_claimed(records: list[Fact]) -> Iterator[Fact]:
    claimed = {
        evidence
        for fact in records
        if not isinstance(fact, Indicator)
        for _, told in told_fields(fact)
        if isinstance(told.value, Quantity)
        for evidence in told.evidence
    }
    cases = [e for fact in records if isinstance(fact, Service) for e in _words_of_case(fact)]
    for fact in records:
        if isinstance(fact, Indicator) and _is_claimed(fact, claimed, cases):
            continue
        yield fact


def _words_of_case(case: Service) -> Iterator[Evidence]:
    for told in (case.enterprise, case.need, case.outcome):
        if told is not None:
            yield from told.evidence


def _is_claimed(fact: Indicator, claimed: set[Evidence], cases: list[Evidence]) -> bool:
    told = fact.value or fact.yoy
    assert told is not None
    own = told.evidence[0]
    return own in claimed or any(e.start <= own.start and own.end <= e.end for e in cases)
