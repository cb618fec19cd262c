"""The page of search: one box, what was found in scope, kind by kind if wanted."""

from urllib.parse import quote

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yinfeng.web.people.may import may
from yinfeng.web.search.findable import findables
from yinfeng.web.search.finding import MOST, found, hits, words_of
from yinfeng.web.search.firms import firms_named
from yinfeng.web.shell.doors import DeskRequest, desk_view

_ROWS = 20
_LONGEST = 200


@require_GET
@desk_view("search.use")
def index(request: DeskRequest) -> HttpResponse:
    """What holds the words, in the user's scope, kind by kind if wanted."""
    asked = request.GET.get("q", "")[:_LONGEST].strip()
    kind = request.GET.get("kind", "")
    words = words_of(asked)
    passages = found(request.user, words, kind if kind in findables() else "")
    page = Paginator(passages, _ROWS).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "asked_url": quote(asked),
        "is_empty_question": bool(asked) and not words,
        "kind": kind,
        "kinds": [one for one in findables().values() if may(request.user, one.right)],
        "page": page,
        "hits": hits(list(page.object_list), words),
        "firms": firms_named(passages, words) if page.number == 1 and not kind else [],
        "is_cut": len(passages) >= MOST,
    }
    return render(request, "search/index.html", context)
