"""Registering a project by hand, and adopting those that papers tell of."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.leads.models import Conversion
from yinfeng.web.desks.leads.papers import with_papers
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.forms import RegisterForm
from yinfeng.web.desks.projects.names import Like
from yinfeng.web.desks.projects.proposals import filled, proposal_of, proposals
from yinfeng.web.desks.projects.rules import rules_of
from yinfeng.web.people.may import may
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
    """What papers tell of and the register has not."""
    unit = request.user.unit
    found = proposals(unit)
    page = Paginator(found, _ROWS).get_page(request.GET.get("page"))
    waiting = Conversion.objects.filter(unit=unit, project=None).select_related("lead")
    context = {
        "page": page,
        "unit": unit,
        "ready": sum(one.is_accepted and not one.in_lead for one in found),
        "waiting": list(waiting.order_by("pk")[:_ROWS]),
        "may_adopt": may(request.user, "projects.adopt", unit),
        "may_register": may(request.user, "projects.register", unit),
    }
    return render(request, "projects/proposals.html", context)


@require_POST
@desk_view("projects.adopt")
def adopt_accepted(request: DeskRequest) -> HttpResponse:
    """Adopt every project that was wholly accepted in the library."""
    made = actions.adopt_accepted(request.user.unit, by=request.user, today=timezone.localdate())
    messages.success(request, f"采用了{len(made)}个已核实的项目，各项都带原话。")
    return redirect("projects:proposals")


@require_POST
@desk_view("projects.register")
def take_over(request: DeskRequest) -> HttpResponse:
    """Open the projects of converted leads that have none yet."""
    unit = request.user.unit
    waiting = Conversion.objects.filter(unit=unit, project=None).order_by("pk")[:_ROWS]
    for conversion in waiting:
        actions.take_over(conversion, by=request.user, today=timezone.localdate())
    messages.success(request, "线索转入的项目已立。")
    return redirect("projects:proposals")


@require_http_methods(["GET", "POST"])
@desk_view("projects.adopt")
def adopt(request: DeskRequest, facts: str) -> HttpResponse:
    """The form of a project that papers tell of, filled in by what they say."""
    unit, today = request.user.unit, timezone.localdate()
    keys = [int(key) for key in facts.split("-")]
    rows = list(with_papers(Fact.objects.filter(pk__in=keys, reading__document__unit=unit)))
    proposal = proposal_of(unit, keys) if rows else None
    if proposal is None:
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
