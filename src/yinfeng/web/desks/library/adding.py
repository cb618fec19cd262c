"""The pages on which a person adds what the reader left out, and marks a paper as read through."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from yinfeng.values import Evidence, Status
from yinfeng.web.desks.library import actions, pages, words
from yinfeng.web.desks.library.adding_forms import (
    FactForm,
    FieldForm,
    WordsForm,
    likely_host,
    missing,
)
from yinfeng.web.desks.library.quoting import Ambiguous, restored_words, the_place
from yinfeng.web.desks.library.typed import typed_anew
from yinfeng.web.people.may import require
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import actions as store
from yinfeng.web.store.models import Document, Fact, Reading

_ADDED = "已补录，并按人工核实计入。"


@require_http_methods(["GET", "POST"])
@desk_view("library.add")
def add_fact(request: DeskRequest, pk: int) -> HttpResponse:
    """Find the words that prove a fact; then take what it says, field by field."""
    paper = get_object_or_404(Document.objects.visible_to(request.user).whole(), pk=pk)
    require(request.user, "library.add", paper.unit)
    reading = paper.current
    asked = request.POST if request.method == "POST" else request.GET
    form = WordsForm(asked if "words" in asked else None)
    context: dict[str, object] = {"document": paper, "form": form}
    if reading is None or not form.is_bound or not form.is_valid():
        return _shown(request, "library/add.html", context, is_wrong=form.is_bound)
    kind, said, at = (form.cleaned_data[name] for name in ("kind", "words", "at"))
    try:
        evidence = the_place(reading, said, at)
    except Ambiguous as several:
        context |= {"refusal": str(several), "places": several.places}
        return _shown(request, "library/add.html", context, is_wrong=False)
    except Refused as refusal:
        form.add_error("words", str(refusal))
        return _shown(request, "library/add.html", context, is_wrong=True)
    return _fields_of_fact(request, context, reading, kind, evidence)


def _fields_of_fact(
    request: DeskRequest,
    context: dict[str, object],
    reading: Reading,
    kind: str,
    evidence: Evidence,
) -> HttpResponse:
    context |= {"kind": kind, "label": words.KINDS[kind], "evidence": evidence}
    if request.method == "GET":
        context["fields"] = FactForm(kind, initial={"host": likely_host(reading)})
        return _shown(request, "library/add_fact.html", context, is_wrong=False)
    fields = FactForm(kind, request.POST)
    context["fields"] = fields
    added = fields.added(evidence) if fields.is_valid() else {}
    if fields.is_valid():
        try:
            fact = store.add_fact(
                reading,
                by=request.user,
                kind=kind,
                host=fields.cleaned_data["host"].strip(),
                says=restored_words(reading, evidence),
                evidence=evidence,
                fields=added,
            )
        except Refused as refusal:
            fields.add_error(None, str(refusal))
        else:
            messages.success(request, _ADDED)
            return redirect(pages.place_of(fact))
    return _shown(request, "library/add_fact.html", context, is_wrong=True)


@require_http_methods(["GET", "POST"])
@desk_view("library.add")
def add_field(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a field that the reader left out of a fact, with the words that prove it."""
    seen = Document.objects.visible_to(request.user)
    facts = Fact.objects.select_related("reading__document__unit", "reading__document__current")
    fact = get_object_or_404(facts, pk=pk, reading__document__in=seen)
    require(request.user, "library.add", fact.reading.document.unit)
    form = FieldForm(
        fact, request.POST if request.method == "POST" else None, initial=_said(request)
    )
    context: dict[str, object] = {"fact": fact, "form": form, "missing": missing(fact)}
    if form.is_bound and form.is_valid():
        try:
            _add_field(request, fact, form)
        except Ambiguous as several:
            context |= {"refusal": str(several), "places": several.places}
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _ADDED)
            return redirect(pages.place_of(fact))
    return _shown(request, "library/add_field.html", context, is_wrong=form.is_bound)


def _said(request: HttpRequest) -> dict[str, str]:
    """What was selected in the original before the page was opened."""
    return {name: request.GET[name] for name in ("words", "at") if name in request.GET}


def _add_field(request: DeskRequest, fact: Fact, form: FieldForm) -> None:
    given = form.cleaned_data
    value = typed_anew(given["value"], fact.kind, given["field"])
    evidence = the_place(fact.reading, given["words"], given["at"])
    status = Status(given["status"] or Status.DONE)
    added = store.Added(value, evidence, status)
    store.add_field(fact, by=request.user, field=given["field"], added=added)


@require_POST
@desk_view("library.read_through")
def read_through(request: DeskRequest, pk: int) -> HttpResponse:
    """Mark a paper as read through, or take the mark back."""
    paper = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    try:
        if "ends" in request.POST:
            actions.read_on(paper, by=request.user)
            messages.success(request, "已取消看完标记，这份材料不再计入读全率。")
        else:
            rest = "accepts_rest" in request.POST
            actions.read_through(paper, by=request.user, accepts_rest=rest)
            messages.success(request, "已标记看完，这份材料计入读全率。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("library:document", paper.pk)


def _shown(
    request: DeskRequest, page: str, context: dict[str, object], *, is_wrong: bool
) -> HttpResponse:
    return render(request, page, context, status=422 if is_wrong else 200)
