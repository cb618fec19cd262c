"""The pages of one review and of one agreement, and each thing that may be done on them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.agreements.admission import Scope
from yinfeng.web.desks.agreements.doings import OF_AGREEMENTS, OF_REVIEWS, Doing
from yinfeng.web.desks.agreements.forms import ScoreForm
from yinfeng.web.desks.agreements.models import AdmissionReview, Agreement
from yinfeng.web.desks.agreements.reviews import board_of
from yinfeng.web.desks.agreements.sheets import sheet_of
from yinfeng.web.desks.agreements.views.offering import form_of, offers
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_OF_OPEN_REVIEW = ["hand-in", "veto", "call", "conclude", "remove"]
_OF_DRAFT = ["draft", "fair", "promise", "redraft", "sign", "remove"]
_OF_SIGNED = ["promise", "happened", "end"]


@require_GET
@desk_view("agreements.read")
def review(request: DeskRequest, pk: int) -> HttpResponse:
    """One review as this person may see it."""
    return _review_page(request, _review(request, pk))


@require_GET
@desk_view("agreements.read")
def agreement(request: DeskRequest, pk: int) -> HttpResponse:
    """One agreement; as of a past day only what was known by then."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _agreement_page(request, _agreement(request, pk))


def doing(kind: str, name: str) -> Callable[..., HttpResponse]:
    """The view behind which one thing is done with a review or with an agreement."""
    what = (OF_REVIEWS if kind == "review" else OF_AGREEMENTS)[name]
    find, page = (_review, _review_page) if kind == "review" else (_agreement, _agreement_page)

    @require_POST
    @desk_view(what.right)
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        found: Any = find(request, pk)
        form = form_of(name, what, found, request.user, request.POST, request.FILES)
        if form.is_valid():
            try:
                what.do(found, request.user, _values(form), timezone.localdate())
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return _answer(request, kind, name, found, what)
        return page(request, found, name, form, status=422)

    return view


def _values(form: forms.BaseForm) -> Mapping[str, Any]:
    if isinstance(form, ScoreForm):
        return {"scores": form.scores, "says": form.cleaned_data["says"]}
    return form.cleaned_data


def _answer(request: DeskRequest, kind: str, name: str, found: Any, what: Doing) -> HttpResponse:
    if name == "remove":
        messages.success(request, what.told)
        return redirect("agreements:reviews" if kind == "review" else "agreements:index")
    if request.htmx:
        if kind == "review":
            return _review_page(request, _review(request, found.pk), told=what.told)
        return _agreement_page(request, _agreement(request, found.pk), told=what.told)
    messages.success(request, what.told)
    return redirect(f"agreements:{kind}", found.pk)


def _review(request: DeskRequest, pk: int) -> AdmissionReview:
    rows = AdmissionReview.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("unit", "project__unit", "passage"), pk=pk)


def _agreement(request: DeskRequest, pk: int) -> Agreement:
    rows = Agreement.objects.visible_to(request.user)
    return get_object_or_404(
        rows.select_related("unit", "project__unit", "supplements", "passage"), pk=pk
    )


def _review_page(
    request: DeskRequest,
    found: AdmissionReview,
    refused: str = "",
    form: forms.BaseForm | None = None,
    *,
    status: int = 200,
    told: str = "",
) -> HttpResponse:
    board = board_of(found, request.user)
    names = list(_OF_OPEN_REVIEW) if found.state == AdmissionReview.State.OPEN else []
    names += _own_steps(found, board)
    context = {
        "review": found,
        "board": board,
        "scope": Scope(found.project, board.rules),
        "told": told,
        **_forms(OF_REVIEWS, names, found, request.user, refused, form),
    }
    part = "agreements/_review.html" if request.htmx else "agreements/review.html"
    return render(request, part, context, status=status)


def _own_steps(found: AdmissionReview, board: Any) -> list[str]:
    """What a member has to do next: declare, then score."""
    mine = board.mine
    if mine is None or mine.called_off or found.state != AdmissionReview.State.OPEN:
        return []
    if hasattr(mine, "sheet"):
        return []
    return ["score"] if mine.declares == "none" else ["declare"]


def _agreement_page(
    request: DeskRequest,
    found: Agreement,
    refused: str = "",
    form: forms.BaseForm | None = None,
    *,
    status: int = 200,
    told: str = "",
) -> HttpResponse:
    today = timezone.localdate()
    by_state = {Agreement.State.DRAFT: _OF_DRAFT, Agreement.State.SIGNED: _OF_SIGNED}
    names = by_state.get(Agreement.State(found.state), [])
    context = {
        "agreement": found,
        "sheet": sheet_of(found, today),
        "told": told,
        "today": today,
        "may_answer": _may(request.user, found, "answer", found.state == "draft"),
        "may_promise": _may(request.user, found, "promise", found.state != "ended"),
        "may_check": _may(request.user, found, "check", found.state == "signed"),
        **_forms(OF_AGREEMENTS, names, found, request.user, refused, form),
    }
    part = "agreements/_agreement.html" if request.htmx else "agreements/agreement.html"
    return render(request, part, context, status=status)


def _may(user: User, found: Agreement, name: str, is_time: bool) -> bool:
    return is_time and bool(offers(OF_AGREEMENTS, [name], found, user))


def _forms(
    doings: Mapping[str, Doing],
    names: list[str],
    thing: Any,
    user: User,
    refused: str,
    form: forms.BaseForm | None,
) -> dict[str, Any]:
    """The forms of the page, the refused one in its place and open."""
    found = offers(doings, names, thing, user)
    key = refused.replace("-", "_")
    if form is not None:
        found[key] = form
    shown = [
        {
            "name": name,
            "form": one,
            "doing": doings[name.replace("_", "-")],
            "address": f"{thing.pk}/{name.replace('_', '-')}",
            "is_open": name == key,
        }
        for name, one in found.items()
    ]
    return {"offers": shown, "refused": key, "refused_form": form}


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    """The agreement as it stood at the end of a day, in the scope of then."""
    moment = end_of(day)
    versions = Agreement.history.at(moment).filter(in_scope(request.user, "agreements.read"), id=pk)
    version = versions.select_related("unit", "project__unit").first()
    if version is None:
        raise Http404
    then: Agreement = standing_as(version)
    context = {"agreement": then, "sheet": sheet_of(then, day, moment), "as_of": day, "offers": []}
    return render(request, "agreements/agreement.html", context)
