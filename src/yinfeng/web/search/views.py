"""The page of search: one box, what was found in scope, kind by kind if wanted."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yinfeng.web.people.may import may
from yinfeng.web.search.findable import findables
from yinfeng.web.search.finding import MOST, found, hits, words_of
from yinfeng.web.search.firms import firm_called, firms_named, naming, stem_of
from yinfeng.web.search.folding import folded
from yinfeng.web.search.models import Passage
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


@require_GET
@desk_view("search.use")
def firm(request: DeskRequest) -> HttpResponse:
    """All that tells of one enterprise in the user's scope, whatever it is called there."""
    name = request.GET.get("name", "")[:_LONGEST].strip()
    passages = found(request.user, words_of(stem_of(name)))
    one = firm_called(passages, name)
    if one is None:
        raise Http404
    rows = sorted(naming(passages, one), key=lambda row: str(row.day or ""), reverse=True)
    words = tuple(folded(called) for called in one.names)
    told = list(zip(rows, hits(rows, words), strict=True))
    context = {
        "firm": one,
        "groups": [
            (kind.title, [hit for row, hit in told if row.kind == key])
            for key, kind in findables().items()
            if any(row.kind == key for row in rows)
        ],
        "speakers": list(_speakers(rows)),
        "count": len(rows),
        "is_cut": len(passages) >= MOST,
    }
    return render(request, "search/firm.html", context)


def _speakers(rows: Sequence[Passage]) -> Iterator[tuple[str, str, str]]:
    """Who speaks for the firm, with the thing that says so and its address."""
    for key, kind in findables().items():
        titles = {row.key: row.title for row in rows if row.kind == key}
        for of, says in kind.speakers(list(titles)).items() if titles else ():
            yield says, titles[of], kind.address(of)
