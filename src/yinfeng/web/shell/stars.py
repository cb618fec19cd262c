"""The star of what must be filled in: one way for the fields of every form, explained at the first.

The mark is for the eye only. Whoever listens hears of it from the input, which is `required`.
"""

from typing import Any

from django.forms import BaseForm, Field
from django.forms.boundfield import BoundField
from django.utils.html import format_html

_STAR = '{} <span class="must" aria-hidden="true">＊</span>'
_EXPLAINED = '{} <span class="must" aria-hidden="true">＊<small>必填</small></span>'


class Starred(BoundField):
    """A field of a form whose label bears a star where it may not stay empty."""

    def __init__(self, form: BaseForm, field: "Field", name: str) -> None:
        super().__init__(form, field, name)
        if _is_asked(field):
            words = _EXPLAINED if name == _first_asked(form) else _STAR
            self.label: Any = format_html(words, self.label)


def _is_asked(field: "Field") -> bool:
    return field.required and not field.disabled and not field.widget.is_hidden


def _first_asked(form: BaseForm) -> str:
    return next(name for name, field in form.fields.items() if _is_asked(field))
