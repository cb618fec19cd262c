"""The content of an issue as it is sealed: a report of the engine, its addresses and its rows.

The same content is the same bytes, whoever writes it down and when; every source stands once.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yinfeng.ledger.papers import Paper, Proof
from yinfeng.reports.report import Cell, Line, Piece, Report, Section, Source

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """A report, where its sources are found, and what each comparable row said, by its key."""

    report: Report
    addresses: Mapping[str, str]
    rows: Mapping[str, Mapping[str, str]]


def sealed(content: Json) -> str:
    """The fingerprint of content, over its canonical bytes."""
    words = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def to_json(content: Content) -> Json:
    """The content as a row keeps it."""
    report = content.report
    sources = list(
        dict.fromkeys(s for part in report.sections for line in part.lines for s in line.sources)
    )
    at = {source: number for number, source in enumerate(sources)}
    return {
        "title": report.title,
        "office": report.office,
        "day": report.day.isoformat(),
        "summary": report.summary,
        "sections": [_section(section, at) for section in report.sections],
        "foot": list(report.foot),
        "sources": [_source(source) for source in sources],
        "addresses": dict(content.addresses),
        "rows": {key: dict(rows) for key, rows in content.rows.items()},
    }


def from_json(content: Json) -> Content:
    """The content of a row."""
    sources = [_read_source(one) for one in content["sources"]]
    report = Report(
        title=content["title"],
        office=content["office"],
        day=date.fromisoformat(content["day"]),
        summary=content["summary"],
        sections=tuple(_read_section(one, sources) for one in content["sections"]),
        foot=tuple(content["foot"]),
    )
    return Content(report, content["addresses"], content["rows"])


def _section(section: Section, at: Mapping[Source, int]) -> Json:
    return {
        "key": section.key,
        "title": section.title,
        "columns": list(section.columns),
        "widths": list(section.widths),
        "lines": [[_cell(cell, at) for cell in line.cells] for line in section.lines],
        "shown": section.shown,
        "empty": section.empty,
        "note": section.note,
    }


def _cell(cell: Cell, at: Mapping[Source, int]) -> Json:
    pieces = [[piece.says, [at[source] for source in piece.sources]] for piece in cell.pieces]
    return {"pieces": pieces, "between": cell.between}


def _source(source: Source) -> Json:
    return {
        "words": _proof(source.words),
        "around": None if source.around == source.words else _proof(source.around),
        "restored": source.restored,
    }


def _proof(proof: Proof) -> list[Any]:
    paper = proof.paper
    told = [paper.name, paper.sha256, paper.title, paper.publisher]
    days = [day.isoformat() if day else None for day in (paper.published, paper.latest)]
    return [*told, *days, proof.place, proof.start, proof.end, proof.quote]


def _read_section(section: Json, sources: list[Source]) -> Section:
    return Section(
        key=section["key"],
        title=section["title"],
        columns=tuple(section["columns"]),
        widths=tuple(section["widths"]),
        lines=tuple(Line(tuple(_read_cells(line, sources))) for line in section["lines"]),
        shown=section["shown"],
        empty=section["empty"],
        note=section["note"],
    )


def _read_cells(line: list[Json], sources: list[Source]) -> Iterable[Cell]:
    for cell in line:
        pieces = (Piece(says, tuple(sources[n] for n in told)) for says, told in cell["pieces"])
        yield Cell(tuple(pieces), cell["between"])


def _read_source(source: Json) -> Source:
    words = _read_proof(source["words"])
    around = _read_proof(source["around"]) if source["around"] else words
    return Source(words, around, source["restored"])


def _read_proof(told: list[Any]) -> Proof:
    name, sha256, title, publisher, published, latest, place, start, end, quote = told
    days = [date.fromisoformat(day) if day else None for day in (published, latest)]
    return Proof(Paper(name, sha256, title, publisher, *days), place, start, end, quote)
