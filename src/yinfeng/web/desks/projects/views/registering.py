"""Registering a project by hand, and adopting those that papers tell of."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.leads.models import Conversion
from yinfeng.web.desks.leads.papers import units_with_papers, with_papers
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.forms import RegisterForm
from yinfeng.web.desks.projects.names import Like
from yinfeng.web.desks.projects.proposals import filled, proposal_of, proposals
from yinfeng.web.desks.projects.rules import rules_of
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import User
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Fact

_ROWS = 30


@require_http_methods(["GET", "POST"])
@desk_view("projects.register")
def register(request: DeskRequest) -> HttpResponse:
    """The form of a new project; like projects are shown before it is saved."""
    unit, today = request.user.unit, timezone.localdate()
    form = RegisterForm(request.POST or None, rules=rules_of(unit, today), label_suffix="")
    likes: list[Like] = []
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            made = actions.register(
                form.form, by=request.user, unit=unit, today=today, reason=reason
            )
        except Refused as refusal:
            likes = refusal.likes if isinstance(refusal, actions.Clashing) else []
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记{made}。请配齐五个岗位。")
            return redirect("projects:project", made.pk)
    return _form_page(request, form, likes)


@require_GET
@desk_view("projects.read")
def proposed(request: DeskRequest) -> HttpResponse:
    """What papers of any unit in scope tell of and the register has not."""
    user, units = request.user, units_with_papers(request.user, "projects.read")
    chosen = [unit for unit in units if str(unit.pk) == request.GET.get("unit")]
    found = proposals(chosen or units)
    page = Paginator(found, _ROWS).get_page(request.GET.get("page"))
    ready = [one for one in found if one.is_accepted and not one.in_lead]
    waiting = _waiting(user)
    context = {
        "page": page,
        "shown": [(one, may(user, "projects.adopt", one.unit)) for one in page.object_list],
        "units": units,
        "chosen": chosen[0] if chosen else None,
        "also": f"&unit={chosen[0].pk}" if chosen else "",
        "ready": sum(may(user, "projects.adopt", one.unit) for one in ready),
        "waiting": list(waiting[:_ROWS]),
    }
    return render(request, "projects/proposals.html", context)


def _waiting(user: User) -> QuerySet[Conversion]:
    """The leads that became projects which nobody has opened yet, where the user may open them."""
    rows = Conversion.objects.filter(in_scope(user, "projects.register"), project=None)
    return rows.select_related("lead", "unit").order_by("pk")


@require_POST
@desk_view("projects.adopt")
def adopt_accepted(request: DeskRequest) -> HttpResponse:
    """Adopt every project that was wholly accepted in the library, each in its papers' unit."""
    today, made = timezone.localdate(), 0
    for unit in units_with_papers(request.user, "projects.adopt"):
        if request.POST.get("unit") in (None, "", str(unit.pk)):
            made += len(actions.adopt_accepted(unit, by=request.user, today=today))
    messages.success(request, f"采用了{made}个已核实的项目，各项都带原话。")
    return redirect("projects:proposals")


@require_POST
@desk_view("projects.register")
def take_over(request: DeskRequest) -> HttpResponse:
    """Open the projects of converted leads that have none yet."""
    for conversion in _waiting(request.user)[:_ROWS]:
        actions.take_over(conversion, by=request.user, today=timezone.localdate())
    messages.success(request, "线索转入的项目已立。")
    return redirect("projects:proposals")


@require_http_methods(["GET", "POST"])
@desk_view("projects.adopt")
def adopt(request: DeskRequest, facts: str) -> HttpResponse:
    """The form of a project that papers tell of, filled in by what they say."""
    today, keys = timezone.localdate(), [int(key) for key in facts.split("-")]
    seen = in_scope(request.user, "projects.adopt", "reading__document__unit")
    rows = list(with_papers(Fact.objects.filter(seen, pk__in=keys)))
    unit = rows[0].reading.document.unit if rows else None
    proposal = proposal_of(unit, keys) if unit else None
    if unit is None or proposal is None:
        raise Http404
    form = RegisterForm(
        request.POST or None, rules=rules_of(unit, today), initial=filled(proposal), label_suffix=""
    )
    likes: list[Like] = []
    if request.method == "POST" and form.is_valid():
        words = {name: says for name, says in form.form.words.items() if says.strip()}
        picked = set(request.POST.getlist("fact")) or {str(key) for key in keys}
        chosen = [row for row in rows if str(row.pk) in picked and row.kind == "project"]
        try:
            made = actions.adopt(
                chosen, words, by=request.user, unit=unit, today=today,
                reason=form.cleaned_data["reason"],
            )  # fmt: skip
        except Refused as refusal:
            likes = refusal.likes if isinstance(refusal, actions.Clashing) else []
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已采用{made}，每一项都带原话。")
            return redirect("projects:project", made.pk)
    return _form_page(request, form, likes, rows, proposal.stage.says)


def _form_page(
    request: DeskRequest,
    form: RegisterForm,
    likes: list[Like],
    facts: list[Fact] | None = None,
    stage: str = "",
) -> HttpResponse:
    context = {"form": form, "likes": _shown(request, likes), "facts": facts or [], "stage": stage}
    status = 422 if form.errors else 200
    return render(request, "projects/register.html", context, status=status)


def _shown(request: DeskRequest, likes: list[Like]) -> list[dict[str, object]]:
    """What of a like project may be seen: of another office only whose it is."""
    return [
        {
            "says": like.says,
            "unit": like.project.unit,
            "project": like.project
            if may(request.user, "projects.read", like.project.unit)
            else None,
        }
        for like in likes
    ]
