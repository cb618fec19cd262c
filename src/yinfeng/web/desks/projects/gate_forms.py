"""Forms of gates and of what turns a project: reported, proved, confirmed, corrected, ended."""

import re
from typing import Any

from django import forms
from django.utils import timezone

from yinfeng.web.desks.leads.rules import rules_of as lead_rules_of
from yinfeng.web.desks.projects.actions import Form
from yinfeng.web.desks.projects.endings_told import endings_told
from yinfeng.web.desks.projects.forms import (
    ProjectForm,
    day,
    documents_of,
    text,
    thing,
    why,
    words,
)
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.rules import Rules
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.models import Document

_BETWEEN = re.compile(r"[、，,；;\s]+")
_PIECE = re.compile(r"(?P<name>.+?)[\s，,：:]+(?P<amount>\S+)")


class ReportForm(ProjectForm):
    """A gate that the project passed, on which day."""

    gate = forms.ChoiceField(label="节点")
    day = day("通过日期")
    definition = forms.ChoiceField(label="开工口径", required=False, help_text="只在上报开工时用。")
    says = text("情况", required=False)

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:  # noqa: ARG002
        """The gates that this project has not passed, the next first."""
        stages = rules.stages
        here = stages.rank(project.stage)
        ahead = [one for at, one in enumerate(stages.stages) if at > here]
        behind = [one for at, one in enumerate(stages.stages) if at <= here]
        self.offer("gate", [(one.code, one.says) for one in (*ahead, *behind)])
        usual = stages.meaning_for(project.kind)
        own = [(one.key, one.says) for one in stages.meanings if one.key == usual]
        rest = [(one.key, one.says) for one in stages.meanings if one.key != usual]
        self.offer("definition", [("", f"本单位口径（{own[0][1]}）"), *own, *rest])


class EvidenceForm(ProjectForm):
    """One more piece of evidence: a paper of the library, a file, or the number of a paper."""

    thing = thing()
    wanted = words("证据种类", 20, widget=forms.HiddenInput)
    document = forms.ModelChoiceField(
        Document.objects.none(), label="资料库里的材料", required=False
    )
    file = forms.FileField(label="或上传文件", required=False)
    says = words("或文号、说明", 300, required=False)

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:  # noqa: ARG002
        """The papers of the unit."""
        self.among("document", documents_of(project))


class ReviewForm(ProjectForm):
    """Whether a gate was passed, by the word of a second person."""

    thing = thing()
    verdict = forms.ChoiceField(
        label="核对结果", choices=(("yes", "属实，确认"), ("no", "不予确认"))
    )
    reason = words("说明", 500, required=False, help_text="不予确认的要写理由。")


class CorrectGateForm(ProjectForm):
    """Another day for a gate, or none where it was not passed; why."""

    thing = thing()
    day = day("改为哪一天", required=False, help_text="不填即撤回这个节点。")
    reason = why("更正的理由")


class CloseForm(ProjectForm):
    """A project paused, lost or ended: the reason, the rival, a day to look again."""

    state = forms.ChoiceField(
        label="登记为",
        choices=[(s.value, s.label) for s in Project.State if s in ("paused", "lost", "ended")],
    )
    code = forms.ChoiceField(label="原因")
    rival = words("落户地（竞争地）", 80, required=False)
    reason = text("情况")
    is_recoverable = forms.BooleanField(label="还有可能挽回", required=False, initial=True)
    revisit = day("再看日期", required=False, help_text="不填为半年后。")
    steps = forms.MultipleChoiceField(
        label="终止前已走的步骤", required=False, widget=forms.CheckboxSelectMultiple
    )

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:  # noqa: ARG002
        """The reasons and steps of the office."""
        self.offer("code", [(one.code, f"{one.code} {one.says}") for one in rules.losses.reasons])
        self.offer("steps", list(rules.endings.steps.items()))
        told = endings_told(project, rules.stages, rules.endings.from_gate)
        if told:
            self.fields["state"].initial = told[-1].state
            self.fields["reason"].initial = told[-1].words


class HandOverForm(ProjectForm):
    """Which unit carries the project on, and how the credit is shared."""

    taker = forms.ModelChoiceField(OrgUnit.objects.none(), label="转给")
    giver_share = forms.IntegerField(
        label="首谈单位份额（%）", min_value=0, max_value=100, help_text="其余归落地单位，合计100。"
    )
    agreement = words("分成协议", 120, required=False, help_text="税收分成要有书面协议。")
    reason = why("流转的理由")

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:  # noqa: ARG002
        """Every other unit; the usual share of the first talk."""
        self.among("taker", OrgUnit.objects.exclude(pk=project.unit_id).order_by("path"))
        claims = lead_rules_of(project.unit, timezone.localdate()).claims
        self.fields["giver_share"].initial = claims.credit[0]
        self.fields["giver_share"].help_text = (
            f"其余归落地单位，合计100；共享{claims.credit_years}年，以后全归落地单位"
            f"（{claims.title}{claims.version}）。"
        )


class PartForm(ProjectForm):
    """A phase of the project, or an increase of its capital, with its own figures."""

    part = forms.ChoiceField(label="种类", choices=(("phase", "分期"), ("increase", "增资")))
    name = words("名称", 120)
    amount = words("本期（增资）金额", 40, help_text="只写这一期的，不含前面各期。")
    gate = forms.ChoiceField(label="已到阶段", required=False)
    gate_day = day("到该阶段的日期", required=False)
    reason = why()

    def fit(self, project: Project, rules: Rules, user: User | None) -> None:  # noqa: ARG002
        """The stages of the office."""
        stages = [(one.code, one.says) for one in rules.stages.stages]
        self.offer("gate", [("", "未载明"), *stages])

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, as the action takes it."""
        given = super().values
        told = {"name": given["name"], "amount": given["amount"]}
        form = Form(told, gate=given.get("gate", ""), gate_day=given.get("gate_day"))
        kept = {name: given[name] for name in ("version", "part", "reason")}
        return {**kept, "form": form}


class MergeForm(ProjectForm):
    """Which other projects are this one too, and why."""

    numbers = words("并入的项目编号", 200, help_text="几个的，用顿号隔开，如 XM2026-0003。")
    amount = words(
        "合并后的总投资", 40, required=False,
        help_text="各项目相加、没有重复的就填合计；先留空提交，会列出各项目的数和合计。",
    )  # fmt: skip
    reason = why("合并的理由")

    @property
    def values(self) -> dict[str, Any]:
        """The numbers one by one."""
        given = super().values
        numbers = [one for one in _BETWEEN.split(given.pop("numbers")) if one]
        return {**given, "numbers": numbers}


class SplitForm(ProjectForm):
    """Into which projects this one is split, and why."""

    pieces = text("拆成", help_text="一行一个：名称，空一格，金额。如：轴承一厂 1.2亿元")
    reason = why("拆分的理由")

    def clean_pieces(self) -> list[Form]:
        """A name and an amount in each line."""
        forms_ = []
        for line in self.cleaned_data["pieces"].splitlines():
            found = _PIECE.fullmatch(line.strip())
            if line.strip() and not found:
                raise forms.ValidationError(f"这一行没有读懂：“{line.strip()}”。")
            if found:
                forms_.append(Form({"name": found["name"], "amount": found["amount"]}))
        return forms_


class UndoForm(ProjectForm):
    """Which merging or splitting is taken back, and why."""

    thing = thing()
    reason = why("撤销的理由")
