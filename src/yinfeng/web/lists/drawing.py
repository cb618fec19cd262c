"""The rows of a list as marks of a page, drawn without a template.

Fifty rows of eleven cells are five thousand look-ups for the language of templates, two thirds of
what a page took. Whatever comes from a record goes through `escape` here: nothing is trusted. The
bar of filters and the table of columns are drawn here for the same reason.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from yinfeng.web.lists.columns import Cell, Column

if TYPE_CHECKING:
    from yinfeng.web.lists.asking import Asked
    from yinfeng.web.lists.forms import ColumnsForm
    from yinfeng.web.lists.sheets import Row, Sheet


def rows(sheet: "Sheet") -> SafeString:
    """The rows of the page, one after the other."""
    if not sheet.rows:
        return SafeString("")
    may_pick, columns = sheet.may_pick, sheet.asked.shown
    heads = [(_kind(column), escape(column.title)) for column in columns]
    drawn = (_row(row, heads, may_pick=may_pick) for row in sheet.rows)
    return _safe("".join(drawn))


def bar(asked: "Asked") -> SafeString:
    """The inputs of the bar of filters; a telephone shows all but the first on demand."""
    opened = " checked" if asked.chips else ""
    more = (
        f'<input type="checkbox" id="more-filters" class="unseen"{opened}>'
        '<label for="more-filters" class="more">更多筛选</label><div class="rest">'
    )
    drawn = [_boxes(one) if _has_boxes(one) else _input(one) for one in asked.form]
    if len(drawn) > 1:
        drawn = [drawn[0], more, *drawn[1:], "</div>"]
    return _safe("".join(drawn))


def columns(form: "ColumnsForm") -> SafeString:
    """A row for each column: whether it is shown, and at which place."""
    return _safe("".join(_column(*line) for line in form.lines()))


def _column(key: str, label: str, is_shown: bool, place: int) -> str:
    key, label, ticked = escape(key), escape(label), " checked" if is_shown else ""
    return (
        f'<tr><td><label class="tick"><input type="checkbox" name="see_{key}"{ticked}> {label}'
        f'</label></td><td><input name="place_{key}" value="{place}" inputmode="numeric" size="2"'
        f' aria-label="{label}的次序"></td></tr>'
    )


def _row(row: "Row", heads: list[tuple[str, str]], *, may_pick: bool) -> str:
    key, label = escape(str(row.pk)), escape(row.label)
    pick = (
        '<td class="pick-row"><input type="checkbox" form="picked" name="row"'
        f' value="{key}" aria-label="选中{label}"></td>'
        if may_pick
        else ""
    )
    first, *others = row.cells
    says = escape(first.says)
    if row.address:
        says = f'<a href="{escape(row.address)}">{says or label}</a>'
    notes = "".join(_note(*note) for note in row.notes)
    cells = "".join(
        _cell(cell, kind, title) for cell, (kind, title) in zip(others, heads[1:], strict=True)
    )
    return f'<tr data-row="{key}">{pick}\n<th scope="row">{says}{notes}</th>{cells}\n</tr>'


def _cell(cell: Cell, kind: str, title: str) -> str:
    says = escape(cell.says)
    look = kind or (' class="short"' if cell.is_short else "")
    if cell.proof:
        quote, source, address = map(escape, map(str, cell.proof))
        says = f'<a class="proof" href="{address}" title="“{quote}”（{source}）">{says}</a>'
    elif cell.tone:
        says = f'<span class="tag {escape(cell.tone)}">{says}</span>'
    return f'\n<td{look} data-label="{title}">{says}</td>'


def _note(severity: str, label: str, count: int) -> str:
    severity, label = escape(severity), escape(label)
    return f' <span class="tag note-{severity}" title="{label}{count}条">{label}{count}</span>'


def _kind(column: Column) -> str:
    return ' class="number"' if column.is_number else ""


def _has_boxes(field: forms.BoundField) -> bool:
    return isinstance(field.field, forms.MultipleChoiceField)


def _input(field: forms.BoundField) -> str:
    label, called = conditional_escape(field.label), escape(field.id_for_label)
    return f'<div class="input"><label for="{called}">{label}</label>{field}</div>'


def _boxes(field: forms.BoundField) -> str:
    label, chosen = conditional_escape(field.label), _values(field)
    count = f'<span class="count">{len(chosen)}</span>' if chosen else ""
    boxes = "".join(_drawn_boxes(field, frozenset(map(str, chosen))))
    return (
        f'<details class="drop pick"><summary>{label}{count}</summary>\n'
        f'<fieldset><legend class="unseen">{label}</legend>{boxes}</fieldset></details>\n'
    )


def _drawn_boxes(field: forms.BoundField, chosen: frozenset[str]) -> Iterator[str]:
    name, called = escape(field.html_name), escape(field.auto_id)
    choices: Any = field.field.choices  # type: ignore[attr-defined]
    for at, (key, label) in enumerate(choices):
        ticked = " checked" if str(key) in chosen else ""
        says = conditional_escape(label)
        yield (
            f'<label class="tick" for="{called}_{at}"><input type="checkbox" name="{name}"'
            f' value="{escape(str(key))}" id="{called}_{at}"{ticked}> {says}</label>'
        )


def _values(field: forms.BoundField) -> list[object]:
    return list(field.value() or ())


def _safe(drawn: str) -> SafeString:
    # Every piece that is not ours went through escape.
    return mark_safe(drawn)  # noqa: S308
