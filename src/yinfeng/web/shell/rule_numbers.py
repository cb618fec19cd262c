"""Numbers of a file of rules in a form: each beside the house's, saved as a row of the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from yinfeng.lexicon.adjusting import KINDS, Adjustable, Adjusting, Value, adjusting
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.forms import Day
from yinfeng.web.shell.office_files import OfficeFile

_MOST = 10_000_000
# Which of the forms of a page was sent.
SENT = "numbers"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which numbers a room offers: the file, and what of the room's own row says that it is it."""

    key: str
    column: str = "kind"
    file: str = ""

    @property
    def which(self) -> Mapping[str, str]:
        """What the room's own row says of itself."""
        return {self.column: self.file or self.key}

    @property
    def name(self) -> str:
        """What tells the form from the others of the page."""
        return "-".join(filter(None, (self.key, self.file)))

    def read(self) -> Adjusting:
        """The numbers."""
        return adjusting(self.key, self.file)


@dataclass(frozen=True, slots=True)
class Line:
    """One number as the form shows it."""

    told: Adjustable
    count: BoundField
    kind: BoundField | None


class NumbersForm(forms.Form):
    """The numbers as they hold for the office, from which day the new ones do, and why."""

    version = forms.CharField(
        label="版本", max_length=40, help_text="本单位办法的名称和年度，如“云泽镇2026”。"
    )
    since = forms.DateField(label="施行日期", widget=Day())
    reason = forms.CharField(
        label="依据或理由",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "请写明依据或理由。"},
    )

    def __init__(
        self, data: Any = None, *, told: Adjusting, overlay: str, name: str, today: date
    ) -> None:
        super().__init__(data, initial={"since": today}, label_suffix="", auto_id=f"{name}-%s")
        self._told, self._overlay = told, overlay
        self._held = told.values(overlay)
        for one in self._offered():
            count, kind = self._held[one.name]
            self.fields[one.name] = forms.IntegerField(
                label=one.says, min_value=0, max_value=_MOST, initial=count
            )
            if one.sort in KINDS:
                self.fields[_kind(one)] = forms.ChoiceField(
                    label=f"{one.says}的单位", choices=list(KINDS[one.sort].items()), initial=kind
                )

    def _offered(self) -> list[Adjustable]:
        return [one for one in self._told.numbers if one.name in self._held]

    @property
    def lines(self) -> list[Line]:
        """The numbers in the order of the file."""
        return [
            Line(one, self[one.name], self[_kind(one)] if one.sort in KINDS else None)
            for one in self._offered()
        ]

    @property
    def rest(self) -> list[BoundField]:
        """What else is asked."""
        return [self[name] for name in ("version", "since", "reason")]

    def clean(self) -> dict[str, Any]:
        """Something must have changed."""
        given = dict(super().clean() or {})
        if not self.errors and self._values(given) == self._held:
            raise forms.ValidationError("没有改动任何数字。改好再保存。")
        return given

    def laid(self) -> dict[str, Any]:
        """What the room's own action is given: the file, its day and the reason."""
        given = self.cleaned_data
        values, basis = self._values(given), given["reason"]
        text = self._told.file(self._overlay, values, given["version"], basis)
        return {"text": text, "since": given["since"], "reason": basis}

    def _values(self, given: Mapping[str, Any]) -> dict[str, Value]:
        return {one.name: (given[one.name], given.get(_kind(one), "")) for one in self._offered()}


def form_of(
    numbers: Numbers, model: type[OfficeFile], unit: OrgUnit, today: date, data: Any = None
) -> NumbersForm:
    """The form of these numbers as they hold for the unit today."""
    overlay = model._default_manager.all().text(unit, today, **numbers.which)
    is_sent = data is not None and data.get(SENT) == numbers.name
    return NumbersForm(
        data if is_sent else None,
        told=numbers.read(),
        overlay=overlay,
        name=numbers.name,
        today=today,
    )


def _kind(one: Adjustable) -> str:
    return f"{one.name}__kind"
