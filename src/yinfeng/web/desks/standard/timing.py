"""How the day of a check lies to today, how far its penalty was paid: filters and columns."""

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.db.models import Q
from django.utils import timezone

from yinfeng.web.desks.standard.models import Check
from yinfeng.web.lists.filters import Filter, Given
from yinfeng.web.people.models import User

_SOON = 30
# Nobody has decided these.
OPEN = (Check.State.WAITING, Check.State.FOUND, Check.State.CONFIRMED)
_OWING = {"unpaid": "有欠缴", "late": "逾期未缴", "settled": "已结清"}
_TIMES = {"late": "已逾期", "soon": f"{_SOON}天内到期", "ahead": "还早", "none": "没有日期"}


@dataclass(frozen=True, kw_only=True)
class Timing(Filter):
    """How the day of an open check lies to the day that is asked."""

    key: str = "time"
    label: str = "时间"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """All, or one of the kinds."""
        choices = (("", "不限"), *_TIMES.items())
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those of that kind that nobody has decided."""
        day = given.get("as_of") or timezone.localdate()
        soon, is_open = day + timedelta(days=_SOON), Q(state__in=OPEN)
        return {
            "late": is_open & Q(due__lt=day),
            "soon": is_open & Q(due__range=(day, soon)),
            "ahead": is_open & Q(due__gt=soon),
            "none": is_open & Q(due=None),
        }.get(given[self.key])

    def says(self, given: Given) -> str:
        """The kind."""
        return _TIMES.get(given[self.key], "")


@dataclass(frozen=True, kw_only=True)
class Owing(Filter):
    """How far the penalty of a check was paid."""

    key: str = "money"
    label: str = "违约金"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """All, or one of the kinds."""
        choices = (("", "不限"), *_OWING.items())
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those whose penalty stands so."""
        day = given.get("as_of") or timezone.localdate()
        return {
            "unpaid": Q(unpaid__gt=0),
            "late": Q(unpaid__gt=0, pay_by__lt=day),
            "settled": Q(unpaid=0),
        }.get(given[self.key])

    def says(self, given: Given) -> str:
        """The kind."""
        return _OWING.get(given[self.key], "")


def time_of(due: date | None, state: str, today: date) -> tuple[str, str]:
    """How an open check lies to a day, and its look."""
    if state == Check.State.DECIDED:
        return "已结论", ""
    if due is None:
        return "等前一步", ""
    left = (due - today).days
    if left < 0:
        return f"逾期{-left}天", "bad"
    return (f"还有{left}天", "warn") if left <= _SOON else (f"还有{left}天", "")
