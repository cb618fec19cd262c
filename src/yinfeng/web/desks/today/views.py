"""The page of today."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from yinfeng.web.desks.dues import most_urgent
from yinfeng.web.desks.leads.papers import units_with_papers
from yinfeng.web.desks.leads.proposals import proposals_of
from yinfeng.web.desks.today.pages import sheet, today_of
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.forms import Day

_UNTAKEN = 3


class DayForm(forms.Form):
    """Of which day the page is asked."""

    as_of = forms.DateField(label="回看", required=False, widget=Day())


@require_GET
@desk_view("today.read")
def index(request: DeskRequest) -> HttpResponse:
    """What a person has to know today, or had to know on a past day."""
    today = timezone.localdate()
    form = DayForm(request.GET, label_suffix="")
    asked = form.cleaned_data["as_of"] if form.is_valid() else None
    if asked and asked > today:
        form.add_error("as_of", "只能回看今天和以前的日子。")
        asked = None
    day = asked or today
    is_live = day == today
    if is_live:
        page, dues = today_of(request.user, today)
    else:
        page, dues = sheet(request.user, day, is_live=False), []
    context = {"sheet": page, "form": form, "day": day, "dues": dues, "urgent": most_urgent(dues)}
    return render(request, "today/index.html", context, status=422 if form.errors else 200)


@require_GET
@desk_view("today.read")
def unregistered(request: DeskRequest) -> HttpResponse:
    """The leads that papers tell of, asked for after the page: they are weighed anew."""
    units = units_with_papers(request.user, "today.read")
    found = proposals_of(units, timezone.localdate())
    context = {"count": len(found), "shown": found[:_UNTAKEN]}
    return render(request, "today/_unregistered.html", context)
