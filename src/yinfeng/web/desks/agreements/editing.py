"""Agreements of sheets and bulk edits: heads of drafts come in, each row as if typed.

A sheet begins and changes drafts only. What is signed stands: signing asks for the record of fair
competition, and a change of it is a supplement of its own.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from yinfeng.web.desks.agreements.actions.drafting import settled
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.naming import ProjectSlot
from yinfeng.web.lists.editing import Editing
from yinfeng.web.lists.slots import ChoiceSlot, Slot, WordsSlot
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused


def _slots(user: User) -> Sequence[Slot]:
    rows = Project.objects.standing().filter(in_scope(user, "agreements.draft"))
    return (
        ProjectSlot(
            name="project",
            label="项目",
            also_called=("项目名称", "项目编号", "所属项目"),
            projects=list(rows.select_related("unit").order_by("pk")),
        ),
        # Asked of nobody: a row without them is an investment agreement of the project's own sides.
        ChoiceSlot(
            name="kind",
            label="种类",
            also_called=("协议种类", "协议类型", "类型"),
            choices=tuple(Agreement.Kind.choices),
        ),
        WordsSlot(name="ours", label="甲方", also_called=("甲方单位",), longest=200),
        WordsSlot(
            name="theirs",
            label="乙方",
            also_called=("乙方单位", "投资方", "投资方名称"),
            longest=300,
        ),
    )


def _settled(agreement: Agreement, values: Mapping[str, Any], _by: User) -> Mapping[str, Any]:
    """The values completed, for a new draft or one that stands; nothing signed is changed."""
    if agreement.pk is not None and agreement.state != Agreement.State.DRAFT:
        raise Refused("协议已签订或终止，不能用表格改；需要变更的，另起一份补充协议")
    project = values.get("project") or agreement.project
    if agreement.pk is None and project.unit_id != agreement.unit_id:
        raise Refused(f"项目“{project.name}”属{project.unit}，请用“单位”列写明")
    told: dict[str, Any] = {}
    if agreement.pk is None:
        told["kind"] = Agreement.Kind.BINDING
    told |= {name: value for name, value in values.items() if value not in (None, "")}
    if told.get("kind") == Agreement.Kind.MORE and agreement.kind != Agreement.Kind.MORE:
        raise Refused("补充协议要写明补充哪一份，请打开项目起草")
    if agreement.pk is None:
        told = {
            "ours": str(project.unit),
            "theirs": project.investors,
            **told,
        }
    # The days of a draft that stands count with those that the sheet leaves as they are.
    held = {name: getattr(agreement, name) for name in ("starts", "produces", "supplements")}
    found = settled(project, {**held, **told})
    kept = {name: value for name, value in found.items() if name not in held or name in told}
    return {"project": project, **kept} if agreement.pk is None else kept


def _undone(agreements: Sequence[Any], _by: User) -> None:
    """What was signed or worked on since is no longer taken back with its sheet."""
    rows = Agreement.objects.filter(pk__in=[one.pk for one in agreements])
    worked_on = Q(drafts__isnull=False) | Q(fair_reviews__isnull=False) | Q(promises__isnull=False)
    busy = set(rows.filter(worked_on).values_list("pk", flat=True))
    for one in agreements:
        if one.pk in busy and one.state == Agreement.State.DRAFT:
            raise Refused(f"“{one.title}”已有草案文本、审查或义务，这次导入不能整批撤销。")
        if one.state != Agreement.State.DRAFT:
            raise Refused(f"“{one.title}”已经签订，这次导入不能整批撤销。")


EDITING = Editing(
    fields=(
        "project", "title", "kind", "number", "phase", "ours", "theirs", "others", "amount",
        "fixed", "starts", "produces", "tax",
    ),
    changes="agreements.draft",
    imports="agreements.draft",
    natural=("project", "title"),
    bulk=("ours", "number", "starts", "produces"),
    also_called={
        "title": ("协议", "协议名称", "合同名称"),
        "number": ("协议编号", "合同编号"),
        "amount": ("总投资", "投资额", "计划总投资", "协议投资额"),
        "fixed": ("固投", "其中固定资产投资"),
        "starts": ("约定开工日期", "开工期限"),
        "produces": ("约定投产日期", "投产期限"),
    },
    worded={"amount": "money", "fixed": "money"},
    # A project goes by number or name: its slot stands beside, in place of the one of the field.
    finds={"project": lambda _: []},
    beside=_slots,
    settles=_settled,
    undone=_undone,
)  # fmt: skip
