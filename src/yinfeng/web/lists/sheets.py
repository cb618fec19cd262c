"""The rows of a list as they are shown: one page of them, or all, cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple, cast

from django.core.paginator import Page, Paginator
from django.db.models import Count, Window
from django.urls import reverse
from django.utils.safestring import SafeString

from yinfeng.web.lists import drawing
from yinfeng.web.lists.asking import Asked
from yinfeng.web.lists.columns import Cell, Column
from yinfeng.web.lists.history import end_of, standing_as
from yinfeng.web.lists.listing import Rows
from yinfeng.web.lists.models import Note, NotePlace
from yinfeng.web.people.may import may

_CHUNK = 1000


class Row(NamedTuple):
    """One row: its key, its version, where it opens, its cells in the order of the columns.

    *notes* are the counts of its notes by severity, the gravest first.
    """

    pk: Any
    version: int
    address: str
    label: str
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    notes: tuple[tuple[str, str, int], ...] = ()

    @property
    def pairs(self) -> Iterator[tuple[Column, Cell]]:
        """Each cell with its column."""
        return zip(self.columns, self.cells, strict=True)


class _Counted(Paginator):  # type: ignore[type-arg]
    """Pages of keys of rows, which are counted up to a limit, if there is one."""

    counts_to = 0

    @cached_property
    def count(self) -> int:
        """How many rows there are, or one more than the limit."""
        every = cast(Rows, self.object_list)
        return every[: self.counts_to + 1].count() if self.counts_to else every.count()

    def counted_along(self, rows: Rows, number: str) -> list[Any] | None:
        """The keys of a page, with which the rows are counted in one question; None off the end."""
        start = (max(int(number), 1) - 1) * self.per_page if number.isdecimal() else 0
        found = rows.annotate(in_all=Window(Count("*"))).values_list("pk", "in_all")
        keys = list(found[start : start + self.per_page])
        if not keys and start:
            return None
        self.__dict__["count"] = keys[0][1] if keys else 0
        return [key for key, _ in keys]


class Sheet(NamedTuple):
    """One page of a list."""

    asked: Asked
    page: Page[Any]
    rows: tuple[Row, ...]

    @property
    def tally(self) -> str:
        """How many rows there are, in words."""
        most, count = self.asked.listing.counts_to, self.page.paginator.count
        return f"{most:,}条以上" if most and count > most else f"{count:,}条"

    @property
    def may_edit(self) -> bool:
        """Whether the person may change rows of this list somewhere."""
        editing, user = self.asked.listing.editing, self.asked.user
        is_live = self.asked.as_of is None
        return bool(editing and editing.bulk) and is_live and may(user, editing.changes)  # type: ignore[union-attr]

    @property
    def may_note(self) -> bool:
        """Whether the person may note on rows of this list."""
        is_live = self.asked.listing.keeps_records and self.asked.as_of is None
        return is_live and may(self.asked.user, "lists.note")

    @property
    def may_pick(self) -> bool:
        """Whether there is anything that picking rows is good for."""
        return self.may_edit or self.may_note

    @property
    def drawn(self) -> SafeString:
        """The rows as the page shows them."""
        return drawing.rows(self)

    @property
    def before(self) -> str:
        """The address of the page before this one."""
        return self.asked.on_page(self.page.previous_page_number())

    @property
    def after(self) -> str:
        """The address of the next page."""
        return self.asked.on_page(self.page.next_page_number())

    @property
    def heads(self) -> Iterator[tuple[Column, str, str]]:
        """Each column with the address that sorts by it and how it is sorted now."""
        for column in self.asked.shown:
            sorted_ = {column.key: "ascending", f"-{column.key}": "descending"}
            now = sorted_.get(self.asked.sort, "")
            turn = f"-{column.key}" if now == "ascending" else column.key
            yield column, self.asked.address(sort=turn) if column.sort else "", now


def sheet(asked: Asked) -> Sheet:
    """The page that was asked for."""
    # Sorting keys alone and fetching fifty rows afterwards takes half of what sorting rows takes.
    pages = _Counted(asked.rows.values_list("pk", flat=True), asked.listing.most)
    pages.counts_to = asked.listing.counts_to
    number, keys = asked.query.get("page", ""), None
    if asked.looks_elsewhere and not pages.counts_to:
        keys = pages.counted_along(asked.rows, number)
    page = pages.get_page(number or 1)
    wanted = list(page.object_list) if keys is None else keys
    return Sheet(asked, page, tuple(_rows(asked, asked.fetched(wanted))))


def every_row(asked: Asked) -> Iterator[Row]:
    """All the rows that were asked for, in order, fetched by the thousand."""
    rows = iter(asked.rows.iterator(chunk_size=_CHUNK))
    while chunk := list(islice(rows, _CHUNK)):
        yield from _rows(asked, chunk)


def one_row(asked: Asked, pk: int) -> Row | None:
    """The one row of that key among those asked for, if it is there."""
    return next(_rows(asked, list(asked.rows.filter(id=pk)[:1])), None)


def _rows(asked: Asked, found: Sequence[Any]) -> Iterator[Row]:
    listing, is_past = asked.listing, asked.as_of is not None
    if is_past and not listing.past:
        found = [standing_as(version) for version in found]
    if listing.prepares:
        listing.prepares(found, _moment(asked))
    notes = _notes(asked, found)
    for row in found:
        cells = tuple(column.cell(row) for column in asked.shown)
        version, address = getattr(row, "version", 0), _address(asked, row)
        noted = notes.get(row.pk, ())
        yield Row(row.pk, version, address, str(row), asked.shown, cells, noted)


def _notes(asked: Asked, found: Sequence[Any]) -> dict[Any, tuple[tuple[str, str, int], ...]]:
    """The counts of notes on these rows, the gravest first."""
    if not asked.listing.keeps_records:
        return {}
    model, keys = asked.listing.model, [row.pk for row in found]
    counts = NotePlace.objects.counted(model, keys, _moment(asked))
    return {key: gravest_first(told) for key, told in counts.items()}


def gravest_first(told: Mapping[str, int]) -> tuple[tuple[str, str, int], ...]:
    """Counts of notes by severity: its key, its label and how many."""
    severities = list(Note.Severity)[::-1]
    return tuple((s.value, str(s.label), told[s.value]) for s in severities if s.value in told)


def _moment(asked: Asked) -> datetime | None:
    return end_of(asked.as_of) if asked.as_of else None


def _address(asked: Asked, row: Any) -> str:
    listing = asked.listing
    if not listing.opens:
        return ""
    at = reverse(listing.opens, args=[getattr(row, listing.opens_by)])
    return f"{at}?as_of={asked.as_of.isoformat()}" if asked.as_of else at
