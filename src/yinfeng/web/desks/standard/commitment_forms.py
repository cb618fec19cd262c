"""The form of a commitment: contract, money, values, days, and penalties as expressions."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from yinfeng.mapping.areas import NotAnArea, area_written
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.standard.forms import LimitsForm, day, figure, words
from yinfeng.web.desks.standard.models import Commitment, StandardPlot
from yinfeng.web.desks.standard.rules import Rules
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Document

_MOST = 60
_FIELDS = ("firm", "paper", "signed", "handed_over", "price", "deposit", "note")
_THINGS = ("project", "agreement", "document")


def _choice(label: str, model: Any) -> "forms.ModelChoiceField[Any]":
    return forms.ModelChoiceField(
        model.objects.none(), label=label, required=False, empty_label="（不选）"
    )


class CommitForm(LimitsForm):
    """What an enterprise promises for a plot."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    firm = words("企业", 120)
    paper = words("合同或监管协议编号", 120)
    signed = day("签订日期")
    handed_over = day("交地日期", required=False)
    price = figure("土地价款（万元）", help_text="不填时按价款计的违约金算不出来。")
    deposit = figure("履约保证金（万元）")
    area = words("用地面积", 40, required=False, help_text="不填就是宗地面积；也可以写：40亩。")
    others = words(
        "一并承诺的其他宗地",
        300,
        required=False,
        help_text="一份合同几宗地的，写其他标准地的宗地号，用顿号分开；指标从严，面积合计。",
    )
    project = _choice("项目", Project)
    agreement = _choice("协议", Agreement)
    document = _choice("资料", Document)
    note = words("备注", 300, required=False)
    reason = words("修改的依据", 300, required=False, help_text="如：补充协议编号。")

    def fit(self, plot: StandardPlot, user: User, rules: Rules, made: Commitment | None) -> None:
        """What this plot, this person and these rules allow."""
        unit = plot.unit
        self._choices("project", Project.objects.visible_to(user).filter(unit=unit), made)
        self._choices("agreement", Agreement.objects.visible_to(user).filter(unit=unit), made)
        self._choices("document", Document.objects.visible_to(user).filter(unit=unit), made)
        self._points = {key: one for key, one in rules.checks.points.items() if one.window is None}
        agreed, own = (made.agreed, made.formulas) if made else ({}, {})
        for key, point in self._points.items():
            usual = f"{rules.checks.start_of(point)}后{point.term.says}"
            self.fields[f"on_{key}"] = day(
                f"约定{point.label}日期", required=False, help_text=f"不填时：{usual}"
            )
            self.initial[f"on_{key}"] = agreed.get(key)
        self._owing = {
            **{key: one.label for key, one in rules.checks.points.items() if one.asks_day},
            **{key: one.label for key, one in rules.indicators.indicators.items()},
        }
        for key, label in self._owing.items():
            owed = rules.penalties.of_day(key) or rules.penalties.of_indicator(key)
            names = rules.penalties.day_names
            names = names if key in rules.checks.points else rules.penalties.value_names
            self.fields[f"f_{key}"] = words(
                label, 400, required=False, help_text=f"不填时：{owed.formula.formula}"
            )
            self.initial[f"f_{key}"] = own.get(key, "")
            self.fields[f"f_{key}"].widget.attrs["title"] = f"可以用：{'、'.join(names)}"
        self._unit = unit
        if made is None:
            del self.fields["reason"]
        else:
            # The plots of a contract are those with which it was put down.
            del self.fields["others"]
            self.fields["reason"].required = True
            self._stands(made)

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in besides limits, days and expressions."""
        found = {name: self.cleaned_data[name] for name in (*_FIELDS, *_THINGS)}
        if self.cleaned_data["area"] is not None:
            found["area"] = self.cleaned_data["area"]
        if "others" in self.fields:
            found["others"] = self.cleaned_data["others"]
        return found

    def clean_others(self) -> list[StandardPlot]:
        """The further plots, by the numbers of their parcels."""
        numbers = [one for one in re.split(r"[、，,；;\s]+", self.cleaned_data["others"]) if one]
        rows = StandardPlot.objects.standing().filter(unit=self._unit)
        found = {
            one.parcel.number: one
            for one in rows.filter(parcel__number__in=numbers).select_related("parcel", "unit")
        }
        if missing := [one for one in numbers if one not in found]:
            raise forms.ValidationError(f"没有登记为标准地的宗地号：{'、'.join(missing)}。")
        return [found[one] for one in dict.fromkeys(numbers)]

    @property
    def agreed(self) -> dict[str, date | None]:
        """The days of the contract."""
        return {key: self.cleaned_data.get(f"on_{key}") for key in self._points}

    @property
    def formulas(self) -> dict[str, str]:
        """The expressions of the contract."""
        return {key: self.cleaned_data.get(f"f_{key}", "") for key in self._owing}

    def clean_area(self) -> Decimal | None:
        """The square metres; nothing is the plot's own area."""
        told = self.cleaned_data["area"]
        if not told:
            return None
        try:
            return area_written(told)
        except NotAnArea as error:
            raise forms.ValidationError(str(error)) from error

    @property
    def contract_fields(self) -> list[Any]:
        """Contract, money and what it belongs to."""
        return [one for one in self.plain_fields if not one.name.startswith(("on_", "f_"))]

    @property
    def day_fields(self) -> list[Any]:
        """The days of the contract."""
        return [one for one in self.visible_fields() if one.name.startswith("on_")]

    @property
    def formula_fields(self) -> list[Any]:
        """The expressions of the contract."""
        return [one for one in self.visible_fields() if one.name.startswith("f_")]

    def _choices(self, name: str, rows: Any, made: Commitment | None) -> None:
        keys = list(rows.order_by("-pk").values_list("pk", flat=True)[:_MOST])
        own = getattr(made, f"{name}_id") if made else None
        field: Any = self.fields[name]
        field.queryset = rows.model.objects.filter(pk__in=[*keys, *([own] if own else [])])

    def _stands(self, made: Commitment) -> None:
        names: Mapping[str, Any] = {name: getattr(made, name) for name in (*_FIELDS, *_THINGS)}
        for name, value in names.items():
            self.initial[name] = value.pk if name in _THINGS and value else value
        self.initial["area"] = f"{made.area.normalize():f}㎡"
        self.initial["version"] = made.version
