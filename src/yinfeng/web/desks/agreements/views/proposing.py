"""Duties read from the draft, offered one by one to a person who takes, amends or leaves them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.forms import ProposalForm
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.agreements.proposals import Proposal, proposals_of
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal with the form in which a person amends it."""

    proposal: Proposal
    form: ProposalForm


@require_http_methods(["GET", "POST"])
@desk_view("agreements.promise")
def proposed(request: DeskRequest, pk: int) -> HttpResponse:
    """The duties that the latest draft words; those that are ticked are put down."""
    rows = Agreement.objects.visible_to(request.user)
    agreement = get_object_or_404(rows.select_related("unit", "project"), pk=pk)
    draft, proposals = proposals_of(agreement)
    offers = [Offer(one, _form(one, request)) for one in proposals]
    refused = ""
    if request.method == "POST":
        try:
            if draft is None or request.POST.get("draft") != str(draft.pk):
                raise Refused("草案已经更换，请按新的草案重新勾选。")
            chosen = list(_chosen(offers))
            made = actions.take_promises(agreement, by=request.user, chosen=chosen)
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, f"已登记{len(made)}项约定义务。")
            return redirect("agreements:agreement", agreement.pk)
    context = {"agreement": agreement, "draft": draft, "offers": offers, "refused": refused}
    status = 422 if refused else 200
    return render(request, "agreements/proposed.html", context, status=status)


def _form(one: Proposal, request: DeskRequest) -> ProposalForm:
    first: dict[str, Any] = {
        "take": one.duty.term is not None and not one.is_taken,
        "side": one.duty.side,
        "says": one.duty.says,
        "due": one.due,
    }
    data = request.POST if request.method == "POST" else None
    return ProposalForm(data, prefix=f"d{one.at}", initial=first, label_suffix="")


def _chosen(offers: list[Offer]) -> Iterator[tuple[Proposal, Mapping[str, Any]]]:
    """What was ticked; a form with a fault stops it with a sentence."""
    for one in offers:
        if not one.form.is_valid():
            raise Refused(f"第{one.proposal.at + 1}项填写有误，请看标出的地方。")
        if one.form.cleaned_data["take"]:
            yield one.proposal, one.form.cleaned_data
