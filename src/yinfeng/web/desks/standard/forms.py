"""Forms of plots, limits and rules: they check what was typed and save nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator

from yinfeng.judgement.standard.days import LAST_DAY
from yinfeng.judgement.standard.values import Limits, total_of
from yinfeng.lexicon.standard_land import Indicator
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.land.models.kept import choices_of
from yinfeng.web.desks.standard.models import StandardPlot
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.forms import Day

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Any]
else:
    _ModelForm = forms.ModelForm

_ENDS = {"low": "下限", "high": "上限"}
# Of very many parcels these are offered; any other number may be typed.
_OFFERED = 200


def figure(label: str, **more: Any) -> forms.DecimalField:
    """A number that is not below nothing, or left empty."""
    return forms.DecimalField(
        label=label, required=False, min_value=Decimal(0), max_digits=18, decimal_places=6, **more
    )


def words(label: str, longest: int, *, required: bool = True, **more: Any) -> forms.CharField:
    """Words of one line."""
    return forms.CharField(label=label, max_length=longest, required=required, **more)


def day(label: str, *, required: bool = True, **more: Any) -> forms.DateField:
    """A day from which terms can be reckoned."""
    last = MaxValueValidator(LAST_DAY, f"日期最晚到{LAST_DAY.year}年，请核对。")
    return forms.DateField(label=label, required=required, widget=Day(), validators=[last], **more)


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One line of limits: the indicator, its two fields, what is asked, what it means in sum."""

    indicator: Indicator
    low: Any
    high: Any
    asked: str
    total: str
    is_required: bool


class LimitsForm(forms.Form):
    """The limits of indicators, two fields each."""

    def offer(
        self, indicators: Iterable[Indicator], now: Mapping[str, Limits], *,
        asked: Mapping[str, Limits] | None = None, mu: Decimal | None = None,
        required: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """The indicators that may be given limits, with those that stand."""
        self._indicators = tuple(indicators)
        self._asked, self._now, self._mu = dict(asked or {}), dict(now), mu
        self._required = frozenset(required)
        for one in self._indicators:
            for end, word in _ENDS.items():
                if one.bound in (end, "both"):
                    name = f"{end}_{one.key}"
                    self.fields[name] = figure(f"{one.heading}{word}")
                    self.fields[name].widget.attrs["aria-label"] = f"{one.heading}{word}"
                    standing = now.get(one.key)
                    self.initial[name] = getattr(standing, end) if standing else None

    @property
    def limits(self) -> dict[str, Limits]:
        """What was filled in."""
        found = {
            one.key: Limits(
                self.cleaned_data.get(f"low_{one.key}"), self.cleaned_data.get(f"high_{one.key}")
            )
            for one in self._indicators
        }
        return {
            key: one for key, one in found.items() if one.low is not None or one.high is not None
        }

    @property
    def limit_rows(self) -> Iterator[LimitRow]:
        """The lines of the table."""
        for one in self._indicators:
            asked, now = self._asked.get(one.key), self._now.get(one.key)
            yield LimitRow(
                indicator=one,
                low=self[f"low_{one.key}"] if f"low_{one.key}" in self.fields else None,
                high=self[f"high_{one.key}"] if f"high_{one.key}" in self.fields else None,
                asked=asked.says(one.measure) if asked else "",
                total=total_of(one, now, self._mu) if now and self._mu else "",
                is_required=one.key in self._required,
            )

    @property
    def plain_fields(self) -> list[Any]:
        """The fields that are no limits."""
        return [one for one in self.visible_fields() if not one.name.startswith(("low_", "high_"))]


class SetForm(LimitsForm):
    """Indicators of a plot from a day on, with their paper."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    since = day("施行日期")
    paper = words("文号", 120, help_text="写明指标出自哪份文件。")
    reason = words("修改的理由", 300, required=False, help_text="第一次设定不用写。")


class PlotForm(_ModelForm):
    """A parcel as a plot of standard land."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = StandardPlot
        fields: ClassVar = ["parcel", "paper", "assessed", "supply_on", "note"]

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        unit: OrgUnit,
        instance: StandardPlot | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        first = {**(initial or {}), **({"version": instance.version} if instance else {})}
        super().__init__(data, instance=instance, initial=first, label_suffix="")
        self.fields["supply_on"] = day("拟出让日期", required=False)
        if instance is not None:
            del self.fields["parcel"]
            return
        taken = StandardPlot.objects.standing().filter(unit=unit).values("parcel")
        rows = Parcel.objects.standing().filter(unit=unit).exclude(pk__in=taken)
        self.fields["parcel"] = forms.ModelChoiceField(
            rows.defer("shape"),
            label="宗地号",
            to_field_name="number",
            widget=forms.TextInput(attrs={"list": "parcels", "autocomplete": "off"}),
            error_messages={"invalid_choice": "没有这个宗地号，或这宗地已登记为标准地。"},
            help_text="先在“载体”里登记宗地和面积。",
        )
        self.order_fields(["parcel"])
        self.numbers = list(rows.order_by("number").values_list("number", flat=True)[:_OFFERED])

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, for an action."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class GiveBackForm(forms.Form):
    """As what a parcel that was taken back stands in the register."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(label="宗地状态改为")
    reason = words("说明", 200, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, **more: Any) -> None:
        super().__init__(data, label_suffix="", **more)
        labels = dict(choices_of("states"))
        field: Any = self.fields["state"]
        field.choices = [(one, labels[one]) for one in StandardPlot.FREE_AGAIN]


class ReasonForm(forms.Form):
    """Why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = words("理由", 200, error_messages={"required": "请写明理由。"})
