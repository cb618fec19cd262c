"""The files of an issue: Word by a template, Excel, PDF. The same issue gives the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from yinfeng.ledger.papers import Paper, Proof
from yinfeng.reports.renderings.letterhead import template_of as house_template
from yinfeng.reports.renderings.word import BadTemplate, word
from yinfeng.reports.report import Cell, Line, Piece, Report, Section, Source
from yinfeng.web.desks.reports.content import from_json
from yinfeng.web.desks.reports.kinds import Kind, kind_of
from yinfeng.web.desks.reports.models import Issue, Template
from yinfeng.web.desks.reports.pdf import pdf
from yinfeng.web.desks.reports.workbooks import workbook
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault

_DATED = "{{ number }}　{{ day }}"
_SAMPLE = Proof(Paper("样本材料"), "", 0, 4, "样本原话")


def rendered(issue: Issue, form: str) -> bytes:
    """One file of an issue."""
    return FORMS[form](issue, from_json(issue.content).report)


def replacing(issue: Issue) -> str:
    """What an issue says of the one that it replaces."""
    if issue.replaces is None:
        return ""
    return f"本期更正{issue.replaces.number}，原期作废。更正理由：{issue.reason}。"


def template_of(unit: OrgUnit, kind: str) -> Template | None:
    """The template that stands for a unit: its own, else the nearest above it that has one."""
    found = Template.objects.filter(unit__path__in=line_of(unit.path), kind=kind)
    latest = {one.unit_id: one for one in found.select_related("unit").order_by("pk")}
    nearest = sorted(latest.values(), key=lambda one: len(one.unit.path), reverse=True)
    return next((one for one in nearest if one.sha256), None)


def blank_template(kind: Kind, report: Report) -> bytes:
    """The template of the house for a report of these sections, to begin one's own from."""
    sections = [(one.key, one.columns, _of_hundred(one.widths)) for one in report.sections]
    return house_template(kind.title, sections, kind.front, _DATED)


def _of_hundred(widths: Sequence[int]) -> list[int]:
    return [round(width * 100 / sum(widths)) for width in widths]


def check_template(content: bytes, report: Report) -> None:
    """Refuse a template that cannot be filled with a report that has lines in every section."""
    full = replace(report, sections=tuple(_with_lines(one) for one in report.sections))
    try:
        word(full, content, {"number": "第1期", "replaces": ""})
    except BadTemplate as error:
        raise Refused(f"这个模板不能用：{error}。原来的模板继续使用。") from error


def _with_lines(section: Section) -> Section:
    source = Source(_SAMPLE, _SAMPLE)
    cells = tuple(Cell((Piece("样本", (source,)),)) for _ in section.columns)
    return replace(section, lines=(Line(cells),) * (section.shown + 1))


def _word(issue: Issue, report: Report) -> bytes:
    own = issue.template
    kind = kind_of(issue.kind)
    assert kind is not None
    template = vault.get(own.sha256) if own else blank_template(kind, report)
    summary = f"{replacing(issue)}{report.summary}"
    told = replace(report, summary=summary)
    return word(told, template, {"number": issue.number, "replaces": replacing(issue)})


def _xlsx(issue: Issue, report: Report) -> bytes:
    return workbook(report, issue.number, replacing(issue))


def _pdf(issue: Issue, report: Report) -> bytes:
    return pdf(report, issue.number, replacing(issue))


FORMS: Mapping[str, Callable[[Issue, Report], bytes]] = {
    "docx": _word,
    "xlsx": _xlsx,
    "pdf": _pdf,
}
