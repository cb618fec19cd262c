"""Faults of the rules of counting: gates that no stage has, classes that nothing can be of."""

import re
from collections.abc import Collection, Iterator, Sequence

from yinfeng.lexicon.counting import ProjectCounting, project_counting
from yinfeng.lexicon.soundness.projects import unknown_gates

_CURRENCY = re.compile(r"[A-Z]{3}")
_LONGEST_LOOK = 120
_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")


def faults_of_counting(made: ProjectCounting, gates: Sequence[str]) -> Iterator[str]:
    """What is wrong with rules of counting, in a place with these gates in their order."""
    yield from _of_measures(made, gates)
    yield from _of_conversions(made, gates)
    yield from _of_bands(made)
    for name, rows in (("equivalence", made.equivalents), ("rates", made.rates)):
        for row in rows:
            if not _CURRENCY.fullmatch(row.currency):
                yield f"{name}.currency 要写三个大写字母的币种代码，不能是 {row.currency!r}"
    if made.twice_months > _LONGEST_LOOK:
        yield f"twice_months 最多{_LONGEST_LOOK}个月，现在是 {made.twice_months}"


def _of_measures(made: ProjectCounting, gates: Collection[str]) -> Iterator[str]:
    keys = [one.key for one in made.measures]
    if not keys:
        yield "measures 是空的：至少写一项统计"
    if len(set(keys)) != len(keys):
        yield "measures 里有重复的 key"
    for one in made.measures:
        at = f"measures.{one.key}"
        if not _KEY.fullmatch(one.key):
            yield f"{at}.key 只能用字母、数字和下划线"
        if not one.gates:
            yield f"{at}.gates 是空的：至少写一个节点"
        yield from unknown_gates(one.gates, gates, f"{at}.gates")


def _of_conversions(made: ProjectCounting, gates: Sequence[str]) -> Iterator[str]:
    order = {code: at for at, code in enumerate(gates)}
    for one in made.conversions:
        at = f"conversions.{one.start}-{one.end}"
        yield from unknown_gates([one.start, one.end], gates, at)
        if one.start in order and one.end in order and order[one.start] >= order[one.end]:
            yield f"{at}：from 要在 to 之前"
    pairs = [(one.start, one.end) for one in made.conversions]
    if len(set(pairs)) != len(pairs):
        yield "conversions 里有重复的一对节点"


def _of_bands(made: ProjectCounting) -> Iterator[str]:
    starts = [band.start for band in made.bands]
    if not starts:
        yield "bands 是空的：至少写一档规模"
    if len({band.key for band in made.bands}) != len(made.bands):
        yield "bands 里有重复的 key"
    if len(set(starts)) != len(starts):
        yield "bands 里两档从同一金额起"
    yield from (f"bands.{band.key}.from 要大于0" for band in made.bands if band.start <= 0)
    house = project_counting().equivalents
    for one in made.equivalents:
        if one.yuan not in starts and one not in house:
            yield f"equivalence.yuan 写的 {one.yuan} 不是 bands 里的门槛，等值用不上"
        if one.money <= 0:
            yield f"equivalence.money 要大于0，现在是 {one.money}"
