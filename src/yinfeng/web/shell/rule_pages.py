"""The page on which an office reads the rules of a room and lays its own file over them."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from yinfeng.web.people.may import may, require
from yinfeng.web.shell.doors import DeskRequest
from yinfeng.web.shell.forms import Day
from yinfeng.web.shell.office_files import OfficeFile
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rule_numbers import Numbers
from yinfeng.web.shell.rule_numbers import form_of as numbers_form

_SHOWN = 20
_LONGEST = 60_000


class RulesForm(forms.Form):
    """A file of the office, from which day it holds, and why.

    Where the room has several files, the model's own choices ask which one it is.
    """

    text = forms.CharField(
        label="本单位文件（YAML）",
        max_length=_LONGEST,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text="只写与系统默认不同的项目，并写明 version。留空即改回上级或系统默认。",
    )
    file = forms.FileField(label="或者上传文件", required=False)
    since = forms.DateField(label="施行日期", widget=Day())
    reason = forms.CharField(
        label="依据或理由",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "请写明依据或理由。"},
    )
    field_order = ("kind", "template", "scheme", "text", "file", "since", "reason")

    def __init__(self, *args: Any, model: type[OfficeFile], **more: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **more})
        kinds = getattr(model, "Kind", None)
        if kinds is not None:
            self.fields["kind"] = forms.ChoiceField(label="哪一种办法", choices=kinds.choices)
            self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """The words of the file, where one was sent."""
        given = dict(super().clean() or {})
        file = given.pop("file", None)
        if file:
            try:
                given["text"] = file.read(_LONGEST * 4).decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("file", "请把文件存成UTF-8编码的文本再上传。")
        return given


def rules_page(
    request: DeskRequest,
    room: str,
    model: type[OfficeFile],
    put: Callable[..., object],
    *,
    page: str = "rules",
    form_of: type[RulesForm] = RulesForm,
    numbers: Sequence[Numbers] = (),
    **shows: object,
) -> HttpResponse:
    """The rules that hold, and the forms by which *put* lays a file of the unit over them.

    *model* keeps the files, *page* is the room's name of the address and of the template, which
    extends shell/rules.html; *numbers* are changed in forms of their own; *shows* is what else the
    template names.
    """
    unit, today = request.user.unit, timezone.localdate()
    if request.method == "POST":
        require(request.user, f"{room}.set_rules", unit)
    data = request.POST or None
    sheets = {one: numbers_form(one, model, unit, today, data) for one in numbers}
    sent = next((one for one, form in sheets.items() if form.is_bound), None)
    first = {**request.GET.dict(), "since": today}
    posted = None if sent else data
    form = form_of(posted, request.FILES or None if posted else None, initial=first, model=model)
    asked = sheets[sent] if sent else form
    if asked.is_valid():
        given = {**sent.which, **sheets[sent].laid()} if sent else asked.cleaned_data
        try:
            put(unit, by=request.user, today=today, **given)
        except Refused as refusal:
            asked.add_error(None, str(refusal))
        else:
            messages.success(request, "办法已保存，自施行日期起生效。")
            return redirect(f"{room}:{page}")
    filed = model._default_manager.all().of_line(unit)
    context = {
        **shows,
        "form": form,
        "sheets": [(one.name, one.read(), sheet) for one, sheet in sheets.items()],
        "unit": unit,
        "filed": filed.select_related("unit", "by").order_by("-pk")[:_SHOWN],
        "may_set": may(request.user, f"{room}.set_rules", unit),
    }
    return render(request, f"{room}/{page}.html", context, status=422 if asked.errors else 200)
