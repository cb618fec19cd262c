"""The form of a compensation sheet: what it rests on, and a row for each component."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django import forms

from yinfeng.judgement.compensation.sheets import Item
from yinfeng.lexicon.price_books import PriceBook, Way
from yinfeng.web.desks.renewal.models import Sheet
from yinfeng.web.lists.areas import AreaField
from yinfeng.web.shell.forms import Day

_MOST = Decimal(10) ** 13
_ITEMS = 12


class SheetForm(forms.Form):
    """A compensation sheet: what it rests on, and a row for each component."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    valued_on = forms.DateField(label="评估结果送达", required=False, widget=Day())
    appraiser = forms.CharField(label="评估机构", max_length=120, required=False)
    compensated = AreaField("补偿建筑面积", required=False)
    declaration = forms.CharField(
        label="亲属关系申报",
        max_length=200,
        required=False,
        help_text="经办人和审批人的申报，如：均无亲属和特定关系。",
    )
    has_relatives = forms.BooleanField(label="有亲属或特定关系", required=False)

    HEAD: ClassVar = ("valued_on", "appraiser", "compensated", "declaration", "has_relatives")
    COLUMNS: ClassVar = ("component", "kind", "quantity", "factor", "sum")

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        book: PriceBook,
        sheet: Sheet | None = None,
    ) -> None:
        super().__init__(data, initial=_first(sheet), label_suffix="")
        self._book = book
        choices = [("", "—")] + [(one.key, one.label) for one in book.components.values()]
        for at in range(1, _ITEMS + 1):
            labels: dict[str, Any] = {"label_suffix": "", "required": False}
            self.fields[f"component_{at}"] = forms.ChoiceField(
                label=f"第{at}项", choices=choices, **labels
            )
            for name, label in (
                ("kind", "类别"),
                ("quantity", "数量"),
                ("factor", "系数"),
                ("sum", "评估金额"),
            ):
                self.fields[f"{name}_{at}"] = forms.CharField(
                    label=f"第{at}项{label}", max_length=40, **labels
                )

    @property
    def head(self) -> list[Any]:
        """The inputs above the table."""
        return [self[name] for name in self.HEAD]

    @property
    def rows(self) -> list[list[Any]]:
        """The inputs of each row."""
        return [[self[f"{name}_{at}"] for name in self.COLUMNS] for at in range(1, _ITEMS + 1)]

    @property
    def values(self) -> dict[str, Any]:
        """What stands above the table."""
        return {name: self.cleaned_data[name] for name in self.HEAD}

    def items(self) -> list[Item]:
        """The rows that were filled in."""
        found = []
        for at in range(1, _ITEMS + 1):
            key = self.cleaned_data.get(f"component_{at}", "")
            if key:
                found.append(self._item(key, at))
        return found

    def clean(self) -> dict[str, Any]:
        """Each filled row has numbers where it needs them."""
        given = dict(super().clean() or {})
        for at in range(1, _ITEMS + 1):
            for name in ("quantity", "sum"):
                words = str(given.get(f"{name}_{at}", "")).replace(",", "").strip()
                try:
                    number = Decimal(words) if words else None
                except InvalidOperation:
                    number = None
                    self.add_error(f"{name}_{at}", "请写数字。")
                if number is not None and (not number.is_finite() or abs(number) >= _MOST):
                    self.add_error(f"{name}_{at}", "数字太大。")
                    number = None
                given[f"{name}_{at}"] = number
        return given

    def _item(self, key: str, at: int) -> Item:
        given = self.cleaned_data
        quantity = given.get(f"quantity_{at}")
        if quantity is None:
            # A share and an appraised sum are of one thing; of others the quantity is asked for.
            is_one = self._book.components[key].way in (Way.SHARE, Way.APPRAISED)
            quantity = Decimal(1 if is_one else 0)
        return Item(
            component=key,
            kind=given.get(f"kind_{at}", "").strip(),
            quantity=quantity,
            factor=given.get(f"factor_{at}", "").strip(),
            sum=given.get(f"sum_{at}"),
        )


def _first(sheet: Sheet | None) -> dict[str, Any]:
    if sheet is None:
        return {}
    first: dict[str, Any] = {name: getattr(sheet, name) for name in SheetForm.HEAD}
    first["version"] = sheet.version
    for at, line in enumerate(sheet.lines, 1):
        first |= {
            f"component_{at}": line["component"],
            f"kind_{at}": line["kind"],
            f"quantity_{at}": line["entered"],
            f"factor_{at}": line["factor"],
            f"sum_{at}": line["sum"],
        }
    return first
