"""The list of papers with one line a story: what reprints an earlier paper is folded into its line.

Of a story a person sees the first paper in scope; how many more there are stands in the line. Who
asks by words, days or anything else, or as of a past day, sees every paper by itself, and so does
an export.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from yinfeng.web.desks.library.listings import PAPERS
from yinfeng.web.desks.library.models import Reprint
from yinfeng.web.lists.columns import Column
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.places import Places
from yinfeng.web.lists.views.pages import page_of
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User
from yinfeng.web.shell.doors import DeskRequest, desk_view

UNFOLDED = "unfolded"
# What an address may hold without asking for some papers only.
_SHOWING = frozenset({"page", "sort", "columns"})


@require_GET
@desk_view("library.read")
def stories(request: DeskRequest) -> HttpResponse:
    """The papers, reprints folded where nothing is asked."""
    is_asked = any(any(values) for name, values in request.GET.lists() if name not in _SHOWING)
    listing = PAPERS if is_asked else folded(request.user)
    context = {"unfolded": UNFOLDED in request.GET, "is_folded": not is_asked}
    return page_of(request, listing, Places("library:index"), **context)


def folded(user: User) -> Listing:
    """The papers of a person with one line a story."""

    def scope(one: User) -> Q:
        return in_scope(one, PAPERS.reads) & ~Q(pk__in=_behind(one).values("document"))

    def prepares(papers: Sequence[Any], moment: datetime | None) -> None:
        assert PAPERS.prepares is not None
        PAPERS.prepares(papers, moment)
        _count(papers, user)

    at = next(at for at, column in enumerate(PAPERS.columns) if column.key == "title")
    reprints = Column(key="reprints", label="转载", value="also_told")
    columns = (*PAPERS.columns[: at + 1], reprints, *PAPERS.columns[at + 1 :])
    return replace(PAPERS, scope=scope, prepares=prepares, columns=columns)


def _behind(user: User) -> Any:
    """The reprints of which an earlier paper of the story is in the person's scope."""
    seen = in_scope(user, PAPERS.reads, "document__unit")
    earlier = Reprint.objects.filter(
        seen, first=OuterRef("first"), document__lt=OuterRef("document")
    )
    first = in_scope(user, PAPERS.reads, "first__unit")
    return Reprint.objects.filter(seen).filter(first | Exists(earlier))


def _count(papers: Sequence[Any], user: User) -> None:
    """How many more papers in the person's scope tell the story of each."""
    keys = [paper.pk for paper in papers]
    own = dict(Reprint.objects.filter(document__in=keys).values_list("document", "first"))
    story = {key: own.get(key, key) for key in keys}
    seen = in_scope(user, PAPERS.reads, "document__unit")
    rows = Reprint.objects.filter(seen, first__in=story.values()).order_by().values("first")
    counts = dict(rows.annotate(n=Count("pk")).values_list("first", "n"))
    for paper in papers:
        more = counts.get(story[paper.pk], 0) - (paper.pk in own)
        paper.also_told = f"另有{more}篇转载" if more else ""
