"""Forms of tenancy: they check what was typed and save nothing; an area is typed in mu or ㎡."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from yinfeng.web.desks.tenancy.models import Occupancy, Tenant
from yinfeng.web.desks.tenancy.models.tenants import industry_choices
from yinfeng.web.lists.areas import AreaField
from yinfeng.web.people.private import private_fields, shown
from yinfeng.web.shell.forms import Day

_LEAST = Decimal("0.01")

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Any]
else:
    _ModelForm = forms.ModelForm


class KeptForm(_ModelForm):
    """A record with the version that the person was shown."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        instance: Any = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        first = {**(initial or {}), **({"version": instance.version} if instance else {})}
        super().__init__(data, instance=instance, initial=first, label_suffix="")
        self._hidden: set[str] = set()
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = Day()
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

    def _hide_persons(self, instance: Any) -> None:
        for name in private_fields(type(instance)):
            if name in self.fields and getattr(instance, name):
                self.initial[name] = ""
                self.fields[name].help_text = f"现为{shown(instance, name)}，不改请留空。"
                self._hidden.add(name)


class OccupancyForm(KeptForm):
    """Who holds what from when to when, and at what rent."""

    area = AreaField("面积", least=_LEAST)

    class Meta:
        model = Occupancy
        fields: ClassVar = [
            "firm",
            "place",
            "area",
            "tenure",
            "lessor",
            "since",
            "until",
            "contract",
            "rent",
            "rises",
            "months",
            "free_until",
            "deposit",
            "is_counted",
            "note",
        ]


class TenantForm(KeptForm):
    """An enterprise."""

    industry = forms.ChoiceField(
        label="行业（GB/T 4754）",
        required=False,
        choices=lambda: [("", "未填"), *industry_choices()],
    )

    class Meta:
        model = Tenant
        fields: ClassVar = [
            "name",
            "code",
            "industry",
            "chain",
            "makes",
            "staff",
            "contact",
            "contact_phone",
            "note",
        ]


class LeaveForm(forms.Form):
    """On which day somebody left, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    day = forms.DateField(label="最后一天", widget=Day())
    reason = forms.CharField(
        label="退出原因", max_length=200, error_messages={"required": "请写明退出原因。"}
    )


class ReceiveForm(forms.Form):
    """Rent that came in."""

    day = forms.DateField(label="到账日期", widget=Day())
    amount = forms.DecimalField(
        label="金额（元）", max_digits=14, decimal_places=2, help_text="冲正填负数。"
    )
    paper = forms.CharField(label="凭证", max_length=80, required=False)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="理由", max_length=200, error_messages={"required": "请写明理由。"}
    )


class SpanForm(forms.Form):
    """From a day to a day."""

    first = forms.DateField(label="从", widget=Day())
    last = forms.DateField(label="到", widget=Day())

    def clean(self) -> dict[str, Any]:
        """A time that does not run backwards."""
        given = dict(super().clean() or {})
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", "结束日期早于开始日期。")
        return given
