"""The pages of the audit desk beside its list: one event, the check, incidents."""

from collections.abc import Iterator
from typing import NamedTuple

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.audit import actions
from yinfeng.web.desks.audit.fields import shown, titled
from yinfeng.web.desks.audit.forms import IncidentForm
from yinfeng.web.desks.audit.listings import in_sight
from yinfeng.web.desks.audit.models import Incident
from yinfeng.web.desks.audit.words import called, thing
from yinfeng.web.lists.filters import units_of
from yinfeng.web.people.may import may, require
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.models import Event
from yinfeng.web.work.actions import enqueue

_ROWS = 50
# Above this the check takes longer than a person waits for.
_AT_ONCE = 20_000


class Change(NamedTuple):
    """One field of an event: what it was and what it became."""

    name: str
    before: str
    after: str

    @property
    def is_other(self) -> bool:
        """Whether it became another."""
        return self.before != self.after


@require_GET
@desk_view("audit.read")
def event(request: DeskRequest, pk: int) -> HttpResponse:
    """One event, field by field, with what else was done in the same request."""
    seen = Event.objects.filter(in_sight(request.user)).select_related("unit", "actor")
    found = get_object_or_404(seen, pk=pk)
    same = seen.filter(request=found.request).exclude(pk=found.pk) if found.request else seen.none()
    context = {
        "event": found,
        "action": called(found.action),
        "kind": thing(found.kind),
        "changes": list(_changes(found)),
        "same": [(one, called(one.action)) for one in same.order_by("number")[:_ROWS]],
        "thing": seen.filter(kind=found.kind, key=found.key).count(),
    }
    return render(request, "audit/event.html", context)


@require_POST
@desk_view("audit.verify")
def verify(request: DeskRequest) -> HttpResponse:
    """Check the chain now, or have it checked where that takes long."""
    if Event.objects.count() > _AT_ONCE:
        enqueue("audit.verify", key="by-hand", by=request.user)
        messages.info(request, "事件较多，正在后台核验，结果会记为一条“核验事件链”事件。")
        return redirect("audit:index")
    told = actions.verify(by=request.user).after
    if told["faults"]:
        for fault in told["faults"]:
            messages.error(request, fault)
    else:
        seal = told["seal"]
        messages.success(request, f"事件链完整，共{told['count']}条。链尾封印（请抄存）：{seal}")
    return redirect("audit:index")


@require_http_methods(["GET", "POST"])
@desk_view("audit.read")
def incidents(request: DeskRequest) -> HttpResponse:
    """Incidents of security, and the form that writes one down."""
    units = units_of("audit.read")(request.user)
    form = IncidentForm(request.POST or None, units=units)
    if request.method == "POST":
        require(request.user, "audit.note_incident")
        if form.is_valid():
            actions.note_incident(by=request.user, **form.cleaned_data)
            messages.success(request, "已登记。需要上报的，请按规定时限上报网信和公安机关。")
            return redirect("audit:incidents")
    told = Incident.objects.visible_to(request.user).select_related("unit", "by")
    context = {
        "page": Paginator(told.order_by("-happened", "-pk"), _ROWS).get_page(
            request.GET.get("page")
        ),
        "form": form,
        "may_note": may(request.user, "audit.note_incident"),
    }
    return render(request, "audit/incidents.html", context, status=422 if form.errors else 200)


def _changes(found: Event) -> Iterator[Change]:
    for name in dict.fromkeys([*found.before, *found.after]):
        told = (shown(found.kind, name, side.get(name)) for side in (found.before, found.after))
        yield Change(titled(found.kind, name), *told)
