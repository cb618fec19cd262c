"""The filters of a list. One set of them serves the page, the export, the saved filter and the API.

A filter names its inputs, makes of what was given one condition, and says that condition in words
for the chips above the table (阶段：在谈、签约).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import reduce
from operator import and_, or_
from typing import Any, TypeAlias

from django import forms
from django.db.models import BigIntegerField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from yinfeng.web.lists.columns import written
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import after
from yinfeng.web.search.finding import holding
from yinfeng.web.shell.forms import Day

Given: TypeAlias = Mapping[str, Any]
Choices: TypeAlias = Sequence[tuple[str, str]]

_LONGEST = 100


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What every filter has: the key that stands in the address, and its name."""

    key: str
    label: str

    @property
    def looks_elsewhere(self) -> bool:
        """Whether its condition asks other tables, so that it is better asked for only once."""
        return False

    def inputs(self, user: User) -> dict[str, forms.Field]:
        """The inputs by their names in the address."""
        raise NotImplementedError

    def condition(self, given: Given) -> Q | None:
        """The condition, or None where nothing was asked."""
        raise NotImplementedError

    def says(self, given: Given) -> str:
        """What was asked, in words."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Words(Filter):
    """Words that stand in any of the fields; of several words each must stand somewhere.

    *found_as* is the kind of thing under which search keeps all of these fields. Of today's rows
    the index then says which come into question; otherwise each row would be looked through.
    *beside* are those that search does not keep.
    """

    paths: tuple[str, ...]
    found_as: str = ""
    beside: Q | None = None
    key: str = "q"
    label: str = "关键字"

    @property
    def looks_elsewhere(self) -> bool:
        """In the index of search, where that keeps the fields."""
        return bool(self.found_as)

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """One line."""
        look = forms.TextInput(attrs={"type": "search"})
        return {self.key: forms.CharField(label=self.label, max_length=_LONGEST, widget=look)}

    def condition(self, given: Given) -> Q | None:
        """Each word in one of the fields."""
        words = given[self.key].split()
        each = (
            reduce(or_, (Q(**{f"{path}__icontains": word}) for path in self.paths))
            for word in words
        )
        return reduce(and_, (*self._in_question(given), *each)) if words else None

    def _in_question(self, given: Given) -> Iterator[Q]:
        """The rows among which the words can stand at all."""
        is_live = given.get("as_of") in (None, timezone.localdate())
        if not (self.found_as and is_live):
            return
        rows = holding(self.found_as, given[self.key], given.get("within"))
        if rows is not None:
            keys = rows.annotate(of=Cast("key", BigIntegerField())).order_by()
            found = Q(pk__in=keys.values("of"))
            yield found | self.beside if self.beside else found

    def says(self, given: Given) -> str:
        """The words."""
        return str(given[self.key])


@dataclass(frozen=True, kw_only=True)
class OneOf(Filter):
    """One or more of a list of choices, which may depend on who asks."""

    path: str
    choices: Choices | Callable[[User], Choices]

    def inputs(self, user: User) -> dict[str, forms.Field]:
        """A box for each choice."""
        choices = self.choices(user) if callable(self.choices) else self.choices
        boxes = forms.CheckboxSelectMultiple()
        return {
            self.key: forms.MultipleChoiceField(label=self.label, choices=choices, widget=boxes)
        }

    def condition(self, given: Given) -> Q | None:
        """One of those ticked."""
        return Q(**{f"{self.path}__in": given[self.key]}) if given[self.key] else None

    def says(self, given: Given) -> str:
        """Their labels."""
        labels: dict[str, str] = given.get("labels", {}).get(self.key, {})
        return "、".join(labels.get(one, one) for one in given[self.key])


@dataclass(frozen=True, kw_only=True)
class Between(Filter):
    """From and to, both included: of numbers, of days, or of moments by their days."""

    path: str
    measure: str = ""

    def field(self, label: str) -> forms.Field:
        """One end."""
        raise NotImplementedError

    def first(self, end: Any) -> Q:
        """Not before the lower end."""
        return Q(**{f"{self.path}__gte": end})

    def last(self, end: Any) -> Q:
        """Not after the upper end."""
        return Q(**{f"{self.path}__lte": end})

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """The lower and the upper end."""
        return {
            f"{self.key}_from": self.field(f"{self.label}从"),
            f"{self.key}_to": self.field(f"{self.label}到"),
        }

    def condition(self, given: Given) -> Q | None:
        """What lies between the ends that were given."""
        low, high = given[f"{self.key}_from"], given[f"{self.key}_to"]
        ends = [] if low is None else [self.first(low)]
        ends += [] if high is None else [self.last(high)]
        return reduce(and_, ends) if ends else None

    def says(self, given: Given) -> str:
        """2026-01-01至2026-03-31, 1,000以上."""
        low, high = (written(given[f"{self.key}_{end}"]) for end in ("from", "to"))
        if low and high:
            return f"{low}至{high}{self.measure}"
        return f"{low}{self.measure}起" if low else f"至{high}{self.measure}" if high else ""


class Days(Between):
    """Between two days."""

    def field(self, label: str) -> forms.Field:
        """A day."""
        return forms.DateField(label=label, widget=Day())


class Moments(Days):
    """Moments that fall on the days between two days."""

    def first(self, end: Any) -> Q:
        """From the beginning of the day."""
        return Q(**{f"{self.path}__gte": _begin(end)})

    def last(self, end: Any) -> Q:
        """To the end of the day."""
        return Q(**{f"{self.path}__lt": _begin(end + timedelta(days=1))})


class Numbers(Between):
    """Between two numbers."""

    def field(self, label: str) -> forms.Field:
        """A number, typed as people type it."""
        look = forms.TextInput(attrs={"inputmode": "decimal", "size": 9})
        return forms.DecimalField(label=label, widget=look)


@dataclass(frozen=True, kw_only=True)
class Whether(Filter):
    """Yes or no; *fails* is the opposite where it is not simply what does not hold."""

    holds: Q
    fails: Q | None = None

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """Either, yes, no."""
        choices = (("", "不限"), ("yes", "是"), ("no", "否"))
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """The condition or its opposite."""
        fails = ~self.holds if self.fails is None else self.fails
        return {"yes": self.holds, "no": fails}.get(given[self.key])

    def says(self, given: Given) -> str:
        """是 or 否."""
        return {"yes": "是", "no": "否"}.get(given[self.key], "")


@dataclass(frozen=True, kw_only=True)
class Of(Filter):
    """What belongs to one thing of another table: a person, a channel, a station."""

    path: str
    among: Callable[[User], QuerySet[Any]]

    def inputs(self, user: User) -> dict[str, forms.Field]:
        """One of them."""
        queryset = self.among(user)
        field = forms.ModelChoiceField(queryset, label=self.label, empty_label="不限")
        return {self.key: field}

    def condition(self, given: Given) -> Q | None:
        """Those of it."""
        chosen: Model | None = given[self.key]
        return Q(**{self.path: chosen.pk}) if chosen else None

    def says(self, given: Given) -> str:
        """Its name."""
        return str(given[self.key] or "")


@dataclass(frozen=True, kw_only=True)
class Under(Of):
    """What lies in a unit or below it."""

    key: str = "unit"
    label: str = "单位"
    path: str = "unit"
    among: Callable[[User], QuerySet[OrgUnit]]

    def condition(self, given: Given) -> Q | None:
        """Within the branch of the tree."""
        unit: OrgUnit | None = given[self.key]
        if unit is None:
            return None
        ends = {
            f"{self.path}__path__gte": unit.path,
            f"{self.path}__path__lt": after(unit.path),
        }
        return Q(**ends)


def units_of(action: str) -> Callable[[User], QuerySet[OrgUnit]]:
    """The units in which a person may do the action, for `Under`."""

    def units(user: User) -> QuerySet[OrgUnit]:
        return OrgUnit.objects.filter(in_scope(user, action, "")).order_by("path")

    return units


def _begin(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
