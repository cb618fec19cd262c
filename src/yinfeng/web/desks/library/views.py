"""The pages of the library."""

from collections.abc import Iterator, Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.library import pages
from yinfeng.web.desks.library.forms import UploadForm, VerdictForm
from yinfeng.web.desks.library.typed import typed
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view, go_to
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import actions
from yinfeng.web.store.actions import Receipt
from yinfeng.web.store.models import Decision, Document, Entry, Fact, Problem

_ROWS = 50
_PROBLEMS = 20


@require_GET
@desk_view("library.read")
def index(request: DeskRequest) -> HttpResponse:
    """The documents in scope, the latest first, and the form that takes in more."""
    return _index(request, UploadForm())


@require_POST
@desk_view("library.take_in")
def upload(request: DeskRequest) -> HttpResponse:
    """Take in the files, and say of each what came of it."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _index(request, form, status=422)
    receipts = []
    for file in form.cleaned_data["papers"]:
        name = file.name or "未命名"
        try:
            receipts.append(actions.take_in(file.read(), name, by=request.user))
        except Refused as refusal:
            messages.error(request, f"{name}：{refusal}")
    for level, says in _told(receipts):
        messages.add_message(request, level, says)
    return redirect("library:index")


@require_GET
@desk_view("library.read")
def document(request: DeskRequest, pk: int) -> HttpResponse:
    """The original on the left, what was read from it on the right."""
    found = get_object_or_404(Document.objects.visible_to(request.user).whole(), pk=pk)
    return _document(request, found)


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


def _index(request: DeskRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    documents = Document.objects.visible_to(request.user).listed()
    problems = Problem.objects.visible_to(request.user).listed()[:_PROBLEMS]
    context = {
        "form": form,
        "page": Paginator(documents, _ROWS).get_page(request.GET.get("page")),
        "problems": problems,
        "may_take_in": may(request.user, "library.take_in", request.user.unit),
    }
    return render(request, "library/index.html", context, status=status)


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
    number = pages.page_with(fact)
    query = f"?page={number}" if number > 1 else ""
    return redirect(f"{reverse('library:document', args=[found.pk])}{query}#f{fact.pk}")


def _told(receipts: Sequence[Receipt]) -> Iterator[tuple[int, str]]:
    """What came of the files, in one line for each sort of outcome."""
    new = [receipt for receipt in receipts if receipt.is_new]
    if documents := sum(receipt.documents for receipt in new):
        facts = sum(receipt.facts for receipt in new)
        yield messages.SUCCESS, f"读入{documents}份材料，得事实{facts}条，请逐份核实。"
    if known := [str(receipt.upload) for receipt in receipts if not receipt.is_new]:
        yield messages.INFO, f"已在库中，没有重复保存：{'、'.join(known)}。"
    if packed := sum(receipt.known for receipt in new):
        yield messages.INFO, f"压缩包或邮件里有{packed}份已在库中，没有重复保存。"
    if unread := [str(receipt.upload) for receipt in new if receipt.problems]:
        yield messages.WARNING, f"没能读取，原因见下方：{'、'.join(unread)}。"
