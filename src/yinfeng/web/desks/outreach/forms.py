"""Forms of outreach: one made for each kind of record, offering what stands in the unit's own."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db import models

from yinfeng.lexicon.outreach import counting, words
from yinfeng.web.desks.outreach.checks import vocabularies
from yinfeng.web.desks.outreach.models import Brought, Kept, Task, Trip
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.private import private_fields, shown
from yinfeng.web.shell.forms import Day

_NOTHING = ("", "不写明")
# A row that names a lead is its latest contact; who brought it is not.
_OF_LEAD = {
    False: "线索台账里的编号，如：2026-0001。写上后，这次往来计入该线索的最近进展和级别。",
    True: "线索台账里的编号，如：2026-0001。",
}

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Kept]
else:
    _ModelForm = forms.ModelForm


class KeptForm(_ModelForm):
    """A record of one unit: words from the lists, other records from the unit's own."""

    # How its inputs are called on the page, where several forms stand side by side.
    ids: ClassVar[str] = "id_%s"

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        unit: OrgUnit,
        instance: Kept | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self._hidden: set[str] = set()
        super().__init__(
            data, instance=instance, initial=dict(initial or {}), label_suffix="", auto_id=self.ids
        )
        if self._meta.model is Task and "measure" in self.fields:
            labels = [(one.key, f"{one.label}（{one.unit}）") for one in counting().measures]
            self.fields["measure"] = forms.ChoiceField(label="指标", choices=labels)
        for name, which in vocabularies(self._meta.model).items():
            if name in self.fields:
                self.fields[name] = _choice(self.fields[name], which)
        if "lead" in self.fields:
            self.fields["lead"].help_text = _OF_LEAD[self._meta.model is Brought]
        for field in self.fields.values():
            _fit(field, unit)
        if instance is not None:
            self._hide_persons(instance)

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, for an action; a person left empty stays as it is."""
        hidden = {name for name in self._hidden if not self.cleaned_data.get(name)}
        return {name: value for name, value in self.cleaned_data.items() if name not in hidden}

    def _hide_persons(self, instance: Kept) -> None:
        """Names and telephones are not shown whole in a form: they are masked, and typed anew."""
        for name in private_fields(type(instance)):
            if name in self.fields and getattr(instance, name):
                self.initial[name] = ""
                self.fields[name].help_text = f"现为{shown(instance, name)}，不改请留空。"
                self._hidden.add(name)


class TripForm(KeptForm):
    """A new trip, with the place of its first stretch."""

    place = forms.CharField(
        label="地点", max_length=60, help_text="写到市，如：上海。去几处的，登记后再分段。"
    )
    outside = forms.BooleanField(label="在本县（区）以外", required=False, initial=True)

    class Meta:
        model = Trip
        fields: ClassVar = [
            "purpose",
            "since",
            "since_half",
            "until",
            "until_half",
            "channel",
            "agent",
            "team",
        ]


class VersionForm(forms.Form):
    """The version that the person was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="理由", max_length=200, error_messages={"required": "请写明理由。"}
    )


class ApprovalForm(forms.Form):
    """An approval: today, or on paper on an earlier day."""

    on = forms.DateField(
        label="批准日期",
        required=False,
        widget=Day(),
        help_text="不写就是今天。",
    )
    paper = forms.CharField(
        label="批件号", max_length=60, required=False, help_text="补录以前的批准时必须写明。"
    )


class ReportForm(VersionForm):
    """What came of a trip."""

    on = forms.DateField(label="报告日期", widget=Day())
    outcome = forms.CharField(
        label="成果", max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    next_step = forms.CharField(label="下一步", max_length=200, required=False)
    expense = forms.CharField(label="费用报销单号", max_length=60, required=False)


class RulesForm(forms.Form):
    """An office's own counting."""

    text = forms.CharField(
        label="本单位口径（YAML）",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text="只写与系统口径不同的；清空即恢复系统口径。",
    )


class AskForm(forms.Form):
    """What the counts are asked."""

    unit = forms.ModelChoiceField(label="单位", queryset=OrgUnit.objects.none())
    first = forms.DateField(label="从", widget=Day())
    last = forms.DateField(label="到", widget=Day())
    place = forms.CharField(label="地点", max_length=60, required=False)
    channel = forms.ChoiceField(label="招商方式", required=False)
    as_of = forms.DateField(label="截至", required=False, widget=Day())

    def __init__(
        self, data: Mapping[str, Any], *, units: models.QuerySet[OrgUnit], today: date
    ) -> None:
        super().__init__(data, label_suffix="", auto_id="f_%s")
        self._today = today
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["unit"].empty_label = None  # type: ignore[attr-defined]
        self.fields["channel"].choices = [("", "不限"), *words("channels").items()]  # type: ignore[attr-defined]

    def clean_as_of(self) -> date | None:
        """A day that is not to come."""
        day: date | None = self.cleaned_data["as_of"]
        if day and day > self._today:
            raise forms.ValidationError("只能回看今天和以前的日子。")
        return day

    def clean(self) -> dict[str, Any]:
        """A time that does not run backwards."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("first"), data.get("last")
        if first and last and last < first:
            raise forms.ValidationError("结束日期早于开始日期。")
        return data


def form_of(model: type[Kept], names: tuple[str, ...], ids: str = "id_%s") -> type[KeptForm]:
    """The form of a kind of record with these of its fields."""
    meta = type("Meta", (), {"model": model, "fields": list(names)})
    return type(f"{model.__name__}Form", (KeptForm,), {"Meta": meta, "ids": ids})


def _choice(field: forms.Field, which: str) -> forms.ChoiceField:
    choices = [*([] if field.required else [_NOTHING]), *words(which).items()]
    return forms.ChoiceField(label=field.label, choices=choices, required=field.required)


def _fit(field: forms.Field, unit: OrgUnit) -> None:
    if isinstance(field, forms.DateField):
        field.widget = Day()
    elif isinstance(field, forms.ModelChoiceField):
        field.empty_label = _NOTHING[1]
        model = field.queryset.model if field.queryset is not None else None
        if model is User:
            field.queryset = User.objects.filter(unit=unit, is_active=True).order_by("name")
        elif model is not None:
            field.queryset = model.objects.filter(unit=unit, removed_at=None).order_by("-pk")
    elif isinstance(field.widget, forms.Textarea):
        field.widget.attrs["rows"] = 3
