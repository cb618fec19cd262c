"""Forms of counting: what is asked, what is recognised, the office's own rules."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from yinfeng.lexicon.counting import ProjectCounting
from yinfeng.web.desks.counts.counting import Question
from yinfeng.web.desks.counts.rules import MARKS
from yinfeng.web.lists.filters import units_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.forms import Day

_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
_SAYS = "请填1900年到2199年之间的日期。"


class CountedDay(forms.DateField):
    """A day with which can be reckoned: not at the edge of the calendar."""

    def __init__(self, **more: Any) -> None:
        bounds = [MinValueValidator(_FIRST, _SAYS), MaxValueValidator(_LAST, _SAYS)]
        super().__init__(widget=Day(), validators=bounds, **more)


class AskForm(forms.Form):
    """Which days, which unit, as of which day."""

    start = CountedDay(label="从")
    last = CountedDay(label="到")
    unit = forms.ModelChoiceField(
        OrgUnit.objects.none(), label="单位", required=False, empty_label="全部"
    )
    as_of = CountedDay(label="截至哪天的台账", required=False)

    def __init__(self, data: Any, *, user: User, today: date, rules: ProjectCounting) -> None:
        self.year = rules.fiscal.year(rules.fiscal.holds(today)[0])
        first = {"start": self.year[0].isoformat(), "last": today.isoformat()}
        given = {**first, **{name: value for name, value in data.items() if value}}
        super().__init__(given, label_suffix="")
        self.fields["unit"].queryset = units_of("counts.read")(user)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The period begins before it ends."""
        given = dict(super().clean() or {})
        start, last = given.get("start"), given.get("last")
        if start and last and last < start:
            self.add_error("last", "结束日期不能早于开始日期。")
        return given

    def question(self, today: date) -> Question:
        """What is asked; where the form is wrong, this year so far."""
        if not self.is_valid():
            return Question(self.year[0], today, None, None)
        given = self.cleaned_data
        as_of = given["as_of"] if given["as_of"] and given["as_of"] < today else None
        return Question(given["start"], given["last"], given["unit"], as_of)


class RecogniseForm(forms.Form):
    """Whether a project falls under a rule."""

    project = forms.IntegerField(widget=forms.HiddenInput)
    rule = forms.ChoiceField(label="规则")
    holds = forms.TypedChoiceField(
        label="认定",
        choices=(("yes", "属于，不计"), ("no", "不属于，可以计")),
        coerce=lambda says: says == "yes",
    )
    day = CountedDay(label="变更日期（只有业主变更要填）", required=False)
    reason = forms.CharField(label="依据", max_length=300)

    def __init__(self, data: Any = None, *, rules: ProjectCounting, **more: Any) -> None:
        super().__init__(data, label_suffix="", **more)
        choices = [(key, rules.rules[key].says) for key in MARKS]
        self.fields["rule"].choices = choices  # type: ignore[attr-defined]
