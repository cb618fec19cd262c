"""Forms of renewal: they check what was typed and save nothing; an area is typed in mu or ㎡."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.renewal.models import (
    HardCase,
    Kept,
    Owner,
    RenewalBlock,
)
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.lists.areas import AreaField
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.private import private_fields, shown
from yinfeng.web.shell.forms import Day

_NOTHING = "不写明"

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Any]
else:
    _ModelForm = forms.ModelForm


class KeptForm(_ModelForm):
    """A record of one unit with the version that the person was shown."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        unit: OrgUnit,
        instance: Any = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        first = {**(initial or {}), **({"version": instance.version} if instance else {})}
        super().__init__(data, instance=instance, initial=first, label_suffix="")
        self._hidden: set[str] = set()
        for name, field in tuple(self.fields.items()):
            self._fit(name, field, unit)
        if instance is not None:
            self._hide_persons(instance)

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, for an action; a person left empty stays as it is."""
        hidden = {name for name in self._hidden if not self.cleaned_data.get(name)}
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "version" and name not in hidden
        }

    @property
    def shown_version(self) -> int:
        """The version that the person was shown."""
        return self.cleaned_data.get("version") or -1

    def _fit(self, name: str, field: forms.Field, unit: OrgUnit) -> None:
        if isinstance(field, forms.DecimalField) and str(field.label).endswith("（㎡）"):
            label = str(field.label).removesuffix("（㎡）")
            self.fields[name] = AreaField(label, required=field.required)
        elif isinstance(field, forms.DateField):
            field.widget = Day()
        elif isinstance(field, forms.ModelChoiceField):
            _offer(field, unit)
        elif name == "reason" and self._meta.model is HardCase:
            reasons = rules_of(unit, timezone.localdate()).hard_cases.reasons
            self.fields[name] = forms.ChoiceField(label="难点原因", choices=list(reasons.items()))
        elif name == "says":
            field.widget = forms.Textarea(attrs={"rows": 2})

    def _hide_persons(self, instance: Any) -> None:
        for name in private_fields(type(instance)):
            if name in self.fields and getattr(instance, name):
                self.initial[name] = ""
                self.fields[name].help_text = f"现为{shown(instance, name)}，不改请留空。"
                self._hidden.add(name)


def form_of(model: type[Kept], names: tuple[str, ...]) -> type[KeptForm]:
    """The form of a kind of record with these of its fields."""
    meta = type("Meta", (), {"model": model, "fields": list(names)})
    return type(f"{model.__name__}Form", (KeptForm,), {"Meta": meta})


def _offer(field: Any, unit: OrgUnit) -> None:
    """The unit's own things."""
    field.empty_label = _NOTHING
    model = field.queryset.model
    own = model.objects.filter(unit=unit, removed_at=None)
    if hasattr(model, "plot"):
        own = own.select_related("plot")
    field.queryset = own.order_by("-pk") if model is Project else own.order_by("pk")


class VersionForm(forms.Form):
    """The version that the person was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DayForm(VersionForm):
    """A day."""

    day = forms.DateField(label="日期", widget=Day())


class SignForm(VersionForm):
    """A signing."""

    day = forms.DateField(label="签约日期", widget=Day())
    agreement = forms.CharField(label="协议编号", max_length=60)
    settlement = forms.ChoiceField(
        label="安置方式", required=False, choices=[("", "不写明"), *Owner.Settlement.choices]
    )
    certificates_in = forms.BooleanField(label="权证已收存", required=False)


class TenantSignForm(VersionForm):
    """A tenant's agreement to move out."""

    day = forms.DateField(label="签约日期", widget=Day())
    agreement = forms.CharField(label="协议编号", max_length=60)


class ReasonForm(VersionForm):
    """Why."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="理由", max_length=200, error_messages={"required": "请写明理由。"}
    )


class ProveForm(forms.Form):
    """A paper for a gate."""

    stage = forms.CharField(widget=forms.HiddenInput)
    gate = forms.CharField(widget=forms.HiddenInput)
    paper = forms.CharField(label="材料名称和文号", max_length=200)
    day = forms.DateField(label="材料日期", widget=Day())


class RulingForm(forms.Form):
    """What answers a red line."""

    line = forms.CharField(widget=forms.HiddenInput)
    about = forms.CharField(widget=forms.HiddenInput)
    paper = forms.CharField(label="裁定文件", max_length=160)
    reason = forms.CharField(
        label="理由", max_length=300, error_messages={"required": "请写明理由。"}
    )


class PayForm(forms.Form):
    """A payment."""

    day = forms.DateField(label="拨付日期", widget=Day())
    amount = forms.DecimalField(label="金额（元）", max_digits=18, decimal_places=2)
    payee = forms.CharField(label="收款人", max_length=120)
    paper = forms.CharField(label="凭证", max_length=120)


class AdoptForm(forms.Form):
    """To which block a fact belongs; none makes a new one."""

    block = forms.ModelChoiceField(
        RenewalBlock.objects.none(), label="归入区块", required=False, empty_label="新区块"
    )
