"""The pages of the library."""

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.library import pages
from yinfeng.web.desks.library.adding_forms import WordsForm
from yinfeng.web.desks.library.forms import PasteForm, UploadForm, VerdictForm
from yinfeng.web.desks.library.listings import PAPERS
from yinfeng.web.desks.library.progress import progress, reasons
from yinfeng.web.desks.library.quality import quality_of
from yinfeng.web.desks.library.reprints import same_story
from yinfeng.web.desks.library.sources import odd_keys
from yinfeng.web.desks.library.typed import typed
from yinfeng.web.lists.places import Places
from yinfeng.web.lists.views.pages import page_of
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view, go_to
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import actions
from yinfeng.web.store.actions import Arrived
from yinfeng.web.store.models import Arrival, Decision, Document, Entry, Fact
from yinfeng.web.work.health import is_worked_on


@require_POST
@desk_view("library.take_in")
def upload(request: DeskRequest) -> HttpResponse:
    """Receive the files, which are read in the background, and lead to where that is seen."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _index(request, form=form)
    files = [Arrived(file.name or "未命名", file.read()) for file in form.cleaned_data["papers"]]
    batch = actions.receive(files, by=request.user)
    return redirect("library:batch", batch)


@require_POST
@desk_view("library.take_in")
def paste(request: DeskRequest) -> HttpResponse:
    """Receive words that were pasted, as a file of their own."""
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _index(request, paste_form=form)
    name, says = form.cleaned_data["name"], form.cleaned_data["says"]
    pasted = Arrived(f"{name}.txt", says.encode())
    batch = actions.receive([pasted], by=request.user, way=Arrival.Way.PASTE)
    return redirect("library:batch", batch)


@require_GET
@desk_view("library.read")
def quality(request: DeskRequest) -> HttpResponse:
    """How well the reader reads the papers of the office."""
    found = quality_of(request.user)
    tables = (
        ("总计", [found.total]),
        ("类别", found.kinds),
        ("项目", found.fields),
        ("读法", found.patterns),
    )
    return render(request, "library/quality.html", {"quality": found, "tables": tables})


@require_GET
@desk_view("library.read")
def batch(request: DeskRequest, batch: str) -> HttpResponse:
    """How far the files of one sending are read."""
    rows = list(Arrival.objects.visible_to(request.user).filter(batch=batch).listed())
    if not rows:
        raise Http404
    why = reasons(rows)
    context = {
        "progress": progress(rows),
        "rows": [(row, why.get(row.upload_id or 0, ())) for row in rows],
        "is_worked_on": _is_worked_on(),
    }
    part = "library/_batch.html" if request.htmx else "library/batch.html"
    return render(request, part, context)


@require_GET
@desk_view("library.read")
def document(request: DeskRequest, pk: int) -> HttpResponse:
    """The original on the left, what was read from it on the right."""
    found = get_object_or_404(Document.objects.visible_to(request.user).whole(), pk=pk)
    return _document(request, found)


@require_GET
@desk_view("library.read")
def fact(request: DeskRequest, pk: int) -> HttpResponse:
    """Lead to the place where a fact stands, on whichever page of its document."""
    seen = Document.objects.visible_to(request.user)
    facts = Fact.objects.select_related("reading__document")
    return redirect(pages.place_of(get_object_or_404(facts, pk=pk, reading__document__in=seen)))


@require_POST
@desk_view("library.decide")
def decide(request: DeskRequest, pk: int) -> HttpResponse:
    """Say of one figure whether it stands."""
    seen = Document.objects.visible_to(request.user)
    entries = Entry.objects.select_related("fact__reading__document__unit")
    entry = get_object_or_404(entries, pk=pk, fact__reading__document__in=seen)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return _answer(
            request,
            entry.fact,
            "；".join(str(says) for told in form.errors.values() for says in told),
        )
    verdict, words, why = (form.cleaned_data[name] for name in ("verdict", "words", "why"))
    try:
        value = typed(words, entry) if verdict == Decision.Verdict.CORRECT else None
        actions.decide(entry, by=request.user, verdict=verdict, value=value, why=why)
    except Refused as refusal:
        return _answer(request, entry.fact, str(refusal))
    return _answer(request, entry.fact)


@require_POST
@desk_view("library.decide")
def accept(request: DeskRequest, pk: int) -> HttpResponse:
    """Accept whatever of a fact is still open."""
    seen = Document.objects.visible_to(request.user)
    facts = Fact.objects.select_related("reading__document__unit")
    fact = get_object_or_404(facts, pk=pk, reading__document__in=seen)
    try:
        actions.accept_all(fact, by=request.user)
    except Refused as refusal:
        return _answer(request, fact, str(refusal))
    return _answer(request, fact)


def _index(request: DeskRequest, **forms: Form) -> HttpResponse:
    """The page of papers with a form that could not be read."""
    return page_of(request, PAPERS, Places("library:index"), status=422, **forms)


def _is_worked_on() -> bool:
    return is_worked_on(timezone.now())


def _document(request: DeskRequest, found: Document, refusal: str = "") -> HttpResponse:
    is_restored = request.GET.get("text") == "restored"
    number = request.GET.get("page", "1")
    shown = pages.sheet(found, int(number) if number.isdecimal() else 1, restored=is_restored)
    context = {
        "document": found,
        "sheet": shown,
        "is_restored": is_restored,
        "refusal": refusal,
        "may_decide": may(request.user, "library.decide", found.unit),
        "reprints": same_story(found, request.user),
        "mark": found.read_throughs.standing().select_related("by").first(),
        "words_form": WordsForm(),
        "odd": odd_keys(request.user).filter(key__in=found.figures_told.values("key")).count(),
    }
    return render(request, "library/document.html", context, status=422 if refusal else 200)


def _answer(request: DeskRequest, fact: Fact, refusal: str = "") -> HttpResponse:
    """The card of the fact for htmx, the page that holds it for anyone else."""
    if fact.reading_id != fact.reading.document.current_id:
        # A page of an older reading: its cards are gone, so the whole page is shown anew.
        messages.error(request, refusal)
        return go_to(request, reverse("library:document", args=[fact.reading.document_id]))
    if request.htmx:
        shown = pages.card(Fact.objects.select_related("reading__document").get(pk=fact.pk))
        context = {"card": shown, "may_decide": True, "refusal": refusal}
        return render(request, "library/_card.html", context, status=422 if refusal else 200)
    found = fact.reading.document
    if refusal:
        return _document(request, Document.objects.whole().get(pk=found.pk), refusal)
    return redirect(pages.place_of(fact))
