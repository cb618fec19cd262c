"""The board of leads, and the rules of the office."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.judgement.stages import STAGES
from yinfeng.lexicon.policies import GRADES
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.colours import COLOURS, Palette
from yinfeng.web.desks.leads.kinds import KINDS
from yinfeng.web.desks.leads.models import Clock, Lead, OfficeRule
from yinfeng.web.desks.leads.rules import rules_of, texts_of
from yinfeng.web.desks.leads.tallies import tally
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.rule_numbers import Numbers
from yinfeng.web.shell.rule_pages import rules_page

# What a screen and a person can take in; the rest is in the list.
_CARDS = 30
_LANES = {
    "": "阶段未载明",
    "lead": "线索",
    "visited": "已考察",
    "negotiating": "在谈",
    "finalising": "商谈最终条款",
}


@require_GET
@desk_view("leads.read")
def board(request: DeskRequest) -> HttpResponse:
    """The open leads by grade or by stage, the most urgent of each lane first."""
    by_stage = request.GET.get("by") == "stage"
    leads = Lead.objects.visible_to(request.user).open().listed()
    lanes = _LANES if by_stage else {grade: f"{grade}级" for grade in GRADES}
    path = "stage" if by_stage else "grade"
    today = timezone.localdate()
    palette, counts = Palette(today), tally(request.user, today, today, today)
    shown = []
    for key, title in lanes.items():
        lane = leads.filter(**{path: key})
        cards = list(lane.order_by("-score", "-pk")[:_CARDS])
        count = counts[f"stage:{key}" if by_stage else key]
        shown.append({"key": key, "title": title, "count": count, "cards": cards})
    _prepare([lead for lane in shown for lead in lane["cards"]], palette)  # type: ignore[attr-defined]
    context = {
        "lanes": shown,
        "by_stage": by_stage,
        "path": path,
        "kinds": KINDS,
        "today": palette.day,
        "may_tell": may(request.user, "leads.tell"),
    }
    return render(request, "leads/board.html", context)


def _prepare(leads: Iterable[Any], palette: Palette) -> None:
    rows = list(leads)
    clocks = Clock.objects.running().filter(lead__in=rows).order_by("-ends")
    due = {clock.lead_id: clock for clock in clocks}
    for lead in rows:
        lead.colour = palette.of(lead.last_event, lead.unit.path)
        lead.colour_says = COLOURS.get(lead.colour, "")
        lead.stage_says = STAGES.get(lead.stage, "未载明")
        lead.due = due.get(lead.pk)
        lead.due_says = lead.due.says.partition("（")[0] if lead.due else ""
        lead.is_late = bool(lead.due and lead.due.ends < palette.day)


@require_http_methods(["GET", "POST"])
@desk_view("leads.read")
def rules(request: DeskRequest) -> HttpResponse:
    """The rules that hold in the office, and the form that lays its own over them."""
    unit, today = request.user.unit, timezone.localdate()
    return rules_page(
        request,
        "leads",
        OfficeRule,
        actions.set_rules,
        numbers=(Numbers("maturity"), Numbers("claims")),
        rules=rules_of(unit, today),
        texts=texts_of(unit, today),
    )
