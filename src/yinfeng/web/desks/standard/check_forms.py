"""The forms of a check: what was found, and what a person says of it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from yinfeng.lexicon.standard_land import Indicator
from yinfeng.web.desks.standard.actions.checking import Reading
from yinfeng.web.desks.standard.forms import day, figure, words
from yinfeng.web.desks.standard.models import Check
from yinfeng.web.desks.standard.registered import Figure
from yinfeng.web.desks.standard.standing import CheckSheet
from yinfeng.web.store.models import Document


class VersionForm(forms.Form):
    """What every form about a check has: the version that the person was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def fit(self, sheet: CheckSheet, papers: Any) -> None:
        """What this check allows."""


class _Found(VersionForm):
    proof = words("凭据", 300, help_text="如：施工许可证号、竣工验收备案表、税务部门数据。")
    document = forms.ModelChoiceField(
        Document.objects.none(), label="资料", required=False, empty_label="（不选）"
    )

    def fit(self, sheet: CheckSheet, papers: Any) -> None:  # noqa: ARG002
        """The papers to choose from."""
        field: Any = self.fields["document"]
        field.queryset = papers


class DayForm(_Found):
    """Whether it is done, and on which day."""

    is_done = forms.TypedChoiceField(
        label="情况", choices=(("yes", "已完成"), ("no", "还没有完成")),
        coerce=lambda says: says == "yes",
    )  # fmt: skip
    day = day("日期", help_text="已完成的填完成日期，还没有完成的填核查日期。")

    field_order = ("is_done", "day", "proof", "document")

    @property
    def values(self) -> dict[str, Any]:
        """For the action."""
        return dict(self.cleaned_data)


class ValuesForm(_Found):
    """Values of indicators, typed or by their parts."""

    day = day("数据日期")

    def fit(self, sheet: CheckSheet, papers: Any) -> None:
        """The indicators of this check."""
        super().fit(sheet, papers)
        self._indicators = [one.judged.indicator for one in sheet.measured]
        for one in self._indicators:
            for at, (name, unit) in enumerate(one.parts.items()):
                self.fields[f"p{at}_{one.key}"] = figure(f"{name}（{unit}）")
            self.fields[f"v_{one.key}"] = figure(f"或直接填{one.heading}")
            if one.ways:
                choices = [("", "请选"), *((way, way) for way in one.ways)]
                self.fields[f"w_{one.key}"] = forms.ChoiceField(
                    label="口径", required=False, choices=choices
                )

    def begin_with(self, known: Mapping[str, Figure]) -> None:
        """The parts that the house knows of indicators that are typed otherwise."""
        for one in self._indicators:
            for at, name in enumerate(one.parts):
                if name in known:
                    self.initial[f"p{at}_{one.key}"] = f"{known[name].value.normalize():f}"
                    self.fields[f"p{at}_{one.key}"].help_text = known[name].says

    @property
    def groups(self) -> Iterable[tuple[Indicator, list[Any]]]:
        """The fields of each indicator together."""
        for one in self._indicators:
            yield one, [field for field in self.visible_fields() if _is_of(field.name, one.key)]

    @property
    def plain_fields(self) -> list[Any]:
        """The fields that belong to all of them."""
        return [self[name] for name in ("day", "proof", "document")]

    @property
    def values(self) -> dict[str, Any]:
        """For the action."""
        given = self.cleaned_data
        return {
            **{name: given[name] for name in ("version", "day", "proof", "document")},
            "readings": {one.key: self._reading(one) for one in self._indicators},
        }

    def _reading(self, one: Indicator) -> Reading:
        given = self.cleaned_data
        parts: dict[str, Decimal] = {
            name: given[f"p{at}_{one.key}"]
            for at, name in enumerate(one.parts)
            if given.get(f"p{at}_{one.key}") is not None
        }
        return Reading(given.get(f"v_{one.key}"), parts, given.get(f"w_{one.key}", ""))


class SendBackForm(VersionForm):
    """Why it has to be found anew."""

    reason = words("退回的理由", 300)


class DecideForm(VersionForm):
    """What comes of it."""

    result = forms.ChoiceField(label="结论", choices=Check.Result.choices)
    deadline = day("整改期限", required=False, help_text="限期整改必填；违约金并须继续完成的也填。")
    amount = forms.DecimalField(
        label="违约金（万元）", required=False, min_value=Decimal(0), max_digits=14,
        decimal_places=2, help_text="不填就按算出的数。",
    )  # fmt: skip
    paper = words("文号", 120, required=False, help_text="收回必填。")
    reason = words("理由", 300, required=False, help_text="与建议或算出的数不同时必填。")

    def fit(self, sheet: CheckSheet, papers: Any) -> None:  # noqa: ARG002
        """Begins with what is proposed."""
        if sheet.proposal is not None:
            self.initial["result"] = sheet.proposal.propose


class PostponeForm(VersionForm):
    """Until when, and why it is not the enterprise's delay."""

    to = day("顺延到")
    paper = words("认定文号", 120)
    reason = words("原因", 300, help_text="如：政府未按期交地、不可抗力。")


def _is_of(name: str, key: str) -> bool:
    return name.partition("_")[2] == key
