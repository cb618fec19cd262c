"""What a form of a page asks for, asked for in JSON: the same fields, checked by the same form."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from ninja import Schema
from pydantic import Field, create_model

from yinfeng.web.api.answers import Unfit

_KINDS: tuple[tuple[type[forms.Field], Any], ...] = (
    (forms.ModelChoiceField, int),
    (forms.BooleanField, bool),
    (forms.IntegerField, int),
    (forms.DecimalField, Decimal),
    (forms.DateField, date),
)


def body_of(name: str, form: Any) -> Any:
    """The body that carries the fields of the form."""
    fields: dict[str, Any] = {}
    for key, field in form.base_fields.items():
        kind = next((kind for sort, kind in _KINDS if isinstance(field, sort)), str)
        first, kinds = (..., kind) if field.required else (None, kind | None)
        fields[key] = (
            kinds,
            Field(
                first,
                title=str(field.label or key),
                description=_described(field),
                coerce_numbers_to_str=True if kind is str else None,
            ),
        )
    return create_model(name, __base__=Schema, **fields)


def _described(field: Any) -> str:
    """The help of the field, and what may be chosen."""
    chosen = () if isinstance(field, forms.ModelChoiceField) else getattr(field, "choices", ())
    choices = "；".join(f"{key}：{label}" for key, label in chosen if key not in ("", None))
    return " ".join(filter(None, (str(field.help_text), choices)))


def given(body: Schema) -> dict[str, Any]:
    """What was sent, as a form takes it."""
    told: Mapping[str, Any] = body.model_dump(exclude_unset=True)
    return {key: value for key, value in told.items() if value is not None}


def checked(form: forms.BaseForm) -> dict[str, Any]:
    """What the form made of it, or a refusal that names each field."""
    if not form.is_valid():
        raise Unfit({key: [str(one) for one in told] for key, told in form.errors.items()})
    return dict(form.cleaned_data)
