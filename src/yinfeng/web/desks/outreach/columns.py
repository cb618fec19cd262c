"""The columns and filters that the lists of outreach are made of."""

from datetime import datetime
from typing import Any

from django.db.models import Count
from django.db.models.expressions import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from yinfeng.lexicon.outreach import words
from yinfeng.web.desks.outreach.models import (
    Brought,
    Exchange,
    Kept,
    Member,
    Pairing,
    Traveller,
    Trip,
    Visit,
)
from yinfeng.web.desks.outreach.models.kept import label
from yinfeng.web.lists.columns import Column, Kind, Proof
from yinfeng.web.lists.filters import Filter, OneOf, Under, Words, units_of
from yinfeng.web.lists.listing import Rows
from yinfeng.web.people.private import shown

LONG = tuple(f"fact__reading__{name}" for name in ("source", "restored", "segments", "parts"))
TONES = {
    Trip.State.ASKED: "",
    Trip.State.APPROVED: "good",
    Trip.State.REPORTED: "good",
    Trip.State.REFUSED: "bad",
    Trip.State.CANCELLED: "bad",
}


def proof(row: Kept) -> Proof | None:
    """The words of a paper from which the record was adopted."""
    fact = row.fact
    if fact is None:
        return None
    document = fact.reading.document
    at = f"{reverse('library:document', args=[document.pk])}#f{fact.pk}"
    return Proof(fact.quote, document.name, at)


def choice(key: str, title: str, which: str, *, is_shown: bool = True) -> Column:
    """A column of words from one of the lists."""

    def value(row: Any) -> str:
        return label(which, getattr(row, key)) if getattr(row, key) else ""

    return Column(key=key, label=title, value=value, sort=key, is_shown=is_shown)


def plain(key: str, title: str, *, is_shown: bool = True, path: str = "") -> Column:
    """A column of words."""
    return Column(key=key, label=title, value=path or key, sort=path or key, is_shown=is_shown)


def day(key: str, title: str, *, is_shown: bool = True) -> Column:
    """A column of days."""
    return Column(key=key, label=title, value=key, sort=key, kind=Kind.DATE, is_shown=is_shown)


def number(key: str, title: str, measure: str = "", *, is_shown: bool = True) -> Column:
    """A column of numbers."""
    return Column(
        key=key,
        label=title,
        value=key,
        sort=key,
        kind=Kind.NUMBER,
        measure=measure,
        is_shown=is_shown,
    )


def _personal(key: str, title: str) -> Column:
    return Column(key=key, label=title, value=lambda row: shown(row, key), is_shown=False)


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
MET = (_personal("met_name", "对方联系人"), _personal("met_phone", "对方电话"))
COMING = (
    choice("channel", "招商方式", "channels", is_shown=False),
    Column(key="agent", label="介绍机构", value="agent.name", sort="agent__name", is_shown=False),
    Column(key="team", label="队伍", value="team.name", sort="team__name", is_shown=False),
    plain("lead", "线索编号", is_shown=False),
)
RELATED = ("unit", "created_by", "fact__reading__document")
RELATED_IN_COMING = (*RELATED, "agent", "team")


def one_of(key: str, title: str, which: str) -> Filter:
    """A filter by the words of a list."""
    return OneOf(key=key, label=title, path=key, choices=tuple(words(which).items()))


def filters(paths: tuple[str, ...], *more: Filter) -> tuple[Filter, ...]:
    """The filters of a list: words in its fields, more of its own, the unit."""
    return (Words(paths=paths), *more, Under(among=units_of("outreach.read")))


def _standing(model: type[Kept], moment: datetime | None) -> Rows:
    """The rows of a part, live or as they stood."""
    if moment is None:
        return model._default_manager.filter(removed_at=None)
    return model.history.at(moment)  # type: ignore[no-any-return]


def _parts(model: type[Kept], of: str, moment: datetime | None, is_past: bool) -> Any:
    """How many rows of a part a record has."""
    key = "id" if is_past else "pk"
    rows = _standing(model, moment).filter(**{f"{of}_id": OuterRef(key)})
    counted = rows.order_by().values(f"{of}_id").annotate(n=Count("id")).values("n")
    return Coalesce(Subquery(counted), 0)


def of_trips(rows: Rows, moment: datetime | None) -> Rows:
    """Trips with how many went and how many firms were met."""
    past = moment is not None
    found: Rows = rows.annotate(
        people=_parts(Traveller, "trip", moment, past), firms=_parts(Visit, "trip", moment, past)
    )
    return found


def of_teams(rows: Rows, moment: datetime | None) -> Rows:
    """Teams with their staff and the leads that they brought."""
    past = moment is not None
    found: Rows = rows.annotate(
        staff=_parts(Member, "team", moment, past), leads=_parts(Brought, "team", moment, past)
    )
    return found


def of_partners(rows: Rows, moment: datetime | None) -> Rows:
    """Partners with their ties and exchanges."""
    past = moment is not None
    found: Rows = rows.annotate(
        ties=_parts(Pairing, "partner", moment, past),
        met=_parts(Exchange, "partner", moment, past),
    )
    return found
