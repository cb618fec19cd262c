"""What has to be asked after: projects that stand still, and the open accounts of leaders."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from yinfeng.web.desks.delivery.bound import accounts
from yinfeng.web.desks.delivery.rules import watches_on
from yinfeng.web.desks.delivery.standstill import NOT_ENTERED, NOT_SCALED, asked_of
from yinfeng.web.shell.doors import DeskRequest, desk_view

_ROWS = 50
_TITLES = {
    "unregistered": "签约未注册",
    "without-land": "注册未供地",
    "not-started": "供而未开",
    "idle-one-year": "疑似闲置满一年",
    "idle-two-years": "疑似闲置满两年",
    "stopped": "疑似停建",
    NOT_ENTERED: "应入库未入库",
    NOT_SCALED: "可申报入规",
}


@require_GET
@desk_view("delivery.read")
def standstill(request: DeskRequest) -> HttpResponse:
    """The projects that stand still after signing, each with its ground and what to ask."""
    today = timezone.localdate()
    found = asked_of(request.user, today)
    rules = watches_on(request.user.unit, today)
    keys = [*rules.by_key, NOT_ENTERED, NOT_SCALED]
    kind = request.GET.get("kind", "")
    kind = kind if kind in keys else ""
    shown = [one for one in found if not kind or one.key == kind]
    counts = [(key, _TITLES.get(key, key), sum(o.key == key for o in found)) for key in keys]
    context = {
        "page": Paginator(shown, _ROWS).get_page(request.GET.get("page")),
        "counts": counts,
        "titles": _TITLES,
        "kind": kind,
        "also": f"&kind={kind}" if kind else "",
        "all": len(found),
        "rules": rules,
    }
    return render(request, "delivery/standstill.html", context)


@require_GET
@desk_view("delivery.read")
def bound(request: DeskRequest) -> HttpResponse:
    """The linked leaders, and what stays open with each of them."""
    today = timezone.localdate()
    context = {"accounts": accounts(request.user, today), "today": today}
    return render(request, "delivery/bound.html", context)
