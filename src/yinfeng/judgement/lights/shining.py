"""The light of one milestone: the first rule of the scheme that holds, read from the top.

A condition about a day that nobody told neither holds nor fails. Rules that surely hold still
speak; but where a milestone passed such a gap, no rule further down may call it fine: 未知.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.lights import UNKNOWN, LightRule, Scheme

_HUNDRED = 100
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone as a light sees it: its days, its float, and when it was last heard of."""

    key: str
    name: str
    due: date | None = None
    starts: date | None = None
    done: date | None = None
    float_days: int | None = None
    is_critical: bool | None = None
    law: date | None = None
    heard: date | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """A milestone on a day: how late it is in working days, and how long nobody spoke of it."""

    step: Step
    today: date
    late: int | None
    late_share: float | None
    silent_since: date | None

    @property
    def is_done(self) -> bool:
        """Whether it was reached by today."""
        return self.step.done is not None and self.step.done <= self.today


@dataclass(frozen=True, slots=True)
class Shine:
    """A light that burns: which, for which reasons, and what is missing where it is unknown."""

    light: str
    rule: str
    says: str
    lacks: tuple[str, ...] = ()


def stand_of(step: Step, days: Calendar, today: date) -> Stand:
    """The milestone as it stands on *today*."""
    late = None if step.due is None else max(0, days.between(step.due, today))
    share = None
    if late is not None and step.due and step.starts and step.starts <= step.due:
        share = late * _HUNDRED / max(1, days.between(step.starts, step.due))
    if late == 0:
        share = 0.0
    told = [day for day in (step.heard, step.starts) if day is not None and day <= today]
    return Stand(step, today, late, share, max(told, default=None))


def shine_of(step: Step, scheme: Scheme, days: Calendar, today: date) -> Shine:
    """The light of a milestone on *today*."""
    stand = stand_of(step, days, today)
    gaps: list[str] = []
    for rule in scheme.steps:
        held = holds(rule, stand, gaps)
        if held is False or held is None:
            continue
        if gaps and not rule.when:
            break
        return Shine(rule.light, rule.key, worded(rule, stand))
    lacks = tuple(dict.fromkeys(gaps)) or ("办法没有说到这种情形",)
    return Shine(UNKNOWN, "", f"缺{'、'.join(lacks)}", lacks)


def holds(rule: LightRule, stand: Stand, gaps: list[str]) -> bool | None:
    """Whether every condition of the rule holds; None where that hangs on what is missing."""
    missing: list[str] = []
    for name, limit in rule.when:
        asked, lack = _ASKED[name]
        answer = asked(stand, limit)
        if answer is False:
            return False
        if answer is None:
            missing.append(lack)
    gaps.extend(missing)
    return None if missing else True


def worded(rule: LightRule, stand: Stand) -> str:
    """What the rule says of the milestone."""
    step = stand.step
    return rule.says.format(
        done=step.done,
        due=step.due,
        late=stand.late,
        law=step.law,
        float=step.float_days,
        behind=None if step.float_days is None else -step.float_days,
        heard=stand.silent_since,
        share="",
    )


def months_since(day: date, today: date) -> int:
    """How many whole months lie between two days: 1月31日 to 2月28日 is one."""
    months = (today.year - day.year) * _YEAR + today.month - day.month
    ends = (today + timedelta(days=1)).month != today.month
    return months if today.day >= day.day or ends else months - 1


def _yes(fact: bool | None, limit: int) -> bool | None:
    return None if fact is None else fact == bool(limit)


def _done(stand: Stand, limit: int) -> bool | None:
    return _yes(stand.is_done, limit)


def _underway(stand: Stand, limit: int) -> bool | None:
    if stand.is_done:
        return _yes(False, limit)
    starts = stand.step.starts
    return _yes(None if starts is None else starts <= stand.today, limit)


def _critical(stand: Stand, limit: int) -> bool | None:
    return _yes(stand.step.is_critical, limit)


def _law_passed(stand: Stand, limit: int) -> bool | None:
    law = stand.step.law
    return _yes(law is not None and stand.today > law, limit)


def _late_over(stand: Stand, limit: int) -> bool | None:
    return None if stand.late is None else stand.late > limit


def _late_to(stand: Stand, limit: int) -> bool | None:
    return None if stand.late is None else stand.late <= limit


def _late_share_to(stand: Stand, limit: int) -> bool | None:
    if stand.late == 0:
        return False
    # Without a start nothing is known of the share; that it is late is said by another rule.
    return (
        None
        if stand.late is None
        else stand.late_share is not None and (0 < stand.late_share <= limit)
    )


def _float_to(stand: Stand, limit: int) -> bool | None:
    spare = stand.step.float_days
    return None if spare is None else spare <= limit


def _silent_days(stand: Stand, limit: int) -> bool | None:
    since = stand.silent_since
    return None if since is None else (stand.today - since).days >= limit


def _silent_months(stand: Stand, limit: int) -> bool | None:
    since = stand.silent_since
    return None if since is None else months_since(since, stand.today) >= limit


_ASKED: Mapping[str, tuple[Callable[[Stand, int], bool | None], str]] = {
    "done": (_done, "完成日期"),
    "underway": (_underway, "开始日期"),
    "critical": (_critical, "关键线路"),
    "law_passed": (_law_passed, "法定期限"),
    "late_over": (_late_over, "计划日期"),
    "late_to": (_late_to, "计划日期"),
    "late_share_to": (_late_share_to, "计划日期"),
    "float_to": (_float_to, "时差"),
    "silent_days": (_silent_days, "更新日期"),
    "silent_months": (_silent_months, "更新日期"),
}
