"""The pages of leads."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.shell.doors import DeskRequest, desk_view

_ROWS = 50


@require_GET
@desk_view("leads.read")
def index(request: DeskRequest) -> HttpResponse:
    """The leads in scope."""
    leads = Lead.objects.visible_to(request.user).listed().order_by("grade", "-score", "-pk")
    page = Paginator(leads, _ROWS).get_page(request.GET.get("page"))
    return render(request, "leads/index.html", {"page": page})
