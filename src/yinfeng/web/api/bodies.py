"""What a form of a page asks for, asked for in JSON: the same fields, checked by the same form.

A file is sent as its name and its bytes in base64.
"""

import binascii
from base64 import b64decode
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from ninja import Schema
from pydantic import Field, create_model

from yinfeng.web.api.answers import Unfit


class FileIn(Schema):
    """A file: its name, and its bytes in base64."""

    name: str = Field(min_length=1, max_length=255)
    content: str = Field(min_length=1)


_KINDS: tuple[tuple[type[forms.Field], Any], ...] = (
    (forms.FileField, FileIn),
    (forms.ModelMultipleChoiceField, list[int]),
    (forms.ModelChoiceField, int),
    (forms.MultipleChoiceField, list[str]),
    (forms.BooleanField, bool),
    # A field of decimals is one of whole numbers, too.
    (forms.DecimalField, Decimal),
    (forms.IntegerField, int),
    (forms.DateField, date),
)

# An area may be told with its unit: 30亩.
_AREA = "（㎡）"


def body_of(name: str, form: Any, *, filled: Collection[str] = ()) -> Any:
    """The body that carries the fields of the form; what is *filled* in already may be left out."""
    return body_with(name, form.base_fields, filled=filled)


def body_with(name: str, fields: Mapping[str, forms.Field], *, filled: Collection[str] = ()) -> Any:
    """The body that carries these fields of a form."""
    carried = {key: _carried(key, one, is_filled=key in filled) for key, one in fields.items()}
    return create_model(name, __base__=Schema, **carried)


def _carried(key: str, field: forms.Field, *, is_filled: bool) -> Any:
    kind = next((kind for sort, kind in _KINDS if isinstance(field, sort)), str)
    if str(field.label).endswith(_AREA):
        kind = str
    # Whoever names no version might overwrite what another has written meanwhile.
    is_empty = field.initial is None and not is_filled
    is_asked = (field.required and is_empty) or key == "version"
    first, kinds = (..., kind) if is_asked else (None, kind | None)
    title, described = str(field.label or key), _described(field)
    as_words = True if kind is str else None
    return kinds, Field(first, title=title, description=described, coerce_numbers_to_str=as_words)


def _described(field: Any) -> str:
    """The help of the field, and what may be chosen."""
    chosen = () if isinstance(field, forms.ModelChoiceField) else getattr(field, "choices", ())
    choices = "；".join(f"{key}：{label}" for key, label in chosen if key not in ("", None))
    return " ".join(filter(None, (str(field.help_text), choices)))


def given(body: Schema) -> dict[str, Any]:
    """What was sent, as a form takes it."""
    told: Mapping[str, Any] = body.model_dump(exclude_unset=True)
    return {key: value for key, value in told.items() if value is not None}


def changed(body: Schema) -> dict[str, Any]:
    """What was sent, as a form takes it; null empties a field as a page does."""
    told: Mapping[str, Any] = body.model_dump(exclude_unset=True)
    return {key: "" if value is None else value for key, value in told.items()}


def given_or_first(body: Schema, form: forms.BaseForm) -> dict[str, Any]:
    """What was sent, and of a field of which nothing was sent what stands in the form at first."""
    first = {
        name: form.get_initial_for_field(field, name)
        for name, field in form.fields.items()
        if name != "version" and not isinstance(field, forms.FileField)
    }
    told = {**first, **body.model_dump(exclude_unset=True)}
    # Nought is said: only what is empty and what is not ticked is left out, as a page leaves it.
    return {name: value for name, value in told.items() if value is not None and value is not False}


def files_of(body: Schema) -> dict[str, SimpleUploadedFile]:
    """The files that were sent, as a form takes them."""
    sent = {name: getattr(body, name) for name in type(body).model_fields}
    return {name: _file(name, one) for name, one in sent.items() if isinstance(one, FileIn)}


def _file(field: str, sent: FileIn) -> SimpleUploadedFile:
    try:
        return SimpleUploadedFile(sent.name, b64decode(sent.content, validate=True))
    except (binascii.Error, ValueError) as error:
        raise Unfit({f"body.{field}": ["文件内容要用base64写。"]}) from error


def checked(form: forms.BaseForm) -> dict[str, Any]:
    """What the form made of it, or a refusal that names each field."""
    if not form.is_valid():
        raise Unfit({key: [str(one) for one in told] for key, told in form.errors.items()})
    return dict(form.cleaned_data)
