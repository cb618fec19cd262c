"""The light of a whole project: rules of the scheme about all of it, else its worst milestone.

Of critical milestones where the scheme says so; a project whose critical ones are not known has
no light but 未知. A milestone that is unknown never hides one that is red.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yinfeng.judgement.lights.shining import Shine, Step, months_since, shine_of
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.lights import UNKNOWN, LightRule, Scheme

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Whole:
    """The light of a project with its reasons, and the light of each milestone."""

    light: str
    reasons: tuple[str, ...]
    steps: tuple[tuple[Step, Shine], ...]


@dataclass(frozen=True, slots=True)
class _Account:
    """A project in figures: how many milestones were due and done, and since when all is still."""

    share: float | None
    is_finished: bool | None
    heard: date | None
    today: date


def whole_of(
    steps: Sequence[Step],
    scheme: Scheme,
    days: Calendar,
    today: date,
    heard: date | None = None,
) -> Whole:
    """The light of a project; *heard* is the last day on which anything was told of it."""
    shines = tuple((step, shine_of(step, scheme, days, today)) for step in steps)
    spoken = _by_rules(scheme, _account(steps, today, heard))
    if spoken is not None:
        return Whole(spoken.light, (spoken.says,), shines)
    if scheme.takes == "rules":
        return Whole(UNKNOWN, ("缺判定全项目所需的资料",), shines)
    if not steps:
        return Whole(UNKNOWN, ("没有倒排计划",), shines)
    return _worst(shines, scheme)


def _worst(shines: tuple[tuple[Step, Shine], ...], scheme: Scheme) -> Whole:
    told = shines
    if scheme.takes == "critical":
        told = tuple((step, shine) for step, shine in shines if step.is_critical)
        if not told and all(step.is_critical is False or step.done for step, _ in shines):
            # Every fixed day is kept already: what is left is judged as it stands.
            told = shines
        if not told:
            return Whole(UNKNOWN, ("没有算出关键线路",), shines)
    rank = max(scheme.lamp(shine.light).rank for _, shine in told)
    light = next(lamp.key for lamp in scheme.lamps if lamp.rank == rank)
    reasons = tuple(f"{step.name}：{shine.says}" for step, shine in told if shine.light == light)
    return Whole(light, reasons, shines)


def _account(steps: Sequence[Step], today: date, heard: date | None) -> _Account:
    due = [step for step in steps if step.due is not None and step.due <= today]
    done = [step for step in steps if step.done is not None and step.done <= today]
    share = len([step for step in due if step in done]) * _HUNDRED / len(due) if due else None
    if share is None and steps and all(step.due is not None for step in steps):
        share = float(_HUNDRED)
    told = [day for step in steps for day in (step.heard, step.done) if day and day <= today]
    told += [heard] if heard and heard <= today else []
    finished = len(done) == len(steps) if steps else None
    return _Account(share, finished, max(told, default=None), today)


def _by_rules(scheme: Scheme, account: _Account) -> Shine | None:
    for rule in scheme.whole:
        answers = [_WHOLE[name](account, limit) for name, limit in rule.when]
        if None in answers:
            return None
        if all(answers):
            return Shine(rule.light, rule.key, _worded(rule, account))
    return None


def _worded(rule: LightRule, account: _Account) -> str:
    share = "" if account.share is None else f"{account.share:.0f}"
    return rule.says.format(
        share=share, heard=account.heard, done="", due="", late="", law="", float="", behind=""
    )


def _finished(account: _Account, limit: int) -> bool | None:
    return None if account.is_finished is None else account.is_finished == bool(limit)


def _share_under(account: _Account, limit: int) -> bool | None:
    return None if account.share is None else account.share < limit


def _share_from(account: _Account, limit: int) -> bool | None:
    return None if account.share is None else account.share >= limit


def _silent_days(account: _Account, limit: int) -> bool | None:
    return None if account.heard is None else (account.today - account.heard).days >= limit


def _silent_months(account: _Account, limit: int) -> bool | None:
    return None if account.heard is None else months_since(account.heard, account.today) >= limit


_WHOLE: Mapping[str, Callable[[_Account, int], bool | None]] = {
    "finished": _finished,
    "done_share_under": _share_under,
    "done_share_from": _share_from,
    "silent_days": _silent_days,
    "silent_months": _silent_months,
}
