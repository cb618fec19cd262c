"""What a person asks of a list: filters, sort, columns, page, and the day of which it is asked.

All of it stands in the address, so that a list can be linked to, saved and exported as it is seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.http import QueryDict
from django.utils.safestring import SafeString

from yinfeng.web.lists import drawing
from yinfeng.web.lists.columns import Column
from yinfeng.web.lists.filters import Filter, OneOf
from yinfeng.web.lists.listing import Listing, Rows
from yinfeng.web.people.may import few_units
from yinfeng.web.people.models import User
from yinfeng.web.shell.forms import Day


class Input(NamedTuple):
    """One input of the bar of filters, and whether it is a row of boxes."""

    field: forms.BoundField
    is_boxes: bool


class Chip(NamedTuple):
    """A filter in force: its name, what it says, and the address without it."""

    label: str
    says: str
    without: str


@dataclass(frozen=True)
class Asked:
    """A list, who asks, and what the address says."""

    listing: Listing
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    user: User
    query: QueryDict
    today: date
    chosen: tuple[str, ...] = ()

    @cached_property
    def form(self) -> forms.Form:
        """The bar of filters, filled in."""
        fields: dict[str, Any] = {}
        for one in self.filters:
            for name, input_ in one.inputs(self.user).items():
                input_.required = False
                fields[name] = input_
        fields["as_of"] = forms.DateField(label="截至", required=False, widget=Day())
        made = type("FilterForm", (forms.Form,), fields)
        form: forms.Form = made(self.query, auto_id="f_%s", label_suffix="")
        if form.is_valid() and (day := form.cleaned_data["as_of"]) and day > self.today:
            form.add_error("as_of", "只能回看今天和以前的日子。")
        return form

    @property
    def is_clear(self) -> bool:
        """Whether the address can be read."""
        return self.form.is_valid()

    @property
    def as_of(self) -> date | None:
        """The past day of which the list is asked; today's list is the live one."""
        day: date | None = self.form.cleaned_data.get("as_of")
        return None if day == self.today else day

    @cached_property
    def sort(self) -> str:
        """The key of the column by which the rows stand, with - for downwards, or nothing."""
        key = self.query.get("sort", "")
        known = {one.key for one in self.columns if one.sort}
        return key if key.removeprefix("-") in known else ""

    @cached_property
    def shown(self) -> tuple[Column, ...]:
        """The columns, in the order that the address or the person's own choice gives."""
        by_key = {one.key: one for one in self.columns}
        keys = self.query.getlist("columns") or self.chosen
        picked = tuple(by_key[key] for key in dict.fromkeys(keys) if key in by_key)
        return picked or tuple(one for one in self.columns if one.is_shown)

    @cached_property
    def rows(self) -> Rows:
        """The rows asked for, in order."""
        if not self.is_clear:
            return self.listing.model._base_manager.none()
        found = self.listing.rows(self.user, self.as_of)
        for _, condition in self._conditions:
            found = found.filter(condition)
        return found.order_by(*self._order())

    @property
    def looks_elsewhere(self) -> bool:
        """Whether a filter in force asks other tables, so that it is better asked only once."""
        return self.is_clear and any(one.looks_elsewhere for one, _ in self._conditions)

    def fetched(self, keys: Sequence[Any]) -> list[Any]:
        """The rows of these keys, which were among those asked for, in their order."""
        if not keys:
            return []
        found = {
            row.pk: row for row in self.listing.rows(self.user, self.as_of).filter(pk__in=keys)
        }
        return [found[key] for key in keys if key in found]

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """The filters in force."""
        if not self.is_clear:
            return ()
        said = (
            Chip(one.label, one.says(self._given), self.address(*one.inputs(self.user)))
            for one, _ in self._conditions
        )
        return tuple(said)

    def address(self, *without: str, **with_: str) -> str:
        """The query of this list with some inputs dropped and others set; back on page one."""
        query = self.query.copy()
        for name in ("page", *without, *with_):
            query.pop(name, None)
        for name, value in with_.items():
            query[name] = value
        for name in [name for name, values in query.lists() if not any(values)]:
            del query[name]
        return f"?{query.urlencode()}"

    @property
    def inputs(self) -> Iterator[Input]:
        """The inputs of the bar, in order."""
        for field in self.form:
            yield Input(field, isinstance(field.field, forms.MultipleChoiceField))

    @property
    def bar(self) -> SafeString:
        """The inputs of the bar as the page shows them."""
        return drawing.bar(self)

    @property
    def kept_columns(self) -> list[str]:
        """The columns that the address names."""
        return self.query.getlist("columns")

    @property
    def today_address(self) -> str:
        """The same question to the live list."""
        return self.address("as_of")

    @property
    def here(self) -> str:
        """This very question, without what it leaves open."""
        page = self.query.get("page", "")
        return self.on_page(int(page)) if page.isdecimal() else self.address()

    def on_page(self, number: int) -> str:
        """The same question, on another page of its answer."""
        return f"{self.address()}{'&' if self.address() != '?' else ''}page={number}"

    @property
    def plain_query(self) -> str:
        """The question as a form carries it."""
        return self.address().removeprefix("?")

    @property
    def is_filtered(self) -> bool:
        """Whether anything but everything is asked for."""
        return bool(self.chips)

    @cached_property
    def _given(self) -> dict[str, Any]:
        labels = {
            one.key: dict(self.form.fields[one.key].choices)  # type: ignore[attr-defined]
            for one in self.filters
            if isinstance(one, OneOf)
        }
        return {**self.form.cleaned_data, "labels": labels, "within": self._within}

    @property
    def _within(self) -> tuple[int, ...] | None:
        """The units in which the rows lie, where they are few and these alone decide."""
        is_plain = self.listing.scope is None and self.listing.unit == "unit"
        return few_units(self.user, self.listing.reads) if is_plain else None

    @cached_property
    def _conditions(self) -> tuple[tuple[Filter, Any], ...]:
        asked = ((one, one.condition(self._given)) for one in self.filters)
        return tuple((one, condition) for one, condition in asked if condition is not None)

    def _order(self) -> Sequence[str]:
        key = self.sort.removeprefix("-")
        if not key:
            return [self._own(name) for name in self.listing.order]
        path = next(one.sort for one in self.columns if one.key == key)
        down = "-" if self.sort.startswith("-") else ""
        return [f"{down}{path}", self._own("-pk")]

    def _own(self, name: str) -> str:
        """Of versions `pk` is that of the version: the record's own key is meant."""
        is_past = self.as_of and not self.listing.past
        return name.replace("pk", "id") if is_past and name.lstrip("-") == "pk" else name
