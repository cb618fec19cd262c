"""Papers: sent in to be read, listed, and given with text, facts and the words that prove them."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404
from ninja import File, Query, Status, UploadedFile

from yinfeng.intake.limits import MAX_FILE, MEGABYTE
from yinfeng.web.api.answers import UNDONE, Unfit
from yinfeng.web.api.door import TokenRequest, opens
from yinfeng.web.api.paper_forms import (
    BatchOut,
    FactOut,
    FactQuery,
    FactsOut,
    PaperOut,
    PaperQuery,
    PapersOut,
    TextOut,
    VerdictIn,
)
from yinfeng.web.api.routes import routes
from yinfeng.web.desks.library.typed import typed
from yinfeng.web.store import actions
from yinfeng.web.store.actions import Arrived
from yinfeng.web.store.models import Arrival, Decision, Document, Entry, Fact
from yinfeng.web.store.standing import Standing, standings

_TAGS = ["资料"]
_ROWS = 50
_LONGEST_NAME = 255


@routes.post(
    "/papers", tags=_TAGS, response={202: BatchOut, **UNDONE}, summary="送入材料，后台读取"
)
@opens("library.take_in")
def send(request: TokenRequest, file: File[list[UploadedFile]]) -> Any:
    """Files to be read; what comes of each is asked for under the batch."""
    large = [one.name or "" for one in file if (one.size or 0) > MAX_FILE]
    if large:
        says = f"超过{MAX_FILE // MEGABYTE}MB，请拆小：{'、'.join(large)}"
        raise Unfit({"file": [says]})
    arrived = [Arrived((one.name or "未命名")[-_LONGEST_NAME:], one.read()) for one in file]
    batch = actions.receive(arrived, by=request.user, way=Arrival.Way.API)
    return Status(202, _batch(request, batch))


@routes.get(
    "/papers/batches/{batch}", tags=_TAGS, response={200: BatchOut, **UNDONE}, summary="一批的进度"
)
@opens("library.read")
def sent(request: TokenRequest, batch: str) -> Any:
    """What came of the files of one sending."""
    get_object_or_404(Arrival.objects.visible_to(request.user).filter(batch=batch)[:1])
    return _batch(request, batch)


@routes.get("/papers", tags=_TAGS, response={200: PapersOut, **UNDONE}, summary="材料")
@opens("library.read")
def index(request: TokenRequest, asked: Query[PaperQuery]) -> Any:
    """The papers in scope, the latest first."""
    found = Document.objects.visible_to(request.user).listed()
    if asked.q:
        found = found.filter(Q(name__icontains=asked.q) | Q(current__title__icontains=asked.q))
    page = Paginator(found, _ROWS).get_page(asked.page)
    return {**_pages(page), "rows": [_paper(one) for one in page.object_list]}


@routes.get("/papers/{int:pk}", tags=_TAGS, response={200: PaperOut, **UNDONE}, summary="一份材料")
@opens("library.read")
def paper(request: TokenRequest, pk: int) -> Any:
    """One paper."""
    return _paper(get_object_or_404(Document.objects.visible_to(request.user).listed(), pk=pk))


@routes.get(
    "/papers/{int:pk}/text", tags=_TAGS, response={200: TextOut, **UNDONE}, summary="原文和还原文本"
)
@opens("library.read")
def text(request: TokenRequest, pk: int) -> Any:
    """The source and the restored text of the reading that holds."""
    found = get_object_or_404(Document.objects.visible_to(request.user).whole(), pk=pk)
    reading = found.current
    if reading is None:
        return {"source": "", "restored": "", "engine": ""}
    return {"source": reading.source, "restored": reading.restored, "engine": reading.engine}


@routes.get("/facts", tags=_TAGS, response={200: FactsOut, **UNDONE}, summary="事实，每项带原话")
@opens("library.read")
def facts(request: TokenRequest, asked: Query[FactQuery]) -> Any:
    """The facts of the readings that hold, paper by paper."""
    seen = Document.objects.visible_to(request.user)
    found = Fact.objects.filter(reading__current_of__in=seen)
    if asked.paper is not None:
        found = found.filter(reading__document=asked.paper)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.q:
        found = found.filter(Q(says__icontains=asked.q) | Q(host__icontains=asked.q))
    page = Paginator(_whole(found).order_by("-pk"), _ROWS).get_page(asked.page)
    return {**_pages(page), "rows": _facts(list(page.object_list))}


@routes.get("/facts/{int:pk}", tags=_TAGS, response={200: FactOut, **UNDONE}, summary="一条事实")
@opens("library.read")
def fact(request: TokenRequest, pk: int) -> Any:
    """One fact."""
    return _facts([_fact(request, pk)])[0]


@routes.post(
    "/facts/{int:pk}/accept", tags=_TAGS, response={200: FactOut, **UNDONE}, summary="采用其余各项"
)
@opens("library.decide")
def accept(request: TokenRequest, pk: int) -> Any:
    """Accept whatever of the fact is still open."""
    actions.accept_all(_fact(request, pk), by=request.user)
    return _facts([_fact(request, pk)])[0]


@routes.post(
    "/entries/{int:pk}/decide", tags=_TAGS, response={200: FactOut, **UNDONE}, summary="核实一项"
)
@opens("library.decide")
def decide(request: TokenRequest, pk: int, body: VerdictIn) -> Any:
    """Say of one figure that it is right, wrong, or what it should be; or take that back."""
    seen = Document.objects.visible_to(request.user)
    entries = Entry.objects.select_related("fact__reading__document__unit")
    entry = get_object_or_404(entries, pk=pk, fact__reading__document__in=seen)
    value = typed(body.words, entry) if body.verdict == Decision.Verdict.CORRECT else None
    actions.decide(entry, by=request.user, verdict=body.verdict, value=value, why=body.why)
    return _facts([_fact(request, entry.fact_id)])[0]


def _whole(found: Any) -> Any:
    entries = Prefetch("entries", Entry.objects.order_by("pk"))
    long = ("source", "restored", "segments", "parts")
    return (
        found.select_related("reading__document__unit")
        .defer(*(f"reading__{name}" for name in long))
        .prefetch_related(entries)
    )


def _fact(request: TokenRequest, pk: int) -> Fact:
    seen = Document.objects.visible_to(request.user)
    found: Fact = get_object_or_404(_whole(Fact.objects), pk=pk, reading__document__in=seen)
    return found


def _facts(found: list[Fact]) -> list[dict[str, object]]:
    """The facts with what people decided of their fields, in a constant number of queries."""
    readings = {one.reading_id for one in found}
    papers = {one.reading.document_id for one in found}
    entries: dict[int, list[Entry]] = {}
    for entry in Entry.objects.filter(fact__reading__in=readings).select_related("fact"):
        entries.setdefault(entry.fact.reading_id, []).append(entry)
    decisions: dict[int, list[Decision]] = {}
    told = Decision.objects.filter(document__in=papers).select_related("entry__fact")
    for decision in told.order_by("pk"):
        decisions.setdefault(decision.document_id, []).append(decision)
    stood: dict[int, Standing] = {}
    for one in {one.reading_id: one for one in found}.values():
        own = decisions.get(one.reading.document_id, ())
        stood |= standings(entries.get(one.reading_id, ()), own)[0]
    return [_fact_out(one, stood) for one in found]


def _fact_out(one: Fact, stood: dict[int, Standing]) -> dict[str, object]:
    names = ("id", "kind", "host", "says", "start", "end", "quote")
    told: dict[str, object] = {name: getattr(one, name) for name in names}
    entries = [_entry(entry, stood[entry.pk]) for entry in one.entries.all()]
    return {**told, "paper": one.reading.document_id, "entries": entries}


def _entry(entry: Entry, standing: Standing) -> dict[str, object]:
    names = ("id", "field", "value", "status", "pattern", "start", "end", "quote")
    told: dict[str, object] = {name: getattr(entry, name) for name in names}
    return {**told, "verdict": standing.verdict, "standing_value": standing.value}


def _paper(one: Document) -> dict[str, object]:
    reading = one.current
    return {
        "id": one.pk,
        "name": one.name,
        "unit": one.unit.name,
        "media": one.media,
        "sha256": one.sha256,
        "title": reading.title if reading else "",
        "publisher": reading.publisher if reading else "",
        "published": reading.published if reading else None,
        "read_at": reading.at if reading else None,
        "engine": reading.engine if reading else "",
        "facts": reading.told if reading else 0,
    }


def _pages(page: Any) -> dict[str, int]:
    return {
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
    }


def _batch(request: TokenRequest, batch: str) -> dict[str, object]:
    rows = Arrival.objects.visible_to(request.user).filter(batch=batch).listed()
    seen = Document.objects.visible_to(request.user)
    files = [
        {
            "id": row.pk,
            "name": row.name,
            "state": row.state,
            "says": Arrival.State(row.state).label,
            "paper_ids": list(
                seen.filter(upload=row.upload_id).order_by("pk").values_list("pk", flat=True)
            )
            if row.upload_id
            else [],
        }
        for row in rows
    ]
    return {"batch": batch, "files": files}
