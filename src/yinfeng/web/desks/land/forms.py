"""Forms of land: one made for each kind of record; an area is typed in mu or square metres."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.db import models

from yinfeng.mapping.areas import NotAnArea, area_written
from yinfeng.web.desks.land.models import Block, Kept, Park
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.forms import Day

_NOTHING = "不写明"
_MOST = Decimal(10) ** 14
# What belongs to one of very many is not chosen from a list: it is kept on the page of that one.
_FEW: tuple[type[models.Model], ...] = (Park, Block)

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Kept]
else:
    _ModelForm = forms.ModelForm


class Area(forms.CharField):
    """An area as people write it, in square metres when it comes out."""

    def __init__(self, label: str, *, required: bool) -> None:
        help_text = "不写单位就是㎡，也可以写：120亩、8公顷"
        super().__init__(label=label, required=required, max_length=40, help_text=help_text)

    def prepare_value(self, value: Any) -> Any:
        """The square metres with their unit, as they are read again."""
        return f"{value.normalize():f}㎡" if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        """The square metres."""
        words = super().clean(value)
        if not words:
            return None
        try:
            area = area_written(words)
        except NotAnArea as error:
            raise forms.ValidationError(str(error)) from error
        if not 0 <= area < _MOST:
            raise forms.ValidationError("面积应大于零，且写得下。")
        return area


class KeptForm(_ModelForm):
    """A record of one unit: words from the lists, other records from the unit's own."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

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
        first = {**(initial or {}), **({"version": instance.version} if instance else {})}
        super().__init__(data, instance=instance, initial=first, label_suffix="", auto_id=self.ids)
        for name, field in tuple(self.fields.items()):
            self._fit(name, field, unit)

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, for an action."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def _fit(self, name: str, field: forms.Field, unit: OrgUnit) -> None:
        if isinstance(field, forms.DecimalField) and str(field.label).endswith("（㎡）"):
            label = str(field.label).removesuffix("（㎡）")
            self.fields[name] = Area(label, required=field.required)
        elif isinstance(field, forms.DateField):
            field.widget = Day()
        elif isinstance(field, forms.ModelChoiceField):
            _offer(field, unit)
        elif isinstance(field, forms.TypedChoiceField) and not field.required:
            named = [one for one in cast("list[tuple[str, str]]", list(field.choices)) if one[0]]  # type: ignore[arg-type]
            field.choices = [("", _NOTHING), *named]


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="理由", max_length=200, error_messages={"required": "请写明理由。"}
    )


def form_of(model: type[Kept], names: tuple[str, ...]) -> type[KeptForm]:
    """The form of a kind of record with these of its fields."""
    meta = type("Meta", (), {"model": model, "fields": list(names)})
    return type(f"{model.__name__}Form", (KeptForm,), {"Meta": meta})


def _offer(field: Any, unit: OrgUnit) -> None:
    """The unit's own things; of very many only that on whose page one stands."""
    field.empty_label = _NOTHING
    own = field.queryset.model.objects.filter(unit=unit, removed_at=None)
    field.queryset = own.order_by("-pk")
    if field.queryset.model not in _FEW:
        field.widget = forms.HiddenInput()
