"""An issue as PDF on A4, black and white, set by typst with the font that comes with the house.

Nothing of a report is read as markup: the data reaches the page as JSON, so 三#strong[亿]元 stays
as it was written. The date inside the file is the day of the report.
"""

import json
from importlib.resources import as_file, files
from typing import Any

import typst

from yinfeng.reports.renderings.excerpts import citation, restored, whole_excerpt
from yinfeng.reports.report import Line, Report, chinese_day, marked

_NUMERALS = "一二三四五六七八九十"


def pdf(report: Report, number: str, replaces: str) -> bytes:
    """The bytes of the document; *replaces* says which issue it puts right, if any."""
    here = files("yinfeng.web.desks.reports")
    page, fonts = here / "typeset" / "report.typ", here / "fonts"
    with as_file(page) as source, as_file(fonts) as folder:
        # Without the fonts of the machine: the same issue is the same bytes everywhere.
        return typst.compile(
            str(source),
            font_paths=[str(folder)],
            ignore_system_fonts=True,
            sys_inputs={"data": _data(report, number, replaces)},
        )


def _data(report: Report, number: str, replaces: str) -> str:
    numbers = report.numbers
    told = {
        "title": report.title,
        "office": report.office,
        "number": number,
        "replaces": replaces,
        "day": [report.day.year, report.day.month, report.day.day],
        "dated": chinese_day(report.day),
        "summary": report.summary,
        "sections": [
            {
                "numeral": _NUMERALS[at],
                "title": section.title,
                "columns": list(section.columns),
                "widths": list(section.widths),
                "lines": [_line(line, numbers) for line in section.lines],
                "empty": section.empty,
                "note": section.note,
            }
            for at, section in enumerate(report.sections)
        ],
        "sources": [
            {"number": number, "says": _source(source)}
            for number, source in enumerate(report.sources, 1)
        ],
        "foot": list(report.foot),
    }
    return json.dumps(told, ensure_ascii=False)


def _line(line: Line, numbers: Any) -> list[dict[str, Any]]:
    cells = zip(line.cells, marked(line, numbers), strict=True)
    return [
        {
            "between": cell.between,
            "pieces": [
                {"says": " ".join(piece.says.split()), "marks": list(marks)}
                for piece, marks in pieces
            ],
        }
        for cell, pieces in cells
    ]


def _source(source: Any) -> str:
    mended = restored(source)
    reads = f"（复原：{mended}）" if mended else ""
    return f"{citation(source)}：“{whole_excerpt(source)}”{reads}"
