"""A report as a Word document, filled into a template that the office can replace.

The template is an ordinary .docx with the marks of docxtpl; what it may use is listed in
`context_of`. The same report and template give the same bytes: times inside the file are fixed.
"""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from docxtpl import DocxTemplate, RichText  # type: ignore[import-untyped]
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from yinfeng.ledger.papers import Proof
from yinfeng.reports.renderings.excerpts import citation, restored, whole_excerpt
from yinfeng.reports.report import Cell, Line, Marked, Report, Section, chinese_day, marked

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_NUMERALS = "一二三四五六七八九十"

Context = Mapping[str, object]


class BadTemplate(ValueError):
    """A template that is no Word file, or whose marks cannot be filled."""


def word(report: Report, template: bytes, more: Context | None = None) -> bytes:
    """The bytes of the document; *more* is what the template may name besides the report."""
    return filled({**context_of(report), **(more or {})}, template)


def filled(context: Context, template: bytes) -> bytes:
    """The template with its marks filled from *context*."""
    written = BytesIO()
    try:
        document = DocxTemplate(BytesIO(template))
        # A template comes from outside: it fills marks and reaches nothing else.
        marks = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        if not document.get_undeclared_template_variables(marks):
            raise BadTemplate("模板里没有一个标记，内容无处可填")
        document.render(dict(context), marks, autoescape=True)
        document.save(written)
    except UndefinedError as error:
        raise BadTemplate(f"模板里有不认识的标记：{error}") from error
    except TemplateError as error:
        raise BadTemplate(f"模板里的标记写法有误：{error}") from error
    except (KeyError, zipfile.BadZipFile) as error:
        raise BadTemplate("不是 Word 文件（.docx）") from error
    return _sealed(written.getvalue())


def context_of(report: Report) -> Context:
    """What a template may name: title, office, day, summary, one name a section, sources, foot."""
    numbers = report.numbers
    sections = {
        section.key: _section(section, _NUMERALS[at], numbers)
        for at, section in enumerate(report.sections)
    }
    return {
        "title": report.title,
        "office": report.office,
        "day": chinese_day(report.day),
        "summary": report.summary,
        **sections,
        "sources": [
            {
                "number": number,
                "citation": citation(source),
                "quote": whole_excerpt(source),
                "restored": restored(source),
            }
            for number, source in enumerate(report.sources, 1)
        ],
        "foot": list(report.foot),
    }


def _section(section: Section, numeral: str, numbers: Mapping[Proof, int]) -> Context:
    return {
        "number": numeral,
        "title": section.title,
        "columns": list(section.columns),
        "front": [_row(line, numbers) for line in section.front],
        "rest": [_row(line, numbers) for line in section.rest],
        "more": len(section.rest),
        "empty": "" if section.lines else section.empty,
        "note": section.note,
    }


def _row(line: Line, numbers: Mapping[Proof, int]) -> list[RichText]:
    cells = zip(line.cells, marked(line, numbers), strict=True)
    return [_rich(cell, pieces) for cell, pieces in cells]


def _rich(cell: Cell, pieces: Iterable[Marked]) -> RichText:
    rich = RichText()
    for at, (piece, marks) in enumerate(pieces):
        rich.add((cell.between if at else "") + " ".join(piece.says.split()))
        if marks:
            rich.add("".join(f"[{n}]" for n in marks), superscript=True)
    return rich


def _sealed(data: bytes) -> bytes:
    sealed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(sealed, "w") as new:
        for name in sorted(old.namelist(), key=_package_order):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return sealed.getvalue()


def _package_order(name: str) -> tuple[bool, str]:
    # Readers that sniff the type look for the list of content types in front.
    return name != "[Content_Types].xml", name
