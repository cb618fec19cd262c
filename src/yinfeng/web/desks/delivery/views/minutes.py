"""The minutes of a meeting as a Word file, and the template that they are made by."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.reports.renderings.minutes_template import minutes_template
from yinfeng.web.desks.delivery.actions import meetings
from yinfeng.web.desks.delivery.models import Meeting
from yinfeng.web.desks.delivery.papers import MARKS, minutes_file, template_of
from yinfeng.web.desks.delivery.views.downloads import attached
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
@desk_view("delivery.read")
def minutes(request: DeskRequest, pk: int) -> HttpResponse:
    """The minutes of a meeting as a Word file."""
    found = get_object_or_404(
        Meeting.objects.visible_to(request.user).select_related("unit", "pack"), pk=pk
    )
    return attached(minutes_file(found), f"会议纪要{found.number}.docx", _DOCX)


@require_http_methods(["GET", "POST"])
@desk_view("delivery.set_form")
def template(request: DeskRequest) -> HttpResponse:
    """The template of minutes: the house's, or the office's own."""
    unit, refusal = request.user.unit, ""
    if request.method == "POST":
        file = request.FILES.get("file")
        content = file.read() if file else b""
        try:
            meetings.set_minutes_template(
                by=request.user, unit=unit, name=file.name or "" if file else "", content=content
            )
        except Refused as error:
            refusal = str(error)
        else:
            messages.success(request, "模板已换。" if content else "已改回系统模板。")
            return redirect("delivery:minutes-template")
    context = {
        "standing": template_of(unit),
        "refusal": refusal,
        "unit": unit,
        "marks": MARKS,
    }
    return render(
        request, "delivery/minutes_template.html", context, status=422 if refusal else 200
    )


@require_GET
@desk_view("delivery.set_form")
def blank(request: DeskRequest) -> HttpResponse:  # noqa: ARG001
    """The template of the house, to begin one's own with."""
    return attached(minutes_template(), "会议纪要模板.docx", _DOCX)
