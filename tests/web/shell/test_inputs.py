"""Inputs drawn without templates say what Django's own templates say."""

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from yinfeng.web.shell.inputs import Inputs

_SLY = "<script>\"&'</script>"
_CHOICES = (
    ("", "不限"),
    (_SLY, _SLY),
    ("组", ((1, "一"), (2, mark_safe("<b>二</b>")))),
    (1234567, 1234567),
)
_ATTRIBUTES = {"id": "f_x", "class": "a b", "required": True, "disabled": False, "data-x": _SLY}
_PLAIN = (
    forms.TextInput,
    forms.NumberInput,
    forms.EmailInput,
    forms.URLInput,
    forms.PasswordInput,
    forms.HiddenInput,
    forms.DateInput,
    forms.DateTimeInput,
    forms.TimeInput,
    forms.CheckboxInput,
    forms.FileInput,
    forms.ClearableFileInput,
    forms.Textarea,
)
_CHOOSING = (
    forms.Select,
    forms.SelectMultiple,
    forms.RadioSelect,
    forms.CheckboxSelectMultiple,
)


class _Marks(HTMLParser):
    """Tags with their attributes, and words without the space around them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(data.strip())


def _marks(text: str) -> list[object]:
    reader = _Marks()
    reader.feed(text)
    return reader.found


def _widgets() -> Iterator[forms.Widget]:
    for plain in _PLAIN:
        yield plain()
    for choosing in _CHOOSING:
        yield choosing(choices=_CHOICES)


@pytest.mark.parametrize("widget", tuple(_widgets()), ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("value", [None, "", _SLY, "1", ["1", _SLY], date(2026, 3, 18), True])
def test_an_input_is_drawn_as_the_template_draws_it(widget: forms.Widget, value: object) -> None:
    drawn = widget.render(_SLY, value, attrs=_ATTRIBUTES, renderer=Inputs())
    by_template = widget.render(_SLY, value, attrs=_ATTRIBUTES, renderer=DjangoTemplates())
    assert _marks(drawn) == _marks(by_template)


def test_each_box_of_a_choice_is_drawn_as_the_template_draws_it() -> None:
    class Boxes(forms.Form):
        one = forms.MultipleChoiceField(choices=_CHOICES, widget=forms.CheckboxSelectMultiple)

    form = Boxes({"one": [_SLY, "2"]}, renderer=Inputs())
    by_template = Boxes({"one": [_SLY, "2"]}, renderer=DjangoTemplates())
    drawn = [_marks(str(box)) for box in form["one"]]
    assert drawn == [_marks(str(box)) for box in by_template["one"]]


def test_words_of_a_person_never_become_marks_of_the_page() -> None:
    drawn = forms.TextInput().render("q", '"><script>x</script>', renderer=Inputs())
    assert "<script" not in drawn
    assert '"">' not in drawn


@pytest.mark.parametrize(("is_required", "says"), [(True, "请选择"), (False, "不选")])
def test_a_choice_that_is_not_made_yet_is_words(is_required: bool, says: str) -> None:
    widget = forms.Select(choices=[("", "-" * 9), ("1", "一")])
    widget.is_required = is_required
    assert says in _marks(widget.render("kind", None, renderer=Inputs()))
