"""Forms of plans: they check what was typed, save nothing, and carry the version it was shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from yinfeng.lexicon.milestones import UNITS, Length, Template, templates
from yinfeng.web.desks.plans.actions import Change, New
from yinfeng.web.desks.plans.models import Edition, Milestone, Plan
from yinfeng.web.shell.forms import Day
from yinfeng.web.shell.rule_pages import RulesForm
from yinfeng.web.store.models import Document

_LINES = {"rows": 2}
_LONGEST = 1000
_PAPERS = 200


def _why(label: str = "理由") -> forms.CharField:
    return forms.CharField(label=label, max_length=500, error_messages={"required": "请写明理由。"})


def _document() -> forms.Field:
    return forms.ModelChoiceField(Document.objects.none(), label="资料库里的材料", required=False)


def _file() -> forms.Field:
    return forms.FileField(label="或上传文件", required=False, help_text="批文、证照、现场照片等")


def _papers(row: Milestone) -> "QuerySet[Document]":
    """The papers of the unit, the latest first."""
    own = Document.objects.filter(unit=row.unit).order_by("-pk")
    latest = list(own.values_list("pk", flat=True)[:_PAPERS])
    return Document.objects.filter(pk__in=latest).order_by("-pk")


class MakeForm(forms.Form):
    """The fixed days of a new plan, and what of the template does not apply."""

    reason = forms.CharField(label="不适用的理由", max_length=500, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, template: Template) -> None:
        super().__init__(data, label_suffix="")
        self.template = template
        for key in template.fixed:
            milestone = template.milestone(key)
            assert milestone is not None
            field = forms.DateField(label=f"{milestone.name}不晚于", required=False, widget=Day())
            self.fields[f"fixed_{key}"] = field
        left_out = forms.MultipleChoiceField(
            label="不适用的节点",
            required=False,
            choices=[(one.key, one.name) for one in template.milestones if not one.gate],
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["left_out"] = left_out
        self.order_fields([f"fixed_{key}" for key in template.fixed])

    @property
    def fixed(self) -> dict[str, date]:
        """The days that were given, by milestone."""
        days = {key: self.cleaned_data.get(f"fixed_{key}") for key in self.template.fixed}
        return {key: day for key, day in days.items() if day}

    def clean(self) -> dict[str, Any]:
        """The fixed days come one after the other."""
        given = dict(super().clean() or {})
        days = [day for key in self.template.fixed if (day := given.get(f"fixed_{key}"))]
        if not days and not self.errors:
            raise forms.ValidationError("请至少填一个固定日期，计划从这一天往回排。")
        if days != sorted(days):
            raise forms.ValidationError("固定日期要按先后：开工、竣工、投产（移交）。")
        return given


class ChangeForm(forms.Form):
    """What every change of a plan has: the version that was shown, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = _why()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        plan: Plan,
        rows: Sequence[Milestone] = (),
        ids: str = "id_%s",
        is_tried: bool = False,
    ) -> None:
        super().__init__(data, initial={"version": plan.version}, label_suffix="", auto_id=ids)
        choices = [(row.key, row.name) for row in rows if not row.ended]
        for name in ("key", "after", "before"):
            if name in self.fields:
                empty = [("", "（无）")] if name == "before" else []
                rest = [(row.key, row.name) for row in rows] if name == "after" else choices
                self.fields[name].choices = empty + rest  # type: ignore[attr-defined]
        if is_tried:
            self.fields["reason"].required = False

    @property
    def change(self) -> Change:
        """What is other in the next edition."""
        raise NotImplementedError


class MoveForm(ChangeForm):
    """Another day for a milestone: its planned day, or a day that binds the plan."""

    key = forms.ChoiceField(label="节点")
    what = forms.ChoiceField(
        label="哪一种日期",
        choices=[("moved", "计划完成日期"), ("fixed", "固定日期（必保）")],
        help_text="固定日期是往回排的终点；计划日期是自己选定的日子。",
    )
    day = forms.DateField(
        label="改为", required=False, widget=Day(), help_text="留空即取消这个日期，重新推算。"
    )
    field_order = ("key", "what", "day", "reason")

    @property
    def change(self) -> Change:
        """A day moved."""
        given = self.cleaned_data
        days = {given["key"]: given["day"]}
        return Change(fixed=days) if given["what"] == "fixed" else Change(moved=days)


class RetimeForm(ChangeForm):
    """Another term for a milestone."""

    key = forms.ChoiceField(label="节点")
    count = forms.IntegerField(label="时长", min_value=0, max_value=_LONGEST)
    measure = forms.ChoiceField(label="单位", choices=list(UNITS.items()))
    field_order = ("key", "count", "measure", "reason")

    @property
    def change(self) -> Change:
        """A term changed."""
        given = self.cleaned_data
        return Change(takes={given["key"]: Length(given["count"], given["measure"])})


class AddForm(ChangeForm):
    """A milestone that the template has not."""

    name = forms.CharField(label="节点名称", max_length=80)
    owner = forms.CharField(label="责任单位", max_length=60)
    count = forms.IntegerField(label="时长", min_value=0, max_value=_LONGEST)
    measure = forms.ChoiceField(label="单位", choices=list(UNITS.items()))
    after = forms.ChoiceField(label="排在谁之后")
    before = forms.ChoiceField(label="谁要等它", required=False)
    field_order = ("name", "owner", "count", "measure", "after", "before", "reason")

    @property
    def change(self) -> Change:
        """A milestone added."""
        given = self.cleaned_data
        takes = Length(given["count"], given["measure"])
        return Change(
            new=New(given["name"], given["owner"], takes, given["after"], given["before"])
        )


class LeaveForm(ChangeForm):
    """A milestone that does not apply."""

    key = forms.ChoiceField(label="节点")
    field_order = ("key", "reason")

    @property
    def change(self) -> Change:
        """A milestone left out."""
        return Change(left_out=self.cleaned_data["key"])


CHANGES: Mapping[str, type[ChangeForm]] = {
    "move": MoveForm,
    "retime": RetimeForm,
    "add": AddForm,
    "leave": LeaveForm,
}


class BaselineForm(forms.Form):
    """The edition against which the plan is held."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    edition = forms.TypedChoiceField(label="基准版次", coerce=int)
    reason = _why()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, plan: Plan, editions: Sequence[Edition]
    ) -> None:
        first = {"version": plan.version, "edition": plan.baseline}
        super().__init__(data, initial=first, label_suffix="", auto_id="baseline_%s")
        choices = [(one.number, f"第{one.number}版（{one.day}）") for one in editions]
        self.fields["edition"].choices = choices  # type: ignore[attr-defined]


class RowForm(forms.Form):
    """What every form about one milestone has."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
        *,
        row: Milestone,
        ids: str,
    ) -> None:
        super().__init__(data, files, initial=self.first(row), label_suffix="", auto_id=ids)
        if "document" in self.fields:
            self.fields["document"].queryset = _papers(row)  # type: ignore[attr-defined]

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in; a file as its name and bytes."""
        found = dict(self.cleaned_data)
        if sent := found.pop("file", None):
            found["file"] = (sent.name or "附件", b"".join(sent.chunks()))
        return found

    def first(self, row: Milestone) -> dict[str, Any]:
        """What stands in it at first."""
        return {"version": row.version}


class BeginForm(RowForm):
    """The day on which the work began."""

    day = forms.DateField(label="开始日期", widget=Day())


class FinishForm(RowForm):
    """The day on which it was done, and what shows it: words, a paper of the library, a file."""

    day = forms.DateField(label="完成日期", widget=Day())
    proof = forms.CharField(
        label="完成依据",
        max_length=300,
        required=False,
        help_text="证照名称和文号、批复文号等；选了资料或传了文件可不写。",
    )
    document = _document()
    file = _file()


class ProveForm(RowForm):
    """One more piece of evidence."""

    document = _document()
    file = _file()
    says = forms.CharField(label="说明", max_length=300, required=False)


class ReopenForm(RowForm):
    """Why it is taken back."""

    reason = _why("撤回理由")


class AssignForm(RowForm):
    """Who answers for it and what comes next."""

    owner = forms.CharField(label="责任单位", max_length=60)
    person = forms.CharField(label="责任人", max_length=40, required=False)
    next_step = forms.CharField(
        label="下一步", max_length=200, required=False, widget=forms.Textarea(attrs=_LINES)
    )
    next_date = forms.DateField(label="下一步日期", required=False, widget=Day())

    def first(self, row: Milestone) -> dict[str, Any]:
        """As it stands."""
        fields = ("owner", "person", "next_step", "next_date")
        return {**super().first(row), **{name: getattr(row, name) for name in fields}}


class TemplateForm(RulesForm):
    """A template of the office, from which day it holds, and why."""

    template = forms.ChoiceField(
        label="改哪一份模板", choices=[(one.key, one.title) for one in templates()]
    )


def refusal_of(bound: Mapping[str, forms.Form] | None) -> str:
    """Why a form was refused, in a sentence for the top of the page."""
    errors = (one for form in (bound or {}).values() for one in form.errors.values())
    return next((str(words[0]) for words in errors if words), "")
