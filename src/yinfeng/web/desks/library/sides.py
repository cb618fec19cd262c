"""The page on which papers that differ stand side by side, and a person chooses."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.library import actions
from yinfeng.web.desks.library.jobs import waiting
from yinfeng.web.desks.library.models import Telling
from yinfeng.web.desks.library.sources import odd_keys, sides_of
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document

_ON_A_PAGE = 20


@require_GET
@desk_view("library.read")
def sources(request: DeskRequest) -> HttpResponse:
    """The figures on which papers differ, or of one paper those."""
    keys = odd_keys(request.user)
    paper = None
    asked = request.GET.get("paper", "")
    if asked.isdecimal() and len(asked) < 19:
        paper = get_object_or_404(Document.objects.visible_to(request.user), pk=int(asked))
        keys = keys.filter(key__in=paper.figures_told.values("key"))
    page = Paginator(keys, _ON_A_PAGE).get_page(request.GET.get("page"))
    mine = waiting().filter(pk__in=Document.objects.visible_to(request.user).values("pk"))
    context = {
        "sides": sides_of(request.user, list(page.object_list)),
        "sheet": page,
        "paper": paper,
        "waiting": mine.count(),
        "may_choose": may(request.user, "library.choose", request.user.unit),
        "may_tell_apart": may(request.user, "identity.decide", request.user.unit),
        "also": f"&paper={paper.pk}" if paper else "",
    }
    return render(request, "library/sources.html", context)


@require_POST
@desk_view("library.choose")
def choose(request: DeskRequest, pk: int) -> HttpResponse:
    """Go by one paper, take a choice back, or say that two names are two things."""
    telling = _telling(request, pk)
    why = request.POST.get("why", "")[:500]
    try:
        says = _done(request, telling, why)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, says)
    return redirect(f"{reverse('library:sources')}#k{telling.key}")


def _done(request: DeskRequest, telling: Telling, why: str) -> str:
    if "undo" in request.POST:
        actions.unchoose(telling, by=request.user, why=why)
        return "已取消选定，各处说法重新并列。"
    other = request.POST.get("other", "")
    if other.isdecimal() and len(other) < 19:
        right = _telling(request, int(other))
        actions.tell_apart(telling, right, by=request.user, why=why)
        return "已记下不是一回事，不再放在一起比。"
    actions.choose(telling, by=request.user, why=why)
    return "已选定，其他说法照样留着。"


def _telling(request: DeskRequest, pk: int) -> Telling:
    rows = Telling.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("document__unit", "entry"), pk=pk)
