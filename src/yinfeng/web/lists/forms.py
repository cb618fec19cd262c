"""The forms of a list: columns, questions kept, sheets, fields of the office, notes."""

import re
from collections.abc import Mapping

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.safestring import SafeString

from yinfeng.web.lists import drawing
from yinfeng.web.lists.asking import Asked
from yinfeng.web.lists.models import CustomField, Note
from yinfeng.web.people.models import OrgUnit

_NOT_KEPT = ("page", "saved")


class ColumnsForm(forms.Form):
    """A tick and a place for each column."""

    def __init__(self, data: Mapping[str, str] | None = None, *, asked: Asked) -> None:
        super().__init__(data)
        self._asked = asked
        self._places = {column.key: at for at, column in enumerate(asked.shown, 1)}

    def lines(self) -> list[tuple[str, str, bool, int]]:
        """Each column: key, label, whether it is shown, and its place; the shown ones first."""
        last = len(self._places) + 1
        lines = [
            (c.key, c.label, c.key in self._places, self._places.get(c.key, last))
            for c in self._asked.columns
        ]
        return sorted(lines, key=lambda line: line[3])

    @property
    def drawn(self) -> SafeString:
        """The lines as the page shows them."""
        return drawing.columns(self)

    def chosen(self) -> list[str]:
        """The keys that were ticked, in the order of the places that were typed."""
        ticked = [c.key for c in self._asked.columns if self.data.get(f"see_{c.key}")]
        return sorted(ticked, key=self._place)

    def _place(self, key: str) -> int:
        typed = str(self.data.get(f"place_{key}", ""))
        return int(typed) if typed.isdecimal() else len(self._asked.columns)


class SaveForm(forms.Form):
    """A name for a question."""

    name = forms.CharField(label="名称", max_length=40)
    query = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)
    is_shared = forms.BooleanField(label="本单位共用", required=False)

    def clean_query(self) -> str:
        """The question, without the page it happened to show."""
        return self.question().urlencode()

    def question(self) -> QueryDict:
        """The question from which the form was sent."""
        query = QueryDict(str(self.data.get("query", "")), mutable=True)
        for name in _NOT_KEPT:
            query.pop(name, None)
        return query


class ReasonForm(forms.Form):
    """Why; whether a reason is compulsory is for the action to say."""

    reason = forms.CharField(label="理由", required=False, max_length=200)


class SheetForm(forms.Form):
    """A sheet, and the unit to which its rows belong unless they say another."""

    sheet = forms.FileField(
        label="选择表格",
        allow_empty_file=True,
        max_length=255,
        error_messages={"required": "请先选择要导入的表格。"},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.et,.ods,.csv"}),
    )
    unit = forms.ModelChoiceField(
        label="归属单位",
        queryset=OrgUnit.objects.none(),
        empty_label=None,
        error_messages={"required": "请选择归属单位。", "invalid_choice": "请选择归属单位。"},
    )

    def __init__(
        self, data: object = None, files: object = None, *, units: QuerySet[OrgUnit], unit: OrgUnit
    ) -> None:
        super().__init__(data, files, initial={"unit": unit}, label_suffix="")  # type: ignore[arg-type]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class FieldForm(forms.Form):
    """A field that the office adds."""

    label = forms.CharField(label="名称", max_length=20)
    kind = forms.ChoiceField(label="类型", choices=CustomField.Kind.choices)
    measure = forms.CharField(
        label="计量单位", required=False, max_length=10, help_text="只用于数字，如：万元、亩"
    )
    choices = forms.CharField(
        label="选项", required=False, max_length=1000, help_text="只用于选项，用顿号隔开"
    )

    def clean_choices(self) -> list[str]:
        """The choices, one by one."""
        words: str = self.cleaned_data["choices"]
        return [one.strip() for one in re.split(r"[、，,;；\n]", words) if one.strip()]


class NoteForm(forms.Form):
    """A note in the journal."""

    severity = forms.ChoiceField(label="轻重", choices=Note.Severity.choices)
    says = forms.CharField(
        label="内容",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写明要记的内容。"},
    )
