"""A report as Markdown: tables with numbers in brackets, the words by number at the end."""

import re
from collections.abc import Iterable, Iterator

from yinfeng.ledger.papers import Proof
from yinfeng.reports.renderings.excerpts import citation, restored, whole_excerpt
from yinfeng.reports.report import Cell, Marked, Report, Section, Source, chinese_day, marked

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_NUMERALS = "一二三四五六七八九十"


def markdown(report: Report) -> str:
    """The whole report."""
    return "\n".join(_report(report)).strip() + "\n"


def _report(report: Report) -> Iterator[str]:
    numbers = report.numbers
    yield f"# {report.title}\n"
    yield f"**{_plain(report.office)}**　{chinese_day(report.day)}\n"
    yield f"> {_plain(report.summary)}\n"
    for at, section in enumerate(report.sections):
        yield f"## {_NUMERALS[at]}、{section.title}\n"
        yield from _section(section, numbers)
    yield "## 出处\n"
    for number, source in enumerate(report.sources, 1):
        yield _source(number, source)
    yield ""
    for line in report.foot:
        yield f"- {_plain(line)}"


def _section(section: Section, numbers: dict[Proof, int]) -> Iterator[str]:
    if not section.lines:
        yield f"{section.empty}\n"
        return
    yield f"| {' | '.join(section.columns)} |"
    yield "|" + " --- |" * len(section.columns)
    for line in section.lines:
        cells = zip(line.cells, marked(line, numbers), strict=True)
        yield "| " + " | ".join(_cell(cell, pieces) for cell, pieces in cells) + " |"
    yield f"\n{_plain(section.note)}\n" if section.note else ""


def _cell(cell: Cell, pieces: Iterable[Marked]) -> str:
    return _plain(cell.between).join(
        _plain(piece.says) + "".join(f"[^{n}]" for n in marks) for piece, marks in pieces
    )


def _source(number: int, source: Source) -> str:
    mended = restored(source)
    reads = f"（复原：{_plain(mended)}）" if mended else ""
    return f"[^{number}]: {_plain(citation(source))}：“{_plain(whole_excerpt(source))}”{reads}"


def _plain(says: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(says.split()))
