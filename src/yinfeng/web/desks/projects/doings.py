"""What may be done on the page of a project: the right, the form, the action, what is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils import timezone

from yinfeng.web.desks.projects import actions, gate_forms
from yinfeng.web.desks.projects import forms as own
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.lists.actions.noting import note
from yinfeng.web.lists.models import Note
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import take_in
from yinfeng.web.store.models import Document

Values = Mapping[str, Any]
Done = Callable[[Project, User, Values, date], object]


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that may be done on the page: its right, its form, the action, what is told."""

    right: str
    form: type[own.ProjectForm]
    do: Done
    told: str
    title: str
    button: str
    while_: tuple[str, ...] = ("open", "paused")
    tone: str = ""


class NoteForm(own.ProjectForm):
    """A note of the journal."""

    says = own.text("内容")
    severity = forms.ChoiceField(label="性质", choices=Note.Severity.choices)


def _rest(values: Values, *but: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in ("thing", *but)}


def _one(rows: Any, values: Values) -> Any:
    return get_object_or_404(rows.select_related("project__unit"), pk=values["thing"])


def _passage(project: Project, values: Values) -> Passage:
    found: Passage = _one(project.passages, values)
    return found


def _evidence(project: Project, by: User, v: Values, _: date) -> object:
    document: Document | None = v.get("document")
    if document is None and v.get("file"):
        receipt = take_in(v["file"].read(), v["file"].name, by=by, unit=project.unit)
        document = receipt.upload.documents.order_by("pk").first()
        if document is None:
            raise Refused("这个文件没能读出内容，请在资料里查看原因，或改填文号。")
    passage = _passage(project, v)
    return actions.add_evidence(
        passage, by=by, wanted=v["wanted"], document=document, says=v.get("says", "")
    )


def _merge(project: Project, by: User, v: Values, day: date) -> object:
    seen = Project.objects.visible_to(by).select_related("unit")
    others = [seen.filter(number=number, unit=project.unit).first() for number in v["numbers"]]
    missing = [n for n, one in zip(v["numbers"], others, strict=True) if one is None]
    if missing:
        raise Refused(f"本单位没有这个编号的项目：{'、'.join(missing)}。")
    pieces = [one for one in others if one]
    if not v.get("amount"):
        raise Refused(_asked_total([project, *pieces]))
    rest = {"reason": v["reason"], "version": v["version"], "amount": v["amount"]}
    return actions.merge(project, [o for o in others if o], by=by, today=day, **rest)


def _asked_total(projects: list[Project]) -> str:
    """What the totals come to, before it is done."""
    told = "、".join(f"{one.number} {one.amount or '未载明'}" for one in projects)
    total = actions.total_of(projects)
    sums = f"相加为{total}，" if total else "其中有不能直接相加的，"
    return f"请填写合并后的总投资：{told}；{sums}没有重复计算的就填这个数。"


def _choose(project: Project, by: User, v: Values, day: date) -> object:
    telling = get_object_or_404(project.tellings, pk=v["thing"])
    return actions.choose(project, telling, by=by, today=day, **_rest(v))


def _noted(project: Project, by: User, v: Values, _: date) -> object:
    told = _rest(v, "version")
    return note([project], by=by, unit=project.unit, now=timezone.now(), **told)


def _undo(project: Project, by: User, v: Values, day: date) -> object:
    joining = get_object_or_404(project.joinings.select_related("whole__unit"), pk=v["thing"])
    return actions.undo(joining, by=by, reason=v["reason"], today=day)


DOINGS: Mapping[str, Doing] = {
    "report": Doing(
        "projects.report",
        gate_forms.ReportForm,
        lambda p, by, v, day: actions.report_gate(p, by=by, today=day, **v),
        "已上报，另一人确认前为自报。",
        "上报节点",
        "上报",
    ),
    "evidence": Doing(
        "projects.report", gate_forms.EvidenceForm, _evidence, "证据已加。", "补证据", "加上"
    ),
    "review": Doing(
        "projects.confirm",
        gate_forms.ReviewForm,
        lambda p, by, v, day: actions.review_gate(
            _passage(p, v), by=by, is_confirmed=v["verdict"] == "yes", today=day, reason=v["reason"]
        ),
        "已核对。",
        "核对",
        "核对",
    ),
    "correct-gate": Doing(
        "projects.correct_gate",
        gate_forms.CorrectGateForm,
        lambda p, by, v, day: actions.correct_gate(
            _passage(p, v), by=by, reason=v["reason"], today=day, day=v.get("day")
        ),
        "节点已更正，原来的照样留着。",
        "更正",
        "更正",
    ),
    "visit": Doing(
        "projects.visit",
        own.VisitForm,
        lambda p, by, v, day: actions.visit(p, by=by, today=day, **_rest(v, "version")),
        "走访已记。",
        "记走访",
        "记下",
    ),
    "seat": Doing(
        "projects.seat",
        own.SeatForm,
        lambda p, by, v, _: actions.seat(p, by=by, **_rest(v, "version")),
        "岗位已配。",
        "配岗",
        "配上",
    ),
    "end-seat": Doing(
        "projects.seat",
        own.EndSeatForm,
        lambda p, by, v, _: actions.end_seat(
            _one(p.seats, v), by=by, until=v["until"], reason=v["reason"]
        ),
        "已离岗，这个岗位现在空缺。",
        "离岗",
        "离岗",
    ),
    "correct": Doing(
        "projects.correct",
        own.CorrectForm,
        lambda p, by, v, day: actions.correct(p, by=by, today=day, **v),
        "已更正。",
        "更正一项",
        "更正",
    ),
    "choose": Doing(
        "projects.choose", own.ChooseForm, _choose, "已选定，其他来源照样留着。", "采用", "采用"
    ),
    "place": Doing(
        "projects.place",
        own.PlaceForm,
        lambda p, by, v, _: actions.place(p, by=by, **v),
        "位置已存。",
        "定位和仪式",
        "保存",
    ),
    "part": Doing(
        "projects.add_part",
        gate_forms.PartForm,
        lambda p, by, v, day: actions.add_part(p, by=by, today=day, **v),
        "已登记，列在母项目下。",
        "分期、增资",
        "登记",
    ),
    "attach": Doing(
        "projects.attach",
        own.AttachForm,
        lambda p, by, v, day: actions.attach(p, v["fact"], by=by, today=day),
        "事实已归入。",
        "归入事实",
        "归入",
    ),
    "detach": Doing(
        "projects.detach",
        own.DetachForm,
        lambda p, by, v, day: actions.detach(
            _one(p.facts, v), by=by, reason=v["reason"], today=day
        ),
        "已移出。",
        "不是这个项目的",
        "移出",
    ),
    "note": Doing("lists.note", NoteForm, _noted, "已记入日志。", "记日志", "记下"),
    "enclave": Doing(
        "projects.set_enclave",
        own.EnclaveForm,
        lambda p, by, v, _: actions.set_enclave(p, by=by, **v),
        "飞地分成已存。",
        "飞地分成",
        "保存",
    ),
    "hand-over": Doing(
        "projects.hand_over",
        gate_forms.HandOverForm,
        lambda p, by, v, day: actions.hand_over(p, by=by, today=day, **v),
        "已流转，首谈单位照样记着。",
        "流转",
        "流转",
    ),
    "merge": Doing(
        "projects.join", gate_forms.MergeForm, _merge, "已并入。", "并入其他项目", "合并"
    ),
    "split": Doing(
        "projects.join",
        gate_forms.SplitForm,
        lambda p, by, v, day: actions.split(
            p, v["pieces"], by=by, reason=v["reason"], today=day, version=v["version"]
        ),
        "已拆分，原项目照样可查。",
        "拆分",
        "拆分",
    ),
    "undo": Doing(
        "projects.join",
        gate_forms.UndoForm,
        _undo,
        "已撤销。",
        "撤销",
        "撤销",
        ("open", "paused", "split"),
    ),
    "close": Doing(
        "projects.close",
        gate_forms.CloseForm,
        lambda p, by, v, day: actions.close(p, by=by, today=day, **v),
        "已登记，到再看日期会列出。",
        "暂缓、流失、终止",
        "登记",
        tone="no",
    ),
    "resume": Doing(
        "projects.resume",
        own.PlainForm,
        lambda p, by, v, day: actions.resume(p, by=by, today=day, **v),
        "已恢复。",
        "恢复",
        "恢复",
        ("paused", "lost", "ended"),
    ),
}
ON_BAR = (
    *("report", "visit", "seat", "correct", "place", "part", "attach", "note", "enclave"),
    *("hand-over", "merge", "split", "close", "resume"),
)
