"""Forms of siting: they check what was typed and save nothing; an area is typed in mu or ㎡."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from yinfeng.lexicon.land import words
from yinfeng.lexicon.siting import siting_rules
from yinfeng.web.desks.siting.models import SitingNeed, Terms
from yinfeng.web.desks.siting.offering import split
from yinfeng.web.lists.areas import AreaField
from yinfeng.web.shell.forms import Day

_LEAST, _MOST = Decimal(1), Decimal(10) ** 11

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Any]
else:
    _ModelForm = forms.ModelForm


def _pipes() -> list[tuple[str, str]]:
    labels = words("pipes")
    return [(labels[key], labels[key]) for key in siting_rules().pipes if key in labels]


class NeedForm(_ModelForm):
    """A project's need, with the version that the person was shown."""

    low = AreaField("面积下限", least=_LEAST, most=_MOST)
    high = AreaField("面积上限", least=_LEAST, most=_MOST)
    pipes = forms.MultipleChoiceField(
        label="须通的管网", choices=_pipes, required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = SitingNeed
        fields: ClassVar = [
            "on", "low", "high", "priority", "wanted_by", "environment", "investment", "tax",
            "power", "floor_height", "load", "pipes", "chain", "wishes", "avoids", "note",
        ]  # fmt: skip
        widgets: ClassVar = {"wanted_by": Day()}

    def __init__(self, data: Any = None, *, instance: Any = None, initial: Any = None) -> None:
        first = {**(initial or {}), **({"version": instance.version} if instance else {})}
        if instance is not None:
            first["pipes"] = [one for one in instance.pipes.split("、") if one]
        super().__init__(data, instance=instance, initial=first, label_suffix="")

    def clean_pipes(self) -> str:
        """The labels joined, as the register of land keeps them."""
        return "、".join(self.cleaned_data["pipes"])

    def clean(self) -> dict[str, Any]:
        """What holds between fields."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        low, high = given.get("low"), given.get("high")
        if low is not None and high is not None and high < low:
            self.add_error("high", "上限不能小于下限。")
        chain = given.get("chain", "")
        if chain and chain in split(given.get("avoids", "")):
            self.add_error("avoids", "不能避让自己的产业链。")
        for name in ("investment", "tax", "power", "floor_height", "load"):
            if given.get(name) is not None and given[name] < 0:
                self.add_error(name, "不能是负数。")
        return given

    @property
    def values(self) -> Mapping[str, Any]:
        """What was filled in, for an action."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class TermsForm(_ModelForm):
    """The terms of a park or a parcel."""

    class Meta:
        model = Terms
        fields: ClassVar = ["environment", "investment", "tax", "splits", "joins", "basis"]

    def __init__(self, data: Any = None, *, instance: Any = None) -> None:
        super().__init__(data, instance=instance, label_suffix="")


class PromiseForm(forms.Form):
    """A lot and how much of it."""

    place = forms.CharField(max_length=40, widget=forms.HiddenInput)
    area = AreaField("承诺面积", least=_LEAST, most=_MOST)
    reason = forms.CharField(label="理由", max_length=300)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label="理由", max_length=300)


class RunForm(forms.Form):
    """A name for a placement; the projects are ticked beside it."""

    title = forms.CharField(label="名称", max_length=120)
