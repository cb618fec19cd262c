"""The lists of the library: the papers that came in, and the figures that were read in them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery

from yinfeng.values import Status
from yinfeng.web.desks.library import words
from yinfeng.web.desks.library.asking import Decided, ReadToTheEnd, marks
from yinfeng.web.desks.library.forms import PasteForm, UploadForm
from yinfeng.web.desks.library.models import Telling
from yinfeng.web.lists.columns import Column, Kind, Proof
from yinfeng.web.lists.filters import (
    Days,
    Moments,
    Numbers,
    OneOf,
    Under,
    Words,
    units_of,
)
from yinfeng.web.lists.listing import Listing, Rows
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest
from yinfeng.web.store.models import Arrival, Decision, Document, Entry, Problem, Reading
from yinfeng.web.store.standing import standings
from yinfeng.web.store.values import from_json

_LONG = ("source", "restored", "segments", "parts")
_TOLD = ("title", "publisher", "published", "told", "unsure", "mended")
_STATUSES = {Status.DONE: "已实现", **{s: says for s, says in words.STATUSES.items() if says}}
_COUNTED = 10_000
_PROBLEMS = 20
_WAITING = 100


def _with_reading(rows: Rows, moment: datetime | None) -> Rows:
    """Papers with what their reading says: the current one, or that of then."""
    if moment is None:
        told = {f"read_{name}": F(f"current__{name}") for name in _TOLD}
        return rows.annotate(**told)  # type: ignore[no-any-return]
    then = Reading.objects.filter(document=OuterRef("pk"), at__lt=moment).order_by("-at", "-pk")
    told_then = {f"read_{name}": Subquery(then.values(name)[:1]) for name in _TOLD}
    return rows.annotate(**told_then)  # type: ignore[no-any-return]


def _with_decisions(papers: Sequence[Any], moment: datetime | None) -> None:
    """How many figures of each paper stand decided."""
    verdicts = [one for one in Decision.Verdict if one != Decision.Verdict.WITHDRAW]
    found = Decision.objects.filter(document__in=[paper.pk for paper in papers])
    later = Q(superseded_by=None)
    if moment:
        found, later = found.filter(at__lt=moment), later | Q(superseded_by__at__gte=moment)
    counts: dict[int, int] = {}
    standing = found.filter(later, verdict__in=verdicts)
    for pk in standing.values_list("document", flat=True):
        counts[pk] = counts.get(pk, 0) + 1
    through = {
        mark.document_id: mark.by
        for mark in marks(moment)
        .filter(document__in=[paper.pk for paper in papers])
        .select_related("by")
    }
    for paper in papers:
        paper.decided = counts.get(paper.pk, 0)
        paper.read_by = through.get(paper.pk, "")


def _soundness(paper: Any) -> str:
    if paper.read_unsure:
        return f"{paper.read_unsure}处无法确定"
    return "已修复" if paper.read_mended else "完好"


def _forms(request: DeskRequest) -> dict[str, object]:
    """What stands around the list: the forms that take papers in, what waits, what failed."""
    waiting = Arrival.objects.visible_to(request.user).filter(state=Arrival.State.WAITING)
    return {
        "form": UploadForm(),
        "paste_form": PasteForm(),
        "problems": Problem.objects.visible_to(request.user).listed()[:_PROBLEMS],
        "waiting": waiting.order_by("-pk").values_list("batch", flat=True)[:_WAITING],
        "may_take_in": may(request.user, "library.take_in", request.user.unit),
    }


PAPERS = Listing(
    key="papers",
    title="资料",
    about="收进来的每一份材料：原文照存，读出的每个数都指向原话，由人核实后才算数。",
    model=Document,
    reads="library.read",
    columns=(
        Column(key="name", label="材料", value="name", sort="name"),
        Column(key="title", label="标题", value="read_title", sort="read_title"),
        Column(key="publisher", label="发布单位", value="read_publisher", sort="read_publisher"),
        Column(
            key="published",
            label="发布日期",
            value="read_published",
            kind=Kind.DATE,
            sort="read_published",
        ),
        Column(key="told", label="事实", value="read_told", kind=Kind.NUMBER, sort="read_told"),
        Column(key="decided", label="已核实", value="decided", kind=Kind.NUMBER),
        Column(key="through", label="看完", value="read_by", is_shown=False),
        Column(
            key="sound",
            label="完好程度",
            value=_soundness,
            tone=lambda paper: "bad" if paper.read_unsure else "",
        ),
        Column(key="unit", label="单位", value="unit.name", sort="unit__path"),
        Column(key="by", label="导入人", value="upload.by.name", is_shown=False),
        Column(key="at", label="导入时间", value="upload.at", kind=Kind.MOMENT, sort="upload__at"),
    ),
    filters=(
        Words(
            paths=("name", "read_title", "read_publisher"),
            found_as="store.document",
            beside=Q(current=None),
        ),
        Days(key="published", label="发布", path="read_published"),
        Moments(key="at", label="导入", path="upload__at"),
        Numbers(key="told", label="事实数", path="read_told"),
        ReadToTheEnd(),
        Under(among=units_of("library.read")),
    ),
    related=("unit", "upload__by"),
    reckons=_with_reading,
    prepares=_with_decisions,
    past=lambda rows, moment: rows.filter(upload__at__lt=moment),
    opens="library:document",
    empty="还没有材料。能导入的，请在上面选择文件；其他人等同事导入后，就能在这里看到。",
    template="library/index.html",
    also=_forms,
    counts_to=_COUNTED,
)


def _current(rows: Rows, moment: datetime | None) -> Rows:
    """Figures of readings that are current; those of a past day are already of then."""
    return rows if moment else rows.filter(fact__reading__current_of__isnull=False)


def _of_then(rows: Rows, moment: datetime) -> Rows:
    """Figures of the reading that was the last one at the moment."""
    document = OuterRef("fact__reading__document")
    later = Reading.objects.filter(
        document=document, at__lt=moment, pk__gt=OuterRef("fact__reading")
    )
    return rows.filter(~Exists(later), fact__reading__at__lt=moment)


def _with_standing(entries: Sequence[Any], moment: datetime | None) -> None:
    """What people said of each figure; whole papers are looked through where any was decided."""
    papers = {entry.fact.reading.document_id for entry in entries}
    decisions = Decision.objects.filter(document__in=papers).select_related("entry__fact")
    decisions = decisions.defer("entry__fact__says").order_by("pk")
    if moment:
        decisions = decisions.filter(at__lt=moment)
    by_paper: dict[int, list[Decision]] = {}
    for decision in decisions:
        by_paper.setdefault(decision.document_id, []).append(decision)
    readings = [e.fact.reading_id for e in entries if e.fact.reading.document_id in by_paper]
    around = Entry.objects.filter(fact__reading__in=readings).select_related("fact__reading")
    around = around.defer(*(f"fact__reading__{name}" for name in _LONG))
    of_paper: dict[int, list[Entry]] = {}
    for entry in around:
        of_paper.setdefault(entry.fact.reading.document_id, []).append(entry)
    verdicts: dict[int, str] = {}
    for paper, found in of_paper.items():
        standing, _ = standings(found, by_paper[paper])
        verdicts |= {pk: one.verdict for pk, one in standing.items()}
    told = Telling.objects.filter(entry__in=[entry.pk for entry in entries], is_odd=True)
    odd = set() if moment else set(told.values_list("entry", flat=True))
    for entry in entries:
        entry.verdict = verdicts.get(entry.pk, "")
        entry.beside = "几份材料对不上" if entry.pk in odd else ""


def _verdict(entry: Any) -> str:
    return Decision.Verdict(entry.verdict).label if entry.verdict else "待核实"


def _tone_beside(entry: Any) -> str:
    return "bad" if entry.beside else ""


def _proof(entry: Any) -> Proof:
    return Proof(entry.quote, entry.fact.reading.document.name, f"/library/facts/{entry.fact_id}")


FIGURES = Listing(
    key="figures",
    title="读出的数",
    about="全部材料里读出的每一项，一项一行，点开就是原话。",
    model=Entry,
    reads="library.read",
    unit="fact__reading__document__unit",
    columns=(
        Column(key="says", label="事实", value=lambda entry: entry.fact.says[:60]),
        Column(key="kind", label="类别", value=lambda entry: words.KINDS[entry.fact.kind]),
        Column(key="field", label="项目", value=lambda entry: words.FIELDS[entry.field]),
        Column(
            key="value",
            label="数值或内容",
            value=lambda entry: words.says(from_json(entry.value)),
            proof=_proof,
        ),
        Column(
            key="status", label="状态", value=lambda entry: words.STATUSES[Status(entry.status)]
        ),
        Column(
            key="verdict",
            label="核实",
            value=_verdict,
            tone=lambda entry: {"": "", "reject": "bad"}.get(entry.verdict, "good"),
        ),
        Column(key="beside", label="比对", value="beside", is_shown=False, tone=_tone_beside),
        Column(key="host", label="报道对象", value="fact.host", is_shown=False),
        Column(key="quote", label="原话", value="quote", is_shown=False),
        Column(key="paper", label="材料", value="fact.reading.document.name"),
        Column(
            key="published",
            label="发布日期",
            value="fact.reading.published",
            kind=Kind.DATE,
            sort="fact__reading__published",
        ),
        Column(key="unit", label="单位", value="fact.reading.document.unit.name"),
    ),
    filters=(
        Words(paths=("quote", "fact__says", "fact__host")),
        OneOf(key="kind", label="类别", path="fact__kind", choices=tuple(words.KINDS.items())),
        OneOf(key="field", label="项目", path="field", choices=tuple(words.FIELDS.items())),
        OneOf(
            key="status",
            label="状态",
            path="status",
            choices=tuple((one.value, says) for one, says in _STATUSES.items()),
        ),
        Decided(),
        ReadToTheEnd(path="fact__reading__document"),
        Words(key="pattern", label="读法", paths=("pattern",)),
        Days(key="published", label="发布", path="fact__reading__published"),
        Under(among=units_of("library.read"), path="fact__reading__document__unit"),
    ),
    related=("fact__reading__document__unit",),
    defers=tuple(f"fact__reading__{name}" for name in _LONG),
    reckons=_current,
    prepares=_with_standing,
    past=_of_then,
    opens="library:fact",
    opens_by="fact_id",
    empty="还没有读出任何数。请先在“资料”里导入材料。",
    counts_to=_COUNTED,
)
