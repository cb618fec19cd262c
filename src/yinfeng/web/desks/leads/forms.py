"""Forms of leads: they check what was typed, save nothing, and carry the version it was shown."""

from collections.abc import Mapping
from typing import Any

from django import forms

from yinfeng.web.desks.leads.actions import Form
from yinfeng.web.desks.leads.actions.forms import FIELDS
from yinfeng.web.desks.leads.kinds import KINDS, MATURITIES
from yinfeng.web.desks.leads.models import Clash, Lead
from yinfeng.web.desks.leads.rules import Rules
from yinfeng.web.lists.models import Note
from yinfeng.web.people.models import User
from yinfeng.web.shell.forms import Day

_LINES = {"rows": 3}


def _day(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=Day(), help_text=help_text)


def _words(label: str, longest: int, *, required: bool = True, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=required, **more)


def _text(label: str, longest: int = 1000, **more: Any) -> forms.CharField:
    return _words(label, longest, widget=forms.Textarea(attrs=_LINES), **more)


def _why(label: str = "理由") -> forms.CharField:
    return _words(label, 500, error_messages={"required": "请写明理由。"})


class LeadForm(forms.Form):
    """What every form about one lead has: the version that the person was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        lead: Lead,
        rules: Rules,
        people: Any = (),
        ids: str = "id_%s",
    ) -> None:
        super().__init__(data, initial=self.first(lead), label_suffix="", auto_id=ids)
        self.fit(lead, rules, people)

    def first(self, lead: Lead) -> dict[str, Any]:
        """What stands in it at first."""
        return {"version": lead.version}

    def fit(self, lead: Lead, rules: Rules, people: Any) -> None:
        """Offer what this lead has and these rules allow."""

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in."""
        return {name: value for name, value in self.cleaned_data.items() if value is not None}


class TellForm(LeadForm):
    """A dated event."""

    kind = forms.ChoiceField(label="类别", choices=[(kind.key, kind.says) for kind in KINDS])
    day = _day("日期")
    says = _text("情况", help_text="谈了什么，有什么结果。")
    ours = _words("我方参加", 120, required=False, help_text="如：镇长沈某某、招商办主任李某某")
    theirs = _words("对方参加", 120, required=False)
    next_step = _words("下一步", 200, required=False)
    next_date = _day("下一步日期", required=False)

    def first(self, lead: Lead) -> dict[str, Any]:
        """With the next step as it stands."""
        ahead = {"next_step": lead.next_step, "next_date": lead.next_date}
        return {**super().first(lead), **ahead}


class CorrectForm(LeadForm):
    """Another word for one field, and why."""

    field = forms.ChoiceField(label="更正哪一项", choices=list(FIELDS.items()))
    words = _words("改为", 500, help_text=f"成熟度请填：{'、'.join(MATURITIES.values())}。")
    reason = _why()

    def clean(self) -> dict[str, Any]:
        """The key of a maturity that was typed in words."""
        given = dict(super().clean() or {})
        if given.get("field") == "maturity":
            keys = {says: key for key, says in MATURITIES.items()}
            given["words"] = keys.get(given.get("words", ""), given.get("words", ""))
        return given


class ContactForm(LeadForm):
    """Who speaks for the investor."""

    contact = _words("联系人", 40)
    post = _words("职务", 60)
    phone = _words("电话", 40, required=False)


class HandOverForm(LeadForm):
    """Who follows the lead from now on."""

    owner = forms.ModelChoiceField(User.objects.none(), label="新的跟踪人")

    def fit(self, lead: Lead, rules: Rules, people: Any) -> None:  # noqa: ARG002
        """The people of the office."""
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]


class DispatchForm(LeadForm):
    """What a leader is asked to do, by when."""

    leader = forms.ModelChoiceField(User.objects.none(), label="请哪位领导")
    instruction = _text("请出面做什么")
    result_due = _day("办结日期", required=False, help_text="不填按办法规定的时限。")

    def fit(self, lead: Lead, rules: Rules, people: Any) -> None:  # noqa: ARG002
        """The leaders of the office."""
        self.fields["leader"].queryset = people  # type: ignore[attr-defined]


class SaysForm(forms.Form):
    """One answer, result or reason about a thing of the lead."""

    thing = forms.IntegerField(widget=forms.HiddenInput)
    says = _text("内容", error_messages={"required": "请写明内容。"})


class StopForm(forms.Form):
    """When it was done, and what shows it."""

    thing = forms.IntegerField(widget=forms.HiddenInput)
    day = _day("办结日期")
    proof = _words("办结依据", 200)


class ExtendForm(forms.Form):
    """A later day, and why."""

    thing = forms.IntegerField(widget=forms.HiddenInput)
    until = _day("延至")
    reason = _why()


class ThingForm(forms.Form):
    """Only which thing is meant."""

    thing = forms.IntegerField(widget=forms.HiddenInput)


class RulingForm(forms.Form):
    """Who stands first, why, and with which share."""

    thing = forms.IntegerField(widget=forms.HiddenInput)
    ruling = forms.ChoiceField(label="裁定", choices=Clash.Ruling.choices)
    first_share = forms.IntegerField(
        label="首谈单位份额（%）", required=False, help_text="不填按办法规定；两家合计100。"
    )
    reason = _why()


class LoseForm(LeadForm):
    """Why the lead is given up."""

    code = forms.ChoiceField(label="原因")
    rival = _words("落户地", 80, required=False, help_text="落户其他地方的必填。")
    reason = _why("具体情况")
    is_recoverable = forms.BooleanField(label="还可能挽回", required=False, initial=True)
    revisit = _day("再看日期", required=False, help_text="到日提醒；不填按办法规定。")

    def fit(self, lead: Lead, rules: Rules, people: Any) -> None:  # noqa: ARG002
        """The reasons of the office."""
        choices = [(one.code, f"{one.code} {one.says}") for one in rules.losses.reasons]
        self.fields["code"].choices = choices  # type: ignore[attr-defined]


class ReasonForm(LeadForm):
    """Only why."""

    reason = _why()


class PlainForm(LeadForm):
    """Nothing but the version."""


class NoteForm(forms.Form):
    """A note for the journal."""

    severity = forms.ChoiceField(label="轻重", choices=Note.Severity.choices)
    says = _text("内容")


class RegisterForm(forms.Form):
    """A new lead: the seven fields, the person to talk to, and what was done already."""

    name = _words("线索名称", 120, help_text="如：冷链装备项目")
    investors = _words("投资方", 300, help_text="全称；多家用顿号隔开")
    source = _words("线索来源", 200, help_text="如：上海联络站推荐、以商引商、老乡介绍")
    content = _text("项目内容", 500, required=False)
    amount = _words("投资额", 40, required=False, help_text="连同单位，如：3.2亿元、5000万元以上")
    land = _words(
        "用地或厂房需求", 120, required=False, help_text="如：供地30亩、租用厂房2000平方米"
    )
    maturity = forms.ChoiceField(
        label="成熟度", required=False, choices=[("", "未载明"), *MATURITIES.items()]
    )
    reporter = _words("报送人", 40)
    contact = _words("投资方联系人", 40, required=False)
    contact_post = _words("联系人职务", 60, required=False)
    contact_phone = _words("联系电话", 40, required=False)
    met_on = _day("首次对接日期", required=False)
    met = _text("首次对接情况", 500, required=False)
    next_step = _words("下一步", 200, required=False)
    next_date = _day("下一步日期", required=False)
    reason = _words("核对撞单后的理由", 300, required=False)

    def clean(self) -> dict[str, Any]:
        """A first contact needs its day and its words."""
        given = dict(super().clean() or {})
        if bool(given.get("met_on")) != bool(given.get("met")):
            self.add_error("met", "首次对接请同时填写日期和情况，还没有对接的都不填。")
        return given

    @property
    def form(self) -> Form:
        """What was filled in, for the action."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        return Form(**given)
