"""The field in which an area is typed: 120亩, 1.2万亩, 8公顷, 68507.52㎡ become square metres."""

from decimal import Decimal
from typing import Any

from django import forms

from yinfeng.mapping.areas import NotAnArea, area_written

_MOST = Decimal(10) ** 14
_EXAMPLES = "不写单位就是㎡，也可以写：120亩、8公顷"


class AreaField(forms.CharField):
    """An area as people write it, a bare number in square metres; not less than *least*."""

    def __init__(
        self,
        label: str,
        *,
        required: bool = True,
        least: Decimal = Decimal(0),
        most: Decimal = _MOST,
        help_text: str = _EXAMPLES,
    ) -> None:
        super().__init__(label=label, required=required, max_length=40, help_text=help_text)
        self._least, self._most = least, most

    def prepare_value(self, value: Any) -> Any:
        """The square metres with their unit, as they are read again."""
        return f"{value.normalize():f}㎡" if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        """The square metres; nothing where nothing was typed and nothing has to be."""
        words = super().clean(value)
        if not words:
            return None
        try:
            area = area_written(words)
        except NotAnArea as error:
            raise forms.ValidationError(str(error)) from error
        if area < self._least:
            least = f"至少{self._least.normalize():f}㎡" if self._least else "不能小于零"
            raise forms.ValidationError(f"面积{least}，请核对数字和单位。")
        if area >= self._most:
            raise forms.ValidationError("面积太大，请核对数字和单位。")
        return area
