"""The page of a list, its part for htmx, its export, and what a person keeps of it."""

from weakref import finalize

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from yinfeng.web.lists import actions
from yinfeng.web.lists.asking import Asked
from yinfeng.web.lists.export import csv_lines, workbook
from yinfeng.web.lists.fitting import asked_of
from yinfeng.web.lists.forms import ColumnsForm, SaveForm
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.models import SavedFilter
from yinfeng.web.lists.places import Places
from yinfeng.web.lists.sheets import sheet
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest
from yinfeng.web.shell.refusals import Refused

_PART = "list"


def show(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """The list: its rows alone for htmx, the whole page for anyone else."""
    return page_of(request, listing, places)


def page_of(
    request: DeskRequest, listing: Listing, places: Places, *, status: int = 200, **more: object
) -> HttpResponse:
    """The page of the list, for a desk that has *more* to show on it: a form with its errors."""
    asked = _asked(request, listing)
    context = {"asked": asked, "listing": listing, "sheet": sheet(asked), "places": places}
    status = status if asked.is_clear else 422
    if _wants_part(request):
        part = render(request, "lists/_list.html", context, status=status)
        part["HX-Push-Url"] = f"{places.page}{asked.here}".removesuffix("?")
        return part
    context |= {
        "saved": SavedFilter.objects.open_to(request.user, listing.key).order_by("name", "pk"),
        "columns_form": ColumnsForm(asked=asked),
        "save_form": SaveForm(
            initial={"query": asked.address().removeprefix("?")}, auto_id="save_%s"
        ),
    }
    if listing.editing:
        context["may_import"] = may(request.user, listing.editing.imports)
    if listing.keeps_records:
        context["may_define"] = may(request.user, "lists.define")
    if listing.also:
        context |= listing.also(request)
    return render(request, listing.template, {**context, **more}, status=status)


_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export(request: DeskRequest, listing: Listing, places: Places, form: str) -> HttpResponse:
    """The list as a file, as it is seen."""
    if form not in ("xlsx", "csv"):
        raise Http404
    asked = _asked(request, listing)
    if not asked.is_clear:
        messages.error(request, "筛选条件填写有误，请改正后再导出。")
        return redirect(f"{places.page}{asked.address()}")
    _note(asked, form)
    day = asked.as_of or timezone.localdate()
    name = content_disposition_header(True, f"{listing.title}{day:%Y%m%d}.{form}") or ""
    if form == "xlsx":
        file = workbook(asked, timezone.now())
        book = FileResponse(file, content_type=_WORKBOOK)
        # An answer that nobody fetches to its end is closed with it.
        finalize(book, file.close)
        book["Content-Disposition"] = name
        return book  # type: ignore[return-value]
    lines = StreamingHttpResponse(csv_lines(asked), content_type="text/csv; charset=utf-8")
    lines["Content-Disposition"] = name
    return lines  # type: ignore[return-value]


def choose_columns(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """Keep the columns that the person ticked, in the order of their numbers."""
    asked = _asked(request, listing)
    form = ColumnsForm(request.POST, asked=asked)
    wanted = [] if "reset" in request.POST else form.chosen()
    actions.choose_columns(listing.key, wanted, by=request.user)
    messages.success(request, "已按您的选择显示各列。" if wanted else "已恢复默认的各列。")
    return redirect(f"{places.page}{_back(request, 'columns')}")


def save_filter(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """Keep the question under a name."""
    form = SaveForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请给筛选起一个40字以内的名称。")
        return redirect(f"{places.page}{_back(request)}")
    saved = actions.save_filter(listing.key, by=request.user, **form.cleaned_data)
    to_whom = f"，{request.user.unit}都可使用" if saved.is_shared else ""
    messages.success(request, f"已保存筛选“{saved}”{to_whom}。")
    return redirect(f"{places.page}?{saved.query}")


def drop_filter(request: DeskRequest, listing: Listing, places: Places, pk: int) -> HttpResponse:
    """Take a saved filter away."""
    seen = SavedFilter.objects.open_to(request.user, listing.key)
    saved = get_object_or_404(seen, pk=pk)
    try:
        actions.drop_filter(saved, by=request.user, now=timezone.now())
        messages.success(request, f"已删除筛选“{saved}”。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(places.page)


def _asked(request: DeskRequest, listing: Listing) -> Asked:
    return asked_of(listing, request.user, request.GET, timezone.localdate())


def _wants_part(request: DeskRequest) -> bool:
    htmx = request.htmx
    return bool(htmx) and htmx.target == _PART and not htmx.history_restore_request


def _back(request: DeskRequest, *without: str) -> str:
    """The question from which the form was sent, without some of its inputs."""
    query = SaveForm(request.POST).question()
    for name in without:
        query.pop(name, None)
    return f"?{query.urlencode()}" if query else ""


def _note(asked: Asked, form: str) -> None:
    says = {"filters": "；".join(f"{chip.label}：{chip.says}" for chip in asked.chips)}
    says["as_of"] = asked.as_of.isoformat() if asked.as_of else ""
    rows = asked.rows.count()
    actions.note_export(asked.listing.key, by=asked.user, form=form, rows=rows, asked=says)
