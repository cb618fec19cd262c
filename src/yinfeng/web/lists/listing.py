"""A list as a desk declares it: `LEADS = Listing(key="leads", title="线索", model=Lead, …)`.

From this one definition come the page, the filters, the columns that a person chooses, the sort,
the export, the saved filters and the list as of a past day. How to declare one: docs/howto/list.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from django.db.models import Model, Q, QuerySet

from yinfeng.web.lists.columns import Column
from yinfeng.web.lists.editing import Editing
from yinfeng.web.lists.filters import Filter
from yinfeng.web.lists.history import end_of
from yinfeng.web.lists.records import Record
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User

Rows: TypeAlias = QuerySet[Any]
Reckoned: TypeAlias = Callable[[Rows, datetime | None], Rows]
Prepared: TypeAlias = Callable[[Sequence[Any], datetime | None], None]


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One list of a desk.

    *reads* is the action that opens it; *scope* what of it a person sees, by default the things
    whose *unit* lies in the person's scope. *related* is fetched along; *reckons* annotates the
    rows, live (None) or as of a moment; *prepares* completes the rows of one page at once.
    *past* gives, for a model whose rows are never changed, those that were there at a moment;
    records need none, they keep versions. *counts_to* is how far rows are counted, where there may
    be so many that counting them all would take longer than showing them; 0 counts all.
    """

    key: str
    title: str
    about: str
    model: type[Model]
    reads: str
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    order: tuple[str, ...] = ("-pk",)
    unit: str = "unit"
    scope: Callable[[User], Q] | None = None
    related: tuple[str, ...] = ()
    defers: tuple[str, ...] = ()
    reckons: Reckoned | None = None
    prepares: Prepared | None = None
    past: Callable[[Rows, datetime], Rows] | None = None
    opens: str = ""
    opens_by: str = "pk"
    empty: str = "还没有记录。"
    template: str = "lists/page.html"
    also: Callable[[Any], Mapping[str, object]] | None = None
    editing: Editing | None = None
    most: int = 50
    counts_to: int = 0

    def __post_init__(self) -> None:
        """Each key once; every list can be asked as of a past day."""
        keys = [one.key for one in self.columns]
        assert len(set(keys)) == len(keys), self.key
        assert self.past or self.keeps_records, f"{self.key}: as of a past day?"
        assert not self.editing or self.keeps_records, f"{self.key}: only records are edited"

    @property
    def keeps_records(self) -> bool:
        """Whether its rows are records, with versions, notes and fields of the office."""
        return issubclass(self.model, Record)

    def rows(self, user: User, as_of: date | None = None) -> Rows:
        """What the person may see: now, or as it stood at the end of a day."""
        moment = end_of(as_of) if as_of else None
        found = self._as_of(moment) if moment else self._now()
        scope = self.scope(user) if self.scope else in_scope(user, self.reads, self.unit)
        found = found.filter(scope).select_related(*self.related)
        if self.defers:
            found = found.defer(*self.defers)
        return self.reckons(found, moment) if self.reckons else found

    def _now(self) -> Rows:
        every = self.model._base_manager.all()
        return every.filter(removed_at=None) if self.keeps_records else every

    def _as_of(self, moment: datetime) -> Rows:
        if self.past:
            return self.past(self.model._base_manager.all(), moment)
        versions: Rows = self.model.history.at(moment)  # type: ignore[attr-defined]
        return versions
