"""Faults of problems, money, permits and watches: terms of no day, months that no year has."""

from collections.abc import Collection, Iterator

from yinfeng.lexicon.delivery import Money, Permits, ProblemRules
from yinfeng.lexicon.soundness.projects import unknown_gates
from yinfeng.lexicon.watches import Watches

_MONTHS, _DAYS_OF_ALL_MONTHS, _PERCENT, _BITS = 12, 28, 100, 64
_MOST_EXTENSIONS = 10


def faults_of_problems(made: ProblemRules) -> Iterator[str]:
    """What is wrong with sorts, terms and levels of problems."""
    keys = [level.key for level in made.levels]
    if not made.kinds:
        yield "kinds 是空的：至少写一类问题"
    if len(set(keys)) != len(keys):
        yield "levels 里有重复的 key"
    yield from (f"levels.{one.key}.to 是空的：要写通知谁" for one in made.levels if not one.to)
    yield from (f"urges.{key}.to 是空的：要写催谁" for key, one in made.urges.items() if not one.to)
    terms = {f"severities.{key}": one.term for key, one in made.severities.items()}
    terms |= {"dispatch": made.dispatch, "feedback": made.feedback}
    yield from (f"{at}.days 要大于0" for at, term in terms.items() if term.days <= 0)
    if made.extensions > _MOST_EXTENSIONS:
        yield f"extensions 最多{_MOST_EXTENSIONS}次，现在是 {made.extensions}"


def faults_of_money(made: Money) -> Iterator[str]:
    """What is wrong with money, statistics and photos."""
    if strange := [str(one) for one in made.silent_months if not 1 <= one <= _MONTHS]:
        yield f"statistics.no_report_months 里没有这个月：{'、'.join(strange)}"
    if len(set(made.silent_months)) >= _MONTHS:
        yield "statistics.no_report_months 写了全年：至少留一个月报数"
    if not 1 <= made.months <= 2 * _MONTHS:
        yield f"above_scale.months 应在1到{2 * _MONTHS}之间，现在是 {made.months}"
    if not 1 <= made.file_by <= _DAYS_OF_ALL_MONTHS:
        yield f"above_scale.monthly.by_day 应在1到{_DAYS_OF_ALL_MONTHS}之间"
    if not made.batches:
        yield "above_scale.yearly.batches 是空的：至少写一批的日期"
    yield from (
        f"above_scale.sectors.{key}.from 要大于0"
        for key, one in made.sectors.items()
        if one.start <= 0
    )
    if made.near > _BITS:
        yield f"photos.near 最多{_BITS}，现在是 {made.near}"
    if not 1 <= made.copied <= _PERCENT:
        yield f"photos.copied 是百分比，应在1到{_PERCENT}之间，现在是 {made.copied}"


def faults_of_permits(made: Permits) -> Iterator[str]:
    """What is wrong with permits."""
    if not made.permits:
        yield "permits 是空的：至少写一项证照"
    yield from (
        f"permits.{one.key}.of 是空的：要写哪些项目需要" for one in made.permits if not one.of
    )


def faults_of_watches(made: Watches, gates: Collection[str]) -> Iterator[str]:
    """What is wrong with watches, in a place with these gates."""
    for one in made.watches:
        at = f"watches.{one.key}"
        yield from unknown_gates([one.after], gates, f"{at}.after")
        yield from unknown_gates([one.lacks], gates, f"{at}.lacks")
        if one.after == one.lacks:
            yield f"{at} 的 after 和 lacks 是同一个节点"
        if one.start == "gate" and not one.days and not one.months:
            yield f"{at} 从节点之日起算，days 或 months 要大于0"
        if one.under > _PERCENT:
            yield f"{at}.under 是百分比，最多{_PERCENT}，现在是 {one.under}"
    if any(one.start == "agreed" for one in made.watches) and not made.start_words:
        yield "start_words 是空的：约定动工的日期就认不出来"
