"""A report as one HTML page: each figure opens to its words in place, without script.

Self-contained: style inside, nothing loaded. On paper the openings stay closed and the numbers
lead to the list of sources.
"""

from collections.abc import Iterable, Iterator
from html import escape

from yinfeng.ledger.papers import Proof
from yinfeng.reports.renderings.excerpts import citation, excerpt, restored, whole_excerpt
from yinfeng.reports.renderings.style import CSS
from yinfeng.reports.report import (
    Line,
    Marked,
    Piece,
    Report,
    Section,
    Source,
    chinese_day,
    marked,
)

_NUMERALS = "一二三四五六七八九十"


def html(report: Report) -> str:
    """The whole page."""
    return "\n".join(_page(report)) + "\n"


def _page(report: Report) -> Iterator[str]:
    numbers = report.numbers
    title = escape(f"{report.title} {report.office} {chinese_day(report.day)}")
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{CSS}</style>\n</head>\n<body>\n<main>"
    yield f"<header><h1>{escape(report.title)}</h1>"
    yield f'<p class="head"><span>{escape(report.office)}</span>'
    yield f'<time datetime="{report.day}">{chinese_day(report.day)}</time></p></header>'
    yield f'<p class="summary">{escape(report.summary)}</p>'
    for at, section in enumerate(report.sections):
        yield from _section(section, f"{_NUMERALS[at]}、{section.title}", numbers)
    yield from _annex(report, numbers)
    yield "</main>\n</body>\n</html>"


def _section(section: Section, title: str, numbers: dict[Proof, int]) -> Iterator[str]:
    yield f'<section id="{section.key}"><h2>{escape(title)}</h2>'
    if not section.lines:
        yield f'<p class="empty">{escape(section.empty)}</p>'
    elif section.front:
        yield from _table(section, section.front, numbers)
    if section.rest:
        more = f"{'其余' if section.front else '共'}{len(section.rest)}项，见附表。"
        yield f'<p class="note"><a href="#{section.key}-more">{more}</a></p>'
    if section.note:
        yield f'<p class="note">{escape(section.note)}</p>'
    yield "</section>"


def _annex(report: Report, numbers: dict[Proof, int]) -> Iterator[str]:
    yield '<div class="annex">'
    for section in report.sections:
        if section.rest:
            yield f'<section id="{section.key}-more"><h2>附表　{escape(section.title)}（续）</h2>'
            yield from _table(section, section.rest, numbers)
            yield "</section>"
    yield '<section id="sources"><h2>出处</h2>\n<ol class="sources">'
    for number, source in enumerate(report.sources, 1):
        yield f'<li id="s{number}">{_quoted(source)}</li>'
    yield "</ol></section>"
    yield from (f'<p class="foot">{escape(line)}</p>' for line in report.foot)
    yield "</div>"


def _table(section: Section, lines: Iterable[Line], numbers: dict[Proof, int]) -> Iterator[str]:
    widths = "".join(f'<col style="width:{width}%">' for width in section.widths)
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in section.columns)
    yield f'<div class="wide"><table><colgroup>{widths}</colgroup>'
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    for line in lines:
        cells = marked(line, numbers)
        yield "<tr>" + "".join(f"<td>{_cell(cell, numbers)}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table></div>"


def _cell(cell: Iterable[Marked], numbers: dict[Proof, int]) -> str:
    pieces = [_piece(piece, marks, numbers) for piece, marks in cell]
    return (
        pieces[0]
        if len(pieces) == 1
        else "".join(f'<div class="i">{piece}</div>' for piece in pieces)
    )


def _piece(piece: Piece, printed: tuple[int, ...], numbers: dict[Proof, int]) -> str:
    if not piece.sources:
        return escape(piece.says)
    marks = "".join(f"<sup>[{n}]</sup>" for n in printed)
    words = "".join(
        f"<div>{_marked(source)}<cite>{escape(citation(source))}　"
        f'<a href="#s{numbers[source.around]}">出处{numbers[source.around]}</a></cite></div>'
        for source in dict.fromkeys(piece.sources)
    )
    return f'<details class="w"><summary>{escape(piece.says)}{marks}</summary>{words}</details>'


def _marked(source: Source) -> str:
    before, words, after = excerpt(source)
    return f"{escape(before)}<mark>{escape(words)}</mark>{escape(after)}"


def _quoted(source: Source) -> str:
    mended = restored(source)
    reads = f"（复原：{escape(mended)}）" if mended else ""
    return f"{escape(citation(source))}：“{escape(whole_excerpt(source))}”{reads}"
