"""The counts of outreach: the figures of a time, the rows behind each, and the rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.lexicon.outreach import counting, words
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.asking import Question, rules_of
from yinfeng.web.desks.outreach.counting import Count, Item
from yinfeng.web.desks.outreach.forms import AskForm, RulesForm
from yinfeng.web.desks.outreach.kinds import KINDS
from yinfeng.web.desks.outreach.models import Channel, OwnRules, Team, Trip
from yinfeng.web.desks.outreach.sources import count, count_by
from yinfeng.web.people.may import in_scope, may, require
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_DUE = 8


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one record that say the same, with their days and weight together."""

    kind: str
    record: int
    says: str
    first: date
    last: date
    rows: int
    why: str = ""
    weight: Decimal = Decimal(0)

    @property
    def weight_says(self) -> str:
        """What the rows come to, as an office writes it."""
        return f"{self.weight.normalize():f}"


@require_GET
@desk_view("outreach.read")
def index(request: DeskRequest) -> HttpResponse:
    """The figures of a time, each opening to its rows, and what waits to be done."""
    form = _asked(request)
    context: dict[str, object] = {"form": form, "kinds": KINDS, "query": request.GET.urlencode()}
    if not form.is_valid():
        return render(request, "outreach/index.html", context, status=422)
    question = question_of(form)
    rules = rules_of(question)
    context |= {
        "question": question,
        "rules": rules,
        "counts": list(count(question).values()),
        "channels": _named(question, "channel"),
        "agents": _named(question, "agent"),
        "teams": _named(question, "team"),
        "measures": [one for one in rules.measures if not one.narrows],
        "waiting": _waiting(request),
        "owing": _owing(request),
        "may_keep": may(request.user, "outreach.keep", request.user.unit),
        "may_adopt": may(request.user, "outreach.adopt"),
        "may_set_rules": may(request.user, "outreach.set_rules", question.unit),
    }
    return render(request, "outreach/index.html", context)


@require_GET
@desk_view("outreach.read")
def measure(request: DeskRequest, key: str) -> HttpResponse:
    """The rows that a figure counts, and those that it leaves out with the rule that does."""
    form = _asked(request)
    if not form.is_valid():
        return redirect("outreach:index")
    question = question_of(form)
    found = count(question).get(key)
    if found is None:
        raise Http404
    context = {
        "form": form,
        "kinds": KINDS,
        "query": request.GET.urlencode(),
        "question": question,
        "rules": rules_of(question),
        "count": found,
        "counted": list(_grouped(found, ((item, "") for item in found.counted))),
        "left_out": list(_grouped(found, ((out.item, out.why) for out in found.left_out))),
    }
    return render(request, "outreach/measure.html", context)


@require_http_methods(["GET", "POST"])
@desk_view("outreach.read")
def rules(request: DeskRequest) -> HttpResponse:
    """The rules of counting, and the office's own laid over them."""
    unit = request.user.unit
    if request.method == "POST":
        require(request.user, "outreach.set_rules", unit)
    own = OwnRules.objects.filter(unit=unit).select_related("by").order_by("-pk")
    latest = own.first()
    form = RulesForm(
        request.POST or None, label_suffix="", initial={"text": latest.text if latest else ""}
    )
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                actions.set_rules(by=request.user, unit=unit, text=form.cleaned_data["text"])
            except Refused as refusal:
                form.add_error("text", str(refusal))
            else:
                messages.success(request, "口径已生效。此前某日的计数仍按当时的口径。")
                return redirect("outreach:rules")
        status = 422
    context = {
        "form": form,
        "kinds": KINDS,
        "rules": counting(latest.text if latest else ""),
        "own": own,
        "may_set_rules": may(request.user, "outreach.set_rules", unit),
    }
    return render(request, "outreach/rules.html", context, status=status)


def question_of(form: AskForm) -> Question:
    """The question that a form asks."""
    given = form.cleaned_data
    part = tuple((name, given[name]) for name in ("place", "channel") if given[name])
    return Question(given["unit"], given["first"], given["last"], given["as_of"], part)


def _asked(request: DeskRequest) -> AskForm:
    units: QuerySet[OrgUnit] = OrgUnit.objects.filter(
        in_scope(request.user, "outreach.read", "")
    ).order_by("path")
    today = timezone.localdate()
    asked = request.GET.dict()
    # What was not asked is shown as it is answered: this year, the own unit.
    year = {"first": date(today.year, 1, 1), "last": today, "unit": request.user.unit_id}
    given = {**asked, **{name: value for name, value in year.items() if not asked.get(name)}}
    return AskForm(given, units=units, today=today)


def _named(question: Question, name: str) -> list[tuple[str, dict[str, Count]]]:
    """The counts of each channel, agent or team, with its name."""
    found = count_by(question, name)
    if name == "channel":
        labels: dict[str | int, str] = dict(words("channels").items())
    else:
        model = Channel if name == "agent" else Team
        labels = {one.pk: str(one) for one in model._default_manager.filter(pk__in=found)}
    return [(labels.get(key, str(key)), counts) for key, counts in found.items()]


def _waiting(request: DeskRequest) -> Iterable[Trip]:
    if not may(request.user, "outreach.approve"):
        return ()
    waiting = Trip.objects.filter(in_scope(request.user, "outreach.approve"), removed_at=None)
    asked = waiting.filter(state=Trip.State.ASKED).exclude(created_by=request.user)
    return asked.select_related("unit", "created_by").order_by("since")[:_DUE]


def _owing(request: DeskRequest) -> Iterable[Trip]:
    """Trips that are over and not reported, the longest due first."""
    today = timezone.localdate()
    over = Trip.objects.visible_to(request.user).filter(state=Trip.State.APPROVED, until__lt=today)
    return over.select_related("unit", "created_by").order_by("report_due")[:_DUE]


def _grouped(found: Count, rows: Iterable[tuple[Item, str]]) -> Iterator[Group]:
    """Rows of one record that say the same, as one line."""
    together: dict[tuple[str, int, str, str], list[Item]] = {}
    for item, why in rows:
        together.setdefault((item.kind, item.record, item.says, why), []).append(item)
    for (kind, record, says, why), items in together.items():
        days = [item.day for item in items]
        weight = sum((found.weight(item) for item in items), Decimal(0))
        yield Group(
            f"outreach:{kind}-record", record, says, min(days), max(days), len(items), why, weight
        )
