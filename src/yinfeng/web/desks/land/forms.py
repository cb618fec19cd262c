"""Forms of land: one made for each kind of record; an area is typed in mu or square metres."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.db import models

from yinfeng.web.desks.land.models import Block, Kept, Park
from yinfeng.web.lists.areas import AreaField
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.forms import Day

_NOTHING = "不写明"
# What belongs to one of very many is not chosen from a list: it is kept on the page of that one.
_FEW: tuple[type[models.Model], ...] = (Park, Block)

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Kept]
else:
    _ModelForm = forms.ModelForm


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
            self.fields[name] = AreaField(label, required=field.required)
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
