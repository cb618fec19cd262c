"""The small forms of a list: which columns, and under what name a question is kept."""

from collections.abc import Mapping

from django import forms
from django.http import QueryDict

from yinfeng.web.lists.asking import Asked

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
