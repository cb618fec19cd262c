"""Forms of the hooks: an allowed server, a system to be told."""

from django import forms
from django.db.models import QuerySet

from yinfeng.web.desks import DESKS
from yinfeng.web.people.models import OrgUnit

# What of the house other systems are told: the work, not who signs in and what is audited.
_OWN = frozenset({"staff", "audit", "jobs", "hooks", "today", "search"})


def told_desks() -> list[tuple[str, str]]:
    """The desks of which other systems may be told."""
    return [(desk.name, desk.title) for desk in DESKS if desk.name not in _OWN]


class AllowForm(forms.Form):
    """A server, and what for."""

    host = forms.RegexField(
        r"^[A-Za-z0-9.\-\[\]:_]+$",
        label="主机名或IP",
        max_length=253,
        error_messages={"invalid": "只写主机名或IP，不带 http:// 和路径。"},
    )
    port = forms.IntegerField(label="端口", min_value=1, max_value=65535, initial=443)
    why = forms.CharField(label="用途", max_length=200)


class HookForm(forms.Form):
    """A system to be told, of what, and for which unit."""

    name = forms.CharField(label="名称", max_length=80, help_text="哪个系统用来做什么。")
    address = forms.CharField(label="推送地址", max_length=500)
    unit = forms.ModelChoiceField(
        label="单位", queryset=OrgUnit.objects.none(), empty_label="请选择"
    )
    desks = forms.MultipleChoiceField(
        label="内容",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选一项内容。"},
    )

    def __init__(self, data: object = None, *, units: QuerySet[OrgUnit]) -> None:
        super().__init__(data, label_suffix="")  # type: ignore[arg-type]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["desks"].choices = told_desks()  # type: ignore[attr-defined]
