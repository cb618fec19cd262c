"""Inputs of forms, drawn without a template each: the bar of a list alone has forty.

What is drawn is what Django's own templates draw, mark for mark, but for the dashes of a choice not
made yet: words stand there. What is not known here is left to the templates. The setting
FORM_RENDERER names it.
"""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.formats import localize
from django.utils.html import conditional_escape

from yinfeng.web.shell.stars import Starred

_HERE = "django/forms/widgets/"
_DASHES = "-" * 9
_Told = Mapping[str, Any]


class Inputs(DjangoTemplates):
    """The inputs of every form of the house."""

    bound_field_class = Starred

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """The input that the template would draw."""
        drawn = _DRAWN.get(template_name)
        if drawn is None:
            return super().render(template_name, context, request)
        return drawn(context["widget"])


def _input(widget: _Told) -> str:
    value = widget["value"]
    held = "" if value is None else f' value="{_said(value)}"'
    name, attributes = _said(widget["name"]), _attributes(widget)
    return f'<input type="{_said(widget["type"])}" name="{name}"{held}{attributes}>'


def _ticked(widget: _Told) -> str:
    drawn = _input(widget)
    if not widget.get("wrap_label"):
        return drawn
    called = widget["attrs"].get("id")
    points = f' for="{_said(called)}"' if called else ""
    return f"<label{points}>{drawn} {_shown(widget['label'])}</label>"


def _boxes(widget: _Told) -> str:
    own = widget["attrs"]
    marks = (f' {key}="{_shown(own[key])}"' for key in ("id", "class") if own.get(key))
    return f"<div{''.join(marks)}>{''.join(_groups_of_boxes(widget))}\n</div>"


def _groups_of_boxes(widget: _Told) -> Iterator[str]:
    for group, options, _ in widget["optgroups"]:
        if group:
            yield f"\n  <div><label>{_shown(group)}</label>"
        for option in options:
            yield f"<div>\n    {_ticked(option)}</div>"
        if group:
            yield "\n  </div>"


def _area(widget: _Told) -> str:
    value = widget["value"]
    held = _shown(value) if value else ""
    return f'<textarea name="{_said(widget["name"])}"{_attributes(widget)}>\n{held}</textarea>'


def _select(widget: _Told) -> str:
    options = "".join(_groups(widget))
    return f'<select name="{_said(widget["name"])}"{_attributes(widget)}>{options}\n</select>'


def _groups(widget: _Told) -> Iterator[str]:
    for group, options, _ in widget["optgroups"]:
        if group:
            yield f'\n  <optgroup label="{_shown(group)}">'
        for option in options:
            value, label = _said(option["value"]), _shown(option["label"])
            if label == _DASHES:
                label = "请选择" if widget["required"] else "不选"
            yield f'\n  <option value="{value}"{_attributes(option)}>{label}</option>'
        if group:
            yield "\n  </optgroup>"


def _attributes(widget: _Told) -> str:
    return "".join(
        f" {_said(name)}" if value is True else f' {_said(name)}="{_said(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _said(value: Any) -> str:
    """A value of an attribute, as its words."""
    return conditional_escape(value) if hasattr(value, "__html__") else escape(str(value))


def _shown(value: Any) -> str:
    """Words between tags: numbers and days as the language writes them."""
    return escape(value) if type(value) is str else conditional_escape(localize(value))


_DRAWN: Mapping[str, Callable[[_Told], str]] = {
    **{
        f"{_HERE}{kind}.html": _input
        for kind in (
            "text",
            "number",
            "email",
            "url",
            "password",
            "hidden",
            "date",
            "datetime",
            "time",
            "checkbox",
            "file",
            "search",
            "tel",
            "color",
            "input",
        )
    },
    f"{_HERE}checkbox_option.html": _ticked,
    f"{_HERE}radio_option.html": _ticked,
    **{f"{_HERE}{kind}.html": _boxes for kind in ("checkbox_select", "radio", "multiple_input")},
    f"{_HERE}textarea.html": _area,
    f"{_HERE}select.html": _select,
}
