"""The page of a check, what is done on it, and the rules of the office."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.accounts import account_of
from yinfeng.web.desks.standard.check_forms import ValuesForm, VersionForm
from yinfeng.web.desks.standard.doings import DOINGS, Doing
from yinfeng.web.desks.standard.known import Knowledge, knowledge_of
from yinfeng.web.desks.standard.models import Check, Commitment, StandardRule
from yinfeng.web.desks.standard.rules import rules_of
from yinfeng.web.desks.standard.standing import CheckSheet, rules_at, sheet_of
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import User
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rule_pages import rules_page
from yinfeng.web.store.models import Document

_RELATED = (
    "unit", "commitment__unit", "commitment__plot__parcel", "commitment__project", "created_by",
)  # fmt: skip
_MOST_PAPERS = 60


@require_GET
@desk_view("standard.read")
def check(request: DeskRequest, pk: int) -> HttpResponse:
    """One check, as it stands or as it stood on a day."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _page(request, found_check(request.user, pk))


def doing(name: str) -> Callable[..., HttpResponse]:
    """The view behind which one thing is done with a check."""
    what = DOINGS[name]

    @require_POST
    @desk_view(what.right)
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        thing = found_check(request.user, pk)
        sheet = sheet_of(thing, timezone.localdate())
        form = form_of(name, what, sheet, request.user, request.POST)
        if form.is_valid():
            given = getattr(form, "values", form.cleaned_data)
            try:
                what.do(thing, request.user, given, timezone.localdate())
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                if request.htmx:
                    return _page(request, found_check(request.user, pk), told=what.told)
                messages.success(request, what.told)
                return redirect("standard:check", pk)
        return _page(request, thing, refused=name, form=form, status=422)

    return view


@require_http_methods(["GET", "POST"])
@desk_view("standard.read")
def rules(request: DeskRequest) -> HttpResponse:
    """The rules that hold, and the office's own files over them."""
    unit, today = request.user.unit, timezone.localdate()
    return rules_page(
        request,
        "standard",
        StandardRule,
        actions.set_rules,
        rules=rules_of(unit, today),
    )


def found_check(user: User, pk: int) -> Check:
    """The check in the person's scope, or 404."""
    rows = Check.objects.visible_to(user).select_related(*_RELATED)
    return get_object_or_404(rows.defer("commitment__plot__parcel__shape"), pk=pk)


def form_of(
    name: str, what: Doing, sheet: CheckSheet, user: User, data: Any = None,
    known: Knowledge | None = None,
) -> VersionForm:  # fmt: skip
    """The form of one thing that is done with a check, filled in where *data* is sent."""
    form = what.form(sheet.check)(
        data, initial={"version": sheet.check.version}, label_suffix="", auto_id=f"{name}_%s"
    )
    rows = Document.objects.visible_to(user).filter(unit=sheet.check.unit)
    keys = list(rows.order_by("-pk").values_list("pk", flat=True)[:_MOST_PAPERS])
    form.fit(sheet, Document.objects.filter(pk__in=keys).order_by("-pk"))
    if known is not None and isinstance(form, ValuesForm):
        form.begin_with(known.parts)
    return form


def _page(
    request: DeskRequest, thing: Check, *, refused: str = "", form: VersionForm | None = None,
    status: int = 200, told: str = "",
) -> HttpResponse:  # fmt: skip
    today = timezone.localdate()
    sheet = sheet_of(thing, today)
    known = _known(thing, today)
    offers = [
        {
            "name": name,
            "doing": what,
            "form": form
            if name == refused and form
            else form_of(name, what, sheet, request.user, known=known),
            "is_open": name == refused,
        }
        for name, what in DOINGS.items()
        if (what.is_offered(thing) or name == refused)
        and (name != "take" or known.whole or refused)
        and may(request.user, what.right, thing.unit)
    ]
    context = {**_context(sheet, today), "offers": offers, "told": told, "known": known.whole}
    template = "standard/_check.html" if request.htmx else "standard/check.html"
    return render(request, template, context, status=status)


def _known(thing: Check, today: date) -> Knowledge:
    """What the house knows, as long as something may still be put down."""
    is_open = DOINGS["take"].is_offered(thing)
    return knowledge_of(thing, today) if is_open else Knowledge((), {})


def _context(
    sheet: CheckSheet, day: date, moment: datetime | None = None, **more: Any
) -> dict[str, Any]:
    thing = sheet.check
    point = rules_at(thing.commitment).checks.points.get(thing.point)
    rounds = Check.objects.standing().filter(commitment=thing.commitment_id, point=thing.point)
    outcomes = rules_of(thing.unit, day).outcomes.outcomes
    proposed = sheet.proposal.propose if sheet.proposal else ""
    return {
        "check": thing,
        "made": thing.commitment,
        "sheet": sheet,
        "point": point,
        "today": day,
        "rounds": rounds.exclude(pk=thing.pk).order_by("round"),
        "verdicts": thing.verdicts.select_related("by").order_by("pk"),
        "proposed": outcomes.get(proposed),
        "account": account_of(thing, moment),
        "promises": {
            one.judged.indicator.key: one.judged.limits.says(one.judged.indicator.measure)
            for one in sheet.measured
        },
        **more,
    }


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    moment = end_of(day)
    seen = Check.history.at(moment).filter(in_scope(request.user, "standard.read"), id=pk)
    version = seen.select_related("unit").first()
    if version is None:
        raise Http404
    thing = standing_as(version)
    then = _found_commitment(thing.commitment_id, moment)
    if then is not None:
        thing.commitment = then
    context = _context(sheet_of(thing, day, moment), day, moment, as_of=day, offers=[])
    context["verdicts"] = context["verdicts"].filter(at__lt=moment)
    return render(request, "standard/check.html", context)


def _found_commitment(pk: int, moment: Any) -> Any:
    rows = Commitment.history.at(moment).filter(id=pk)
    version = rows.select_related("unit", "plot__parcel", "indicators", "project").first()
    return standing_as(version) if version else None
