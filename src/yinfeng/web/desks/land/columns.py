"""The columns and filters that the lists of land are made of; areas are shown in mu."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q, Sum
from django.urls import reverse
from django.utils import timezone

from yinfeng.lexicon.land import words
from yinfeng.mapping.areas import mu_of, square_metres_of_mu
from yinfeng.web.desks.land.models import Kept, Parcel, Unit
from yinfeng.web.desks.land.rules import nearest, own_rules
from yinfeng.web.lists.columns import Column, Kind, Proof
from yinfeng.web.lists.filters import Filter, Numbers, OneOf, Under, Words, units_of

LONG = tuple(f"fact__reading__{name}" for name in ("source", "restored", "segments", "parts"))
RELATED = ("unit", "created_by", "fact__reading__document")
_CENT = Decimal("0.01")


def proof(row: Kept) -> Proof | None:
    """The words of a paper that tell of it."""
    fact = row.fact
    if fact is None:
        return None
    document = fact.reading.document
    at = f"{reverse('library:document', args=[document.pk])}#f{fact.pk}"
    return Proof(fact.quote, document.name, at)


def plain(key: str, title: str, *, path: str = "", is_shown: bool = True) -> Column:
    """A column of words."""
    sort = path.replace(".", "__") or key
    return Column(key=key, label=title, value=path or key, sort=sort, is_shown=is_shown)


def day(key: str, title: str, *, is_shown: bool = True) -> Column:
    """A column of days."""
    return Column(key=key, label=title, value=key, sort=key, kind=Kind.DATE, is_shown=is_shown)


def number(key: str, title: str, unit: str = "", *, is_shown: bool = True) -> Column:
    """A column of numbers."""
    return Column(
        key=key, label=title, value=key, sort=key, kind=Kind.NUMBER, measure=unit,
        is_shown=is_shown,
    )  # fmt: skip


def in_mu(value: Decimal | None) -> Decimal | None:
    """An area as a cell shows it: mu, to the hundredth."""
    return None if value is None else mu_of(Decimal(value)).quantize(_CENT)


def mu(
    key: str, title: str, *, is_shown: bool = True, sorts: bool = True, told: bool = False
) -> Column:
    """A column of land in mu; *told* where the words of a paper may prove it."""
    return Column(
        key=key,
        label=title,
        value=lambda row: in_mu(getattr(row, key)),
        sort=key if sorts else "",
        kind=Kind.NUMBER,
        measure="亩",
        proof=proof if told else None,
        is_shown=is_shown,
    )


def floor_space(key: str, title: str, *, is_shown: bool = True, sorts: bool = True) -> Column:
    """A column of floor space in square metres."""
    return Column(
        key=key, label=title, value=key, sort=key if sorts else "", kind=Kind.NUMBER,
        measure="㎡", is_shown=is_shown,
    )  # fmt: skip


UNIT = Column(key="unit", label="单位", value="unit.name", sort="unit__path", is_shown=False)
TOLD = Column(
    key="fact",
    label="出处",
    value=lambda row: "有原文" if row.fact_id else "人工登记",
    proof=proof,
    is_shown=False,
)
MADE = (
    Column(key="made", label="登记人", value="created_by.name", is_shown=False),
    day("created_at", "登记时间", is_shown=False),
)
LAST = (plain("note", "备注", is_shown=False), UNIT, TOLD, *MADE)


@dataclass(frozen=True, kw_only=True)
class Mu(Numbers):
    """Land between two areas in mu, kept in square metres."""

    measure: str = "亩"

    def first(self, end: Any) -> Q:
        """Not less than so many mu."""
        return super().first(square_metres_of_mu(end))

    def last(self, end: Any) -> Q:
        """Not more than so many mu."""
        return super().last(square_metres_of_mu(end))


def one_of(key: str, title: str, which: str) -> Filter:
    """A filter by the words of a list."""
    return OneOf(key=key, label=title, path=key, choices=tuple(words(which).items()))


def filters(paths: tuple[str, ...], *more: Filter) -> tuple[Filter, ...]:
    """The filters of a list: words in its fields, more of its own, the unit."""
    return (Words(paths=paths), *more, Under(among=units_of("land.read")))


def day_of(moment: datetime | None) -> date:
    """The day of which a list is asked."""
    return timezone.localtime(moment).date() if moment else timezone.localdate()


def _standing(model: Any, moment: datetime | None) -> Any:
    return (
        model._default_manager.filter(removed_at=None)
        if moment is None
        else model.history.at(moment)
    )


def sums(
    model: Any,
    by: str,
    what: str,
    keys: Sequence[Any],
    moment: datetime | None,
    narrows: Q | None = None,
) -> Mapping[Any, Decimal]:
    """The sum of a field over what belongs to each of *keys*, now or at a moment."""
    rows = _standing(model, moment).filter(**{f"{by}__in": keys})
    rows = rows.filter(narrows) if narrows is not None else rows
    found = rows.order_by().values(by).annotate(total=Sum(what)).values_list(by, "total")
    return {key: total for key, total in found if total is not None}


def of_grounds(by: str) -> Callable[[Sequence[Any], datetime | None], None]:
    """Completes parks or blocks with what their parcels and units come to."""

    def prepared(rows: Sequence[Any], moment: datetime | None) -> None:
        keys = [row.pk for row in rows]
        ready = Q(state__in=("clear", "supplied"))
        parcels = sums(Parcel, by, "area", keys, moment)
        free = sums(Parcel, by, "area", keys, moment, ready)
        let = sums(Parcel, by, "let_area", keys, moment)
        path = f"floor__building__parcel__{by}"
        space = sums(Unit, path, "area", keys, moment)
        space_let = sums(Unit, path, "let_area", keys, moment)
        for row in rows:
            row.parcel_area, row.free_area = parcels.get(row.pk), free.get(row.pk)
            row.parcel_let = let.get(row.pk)
            row.space, row.space_let = space.get(row.pk), space_let.get(row.pk)
            row.space_vacant = _left(row.space, row.space_let)
            row.unbuilt = _left(row.planned, row.built) if row.built is not None else None

    return prepared


def of_let(rows: Sequence[Any], moment: datetime | None) -> None:
    """Completes parcels or units with what of them is vacant."""
    del moment
    for row in rows:
        row.vacant = _left(row.area, row.let_area)


def of_parcels(rows: Sequence[Any], moment: datetime | None) -> None:
    """Completes parcels with what is vacant, and with how far a drawing may differ."""
    of_let(rows, moment)
    day = timezone.localtime(moment - timedelta(seconds=1) if moment else None).date()
    own = own_rules(day)
    for row in rows:
        row.tolerance = nearest(row.unit.path, own).tolerance


def _left(whole: Decimal | None, part: Decimal | None) -> Decimal | None:
    return None if whole is None else max(Decimal(0), whole - (part or Decimal(0)))


def differs(parcel: Any) -> Decimal | None:
    """By what share of the certificate a completed parcel differs, where that is not allowed."""
    if not parcel.certified or parcel.measured is None:
        return None
    share = Decimal(parcel.measured - parcel.certified) / parcel.certified
    return share if abs(share) > parcel.tolerance else None


def far_of(parcel: Any) -> Decimal | None:
    """The plot ratio (容积率) as built: floor space over land."""
    if not parcel.area or parcel.floor_area is None:
        return None
    return (Decimal(parcel.floor_area) / Decimal(parcel.area)).quantize(_CENT)
