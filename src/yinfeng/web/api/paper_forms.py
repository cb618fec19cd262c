"""What is asked and answered of papers and of the facts in them."""

from datetime import date, datetime
from typing import Any

from ninja import Schema

from yinfeng.web.store.models import Decision


class ArrivalOut(Schema):
    """One file that was sent, and what came of it."""

    id: int
    name: str
    state: str
    says: str
    paper_ids: list[int]


class BatchOut(Schema):
    """The files of one sending."""

    batch: str
    files: list[ArrivalOut]


class PaperOut(Schema):
    """One paper."""

    id: int
    name: str
    unit: str
    media: str
    sha256: str
    title: str
    publisher: str
    published: date | None
    read_at: datetime | None
    engine: str
    facts: int


class PapersOut(Schema):
    """One page of papers, the latest first."""

    count: int
    page: int
    pages: int
    rows: list[PaperOut]


class TextOut(Schema):
    """The source as published and as restored; evidence counts in the source."""

    source: str
    restored: str
    engine: str


class EntryOut(Schema):
    """One field of a fact: `source[start:end] == quote`."""

    id: int
    field: str
    value: Any
    status: str
    pattern: str
    start: int
    end: int
    quote: str
    verdict: str
    standing_value: Any


class FactOut(Schema):
    """One fact with its fields."""

    id: int
    paper: int
    kind: str
    host: str
    says: str
    start: int
    end: int
    quote: str
    entries: list[EntryOut]


class FactsOut(Schema):
    """One page of facts."""

    count: int
    page: int
    pages: int
    rows: list[FactOut]


class VerdictIn(Schema):
    """What is said of one figure; *words* where it should be another."""

    verdict: Decision.Verdict
    words: str = ""
    why: str = ""


class PaperQuery(Schema):
    """Which papers."""

    q: str = ""
    page: int = 1


class FactQuery(Schema):
    """Which facts."""

    paper: int | None = None
    kind: str = ""
    q: str = ""
    page: int = 1
