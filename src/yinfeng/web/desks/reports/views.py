"""The pages of reports: what was issued, one issue, a draft, files, templates."""

from datetime import date
from urllib.parse import quote

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.reports import actions, files
from yinfeng.web.desks.reports.content import Content, from_json
from yinfeng.web.desks.reports.forms import DayForm, ReasonForm, TemplateForm
from yinfeng.web.desks.reports.kinds import KINDS, Kind, kind_of
from yinfeng.web.desks.reports.models import Issue
from yinfeng.web.desks.reports.sheets import sheet
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view, go_to
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault
from yinfeng.web.work.health import is_worked_on
from yinfeng.web.work.models import State, Task

_ROWS = 30
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@require_GET
@desk_view("reports.read")
def index(request: DeskRequest) -> HttpResponse:
    """What was issued in scope, and the way to the next issue."""
    return _index(request, None, "")


@require_GET
@desk_view("reports.read")
def draft(request: DeskRequest, key: str) -> HttpResponse:
    """The report of a day as it would be issued, or as it stood on a past day."""
    kind, today = _kind(key), timezone.localdate()
    form = DayForm(request.GET or {"last": today.isoformat()}, today=today)
    if not form.is_valid():
        return _index(request, form, key, status=422)
    last: date = form.cleaned_data["last"]
    as_of = last if request.GET.get("as_of") and last < today else None
    unit = request.user.unit
    content = actions.draft(kind, unit, last, as_of)
    context = {
        "kind": kind,
        "unit": unit,
        "last": last,
        "as_of": as_of,
        "may_look_back": last < today,
        "may_issue": as_of is None and may(request.user, "reports.issue", unit),
        **_shown(content),
    }
    return render(request, "reports/draft.html", context)


@require_POST
@desk_view("reports.issue")
def issue(request: DeskRequest, key: str) -> HttpResponse:
    """Seal and number the report of a day."""
    kind, today = _kind(key), timezone.localdate()
    form = DayForm(request.POST, today=today)
    if form.is_valid():
        unit, last = request.user.unit, form.cleaned_data["last"]
        try:
            task = actions.ask_issue(kind, by=request.user, unit=unit, last=last, today=today)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("reports:issuing", pk=task.pk)
    return _index(request, form, key, status=422)


@require_GET
@desk_view("reports.issue")
def issuing(request: DeskRequest, pk: int) -> HttpResponse:
    """How far an issue is that somebody here asked for; once it is sealed, the issue itself."""
    asked = Task.objects.filter(in_scope(request.user, "reports.issue"), job="reports.issue")
    task = get_object_or_404(asked.select_related("unit", "by"), pk=pk)
    if (made := actions.issued_by(task)) is not None:
        messages.success(request, f"已签发：{made}。文件正在生成，可以先看网页。")
        return go_to(request, reverse("reports:issue", args=[made.pk]))
    context = {
        "task": task,
        "kind": _kind(str(task.arguments["kind"])),
        "last": date.fromisoformat(str(task.arguments["last"])),
        "is_given_up": task.state in (State.FAILED, State.DONE),
        "is_worked_on": is_worked_on(timezone.now()),
    }
    return render(request, "reports/issuing.html", context)


@require_GET
@desk_view("reports.read")
def shown(request: DeskRequest, pk: int) -> HttpResponse:
    """One issue, every line with its proof."""
    return _issue(request, _found(request, pk), ReasonForm(label_suffix=""))


@require_POST
@desk_view("reports.correct")
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """Issue anew what was wrong, naming the issue that it replaces."""
    wrong, form = _found(request, pk), ReasonForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            task = actions.ask_issue(
                _kind(wrong.kind),
                by=request.user,
                unit=wrong.unit,
                last=wrong.last,
                today=timezone.localdate(),
                wrong=wrong,
                reason=form.cleaned_data["reason"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("reports:issuing", pk=task.pk)
    return _issue(request, wrong, form, status=422)


@require_GET
@desk_view("reports.read")
def file(request: DeskRequest, pk: int, form: str) -> HttpResponse:
    """An issue as a file: the kept one, or, until it is kept, the same bytes made now."""
    made = _found(request, pk)
    if form not in files.FORMS:
        raise Http404
    kept = made.files.filter(form=form).first()
    content = vault.get(kept.sha256) if kept else files.rendered(made, form)
    return _download(content, f"{made.number}.{form}", _TYPES[form])


@require_POST
@desk_view("reports.set_template")
def set_template(request: DeskRequest, key: str) -> HttpResponse:
    """Take a template in, or go back to the house's."""
    kind, unit = _kind(key), request.user.unit
    if "back" in request.POST:
        actions.set_template(kind, by=request.user, unit=unit, name="", content=b"")
        messages.success(request, f"{kind.title}已恢复系统模板。")
        return redirect("reports:templates")
    form = TemplateForm(request.POST, request.FILES, label_suffix="")
    if form.is_valid():
        given = form.cleaned_data["template"]
        name, content = given.name or "模板.docx", given.read()
        try:
            actions.set_template(kind, by=request.user, unit=unit, name=name, content=content)
        except Refused as refusal:
            form.add_error("template", str(refusal))
        else:
            messages.success(request, f"{kind.title}今后按“{name}”生成 Word。")
            return redirect("reports:templates")
    return _templates(request, key, form, status=422)


@require_GET
@desk_view("reports.read")
def templates(request: DeskRequest) -> HttpResponse:
    """The templates that stand, and the house's to begin from."""
    return _templates(request, "", None)


@require_GET
@desk_view("reports.read")
def blank(request: DeskRequest, key: str) -> HttpResponse:
    """The template of the house, as a file of Word."""
    kind = _kind(key)
    report = actions.draft(kind, request.user.unit, timezone.localdate()).report
    return _download(files.blank_template(kind, report), f"{kind.title}模板.docx", _TYPES["docx"])


def _index(request: DeskRequest, form: DayForm | None, key: str, status: int = 200) -> HttpResponse:
    today, unit = timezone.localdate(), request.user.unit
    issues = Issue.objects.visible_to(request.user).defer("content")
    listed = issues.select_related("unit", "by", "replaces", "replaced_by").defer(
        "content", "replaces__content", "replaced_by__content"
    )
    wanted = request.GET.get("kind", "")
    if kind_of(wanted):
        listed = listed.filter(kind=wanted)
    forms = [
        (kind, form if form and kind.key == key else DayForm(None, today=today)) for kind in KINDS
    ]
    context = {
        "forms": forms,
        "wanted": wanted,
        "page": Paginator(listed.order_by("-last", "-pk"), _ROWS).get_page(request.GET.get("page")),
        "may_issue": may(request.user, "reports.issue", unit),
    }
    return render(request, "reports/index.html", context, status=status)


def _issue(request: DeskRequest, made: Issue, form: ReasonForm, status: int = 200) -> HttpResponse:
    successor = Issue.objects.filter(replaces=made).defer("content").first()
    context = {
        "issue": made,
        "successor": successor,
        "replacing": files.replacing(made),
        "kept": {one.form: one for one in made.files.all()},
        "forms": list(files.FORMS),
        "form": form,
        "may_correct": successor is None and may(request.user, "reports.correct", made.unit),
        "is_running": successor is None and made.last >= timezone.localdate(),
        "kind": kind_of(made.kind),
        **_shown(from_json(made.content)),
    }
    return render(request, "reports/issue.html", context, status=status)


def _shown(content: Content) -> dict[str, object]:
    return {"report": content.report, "sheet": sheet(content)}


def _templates(
    request: DeskRequest, key: str, form: TemplateForm | None, status: int = 200
) -> HttpResponse:
    unit = request.user.unit
    rows = [
        (
            kind,
            files.template_of(unit, kind.key),
            form
            if form and kind.key == key
            else TemplateForm(label_suffix="", auto_id=f"{kind.key}_%s"),
        )
        for kind in KINDS
    ]
    context = {"rows": rows, "may_set": may(request.user, "reports.set_template", unit)}
    return render(request, "reports/templates.html", context, status=status)


def _download(content: bytes, name: str, media: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = content_disposition_header(True, name) or quote(name)
    return answer


def _kind(key: str) -> Kind:
    kind = kind_of(key)
    if kind is None:
        raise Http404
    return kind


def _found(request: DeskRequest, pk: int) -> Issue:
    seen = Issue.objects.visible_to(request.user)
    found: Issue = get_object_or_404(
        seen.select_related("unit", "by", "template", "replaces"), pk=pk
    )
    return found
