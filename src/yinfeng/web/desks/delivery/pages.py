"""What the page of each thing of delivery shows: what is said of it, and its tables."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.urls import reverse

from yinfeng.web.desks.delivery.models import (
    Attachment,
    Call,
    FilledSheet,
    LightRow,
    Meeting,
    Month,
    Permit,
    Photo,
    Problem,
    SheetTemplate,
    Task,
)
from yinfeng.web.desks.delivery.packs import pack_of
from yinfeng.web.desks.delivery.rules import problems_on
from yinfeng.web.desks.projects.models import Project

_WAN = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a page, where it leads, and how it looks."""

    says: str
    address: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said, with its label."""

    label: str
    said: Said


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a page."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    empty: str
    key: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one thing."""

    title: str
    about: str
    tags: tuple[Said, ...]
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()
    picture: str = ""
    warnings: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing: its model, its list, its page."""

    key: str
    title: str
    model: type[Model]
    crumb: str
    page: Callable[[Any, date | None], Page]
    related: tuple[str, ...]
    unit: str = "unit"
    journal: str = ""


def wan(yuan: Decimal | None) -> str:
    """A sum as an office writes it: 1,250.5万元."""
    if yuan is None:
        return "—"
    plain = f"{yuan / _WAN:,.2f}".rstrip("0").rstrip(".")
    return f"{plain}万元"


def file_of(attachment: Attachment | None) -> Said:
    """A file that leads to its bytes."""
    if attachment is None:
        return Said("—")
    return Said(attachment.name, reverse("delivery:file", args=[attachment.pk]))


def project_of(project: Project | None) -> Said:
    """A project that leads to its page."""
    if project is None:
        return Said("—")
    return Said(project.name, reverse("projects:project", args=[project.pk]))


def lines(*pairs: tuple[str, object]) -> tuple[Line, ...]:
    """Those lines that say anything."""
    return tuple(Line(label, _said(value)) for label, value in pairs if value not in (None, ""))


def row(*values: object) -> tuple[Said, ...]:
    """A row of a table."""
    return tuple(_said(value) for value in values)


def _said(value: object) -> Said:
    if isinstance(value, Said):
        return value
    return Said("—" if value in (None, "") else str(value))


def _problem(one: Problem, day: date | None) -> Page:
    rules = problems_on(one.unit, one.opened)
    severity = rules.severities.get(one.severity)
    provisional = "（暂定：次年放假安排未公布）" if one.is_provisional else ""
    tags = (
        Said(one.get_state_display(), tone="good" if not one.is_open else ""),
        Said(rules.kinds.get(one.kind, one.kind)),
        Said(severity.says if severity else one.severity),
        Said(rules.level(one.level).says),
        *((Said(f"延期{one.extended}次", tone="warn"),) if one.extended else ()),
        *((Said(f"重开{one.reopened}次", tone="bad"),) if one.reopened else ()),
    )
    return Page(
        f"{one.number} {one.text}",
        f"{one.unit} · {one.opened}登记",
        tags,
        lines(
            ("项目", project_of(one.project)),
            ("问题", one.text),
            ("发现", "，".join(str(v) for v in (one.found_by, one.found_on, one.found_at) if v)),
            ("批次", f"第{one.batch}批" if one.batch else ""),
            ("责任单位", one.owner),
            ("责任人", one.handler or ""),
            ("配合单位", one.co_owners),
            ("措施", one.measures),
            ("交办期限", one.dispatch_due if one.assigned is None else ""),
            ("首次反馈", one.fed_back or (f"{one.feedback_due}前" if one.feedback_due else "")),
            ("月报期限", one.report_due or ""),
            ("办结期限", f"{one.due}{provisional}" if one.due else ""),
            ("首次承诺", one.first_due if one.first_due != one.due else ""),
            ("申请延至", one.wanted_due or ""),
            ("企业确认", one.firm_confirmed or ""),
            ("核验人", one.verifier or ""),
            ("销号", one.closed or ""),
        ),
        (_steps(one, day),),
    )


def _steps(one: Problem, day: date | None) -> Block:
    rows = one.steps.select_related("by", "attachment", "document").order_by("-pk")
    if day:
        rows = rows.filter(day__lte=day)
    return Block(
        "经过",
        ("日期", "步骤", "情况", "期限", "佐证", "经办"),
        tuple(
            row(
                step.day,
                step.get_kind_display(),
                step.says,
                step.due,
                _proof(step),
                step.by,
            )
            for step in rows
        ),
        "还没有记录。",
        key="steps",
    )


def _proof(step: Any) -> Said:
    if step.document is not None:
        address = reverse("library:document", args=[step.document_id])
        return Said(step.document.name, address)
    return file_of(step.attachment)


def _month(one: Month, day: date | None) -> Page:  # noqa: ARG001
    state = Said("已认定", tone="good") if one.recognised is not None else Said("自报", tone="warn")
    return Page(
        f"{one.project.name} {one.month:%Y年%m月}",
        "自报的数只作参考，认定的数才计入完成率。",
        (state,) if one.reported is not None else (),
        lines(
            ("项目", project_of(one.project)),
            ("计划投资", wan(one.planned)),
            ("自报投资", wan(one.reported)),
            ("报送人", one.reported_by or ""),
            ("认定投资", wan(one.recognised)),
            ("认定人", one.recognised_by or ""),
            ("认定日期", one.recognised_on or ""),
            ("认定依据", one.proof_says),
            ("凭证", file_of(one.proof) if one.proof else ""),
            ("营业收入", wan(one.revenue) if one.revenue is not None else ""),
        ),
    )


def _permit(one: Permit, day: date | None) -> Page:  # noqa: ARG001
    state = Said("已办结", tone="good") if one.granted else Said("在办" if one.applied else "未办")
    return Page(
        f"{one.project.name} {one.name}",
        f"由{one.authority}办理" if one.authority else "",
        (state if one.is_needed else Said("不需办理"),),
        lines(
            ("项目", project_of(one.project)),
            ("受理", one.applied or ""),
            ("办结", one.granted or ""),
            ("文号或证号", one.paper),
            ("证照", file_of(one.proof) if one.proof else ""),
            ("不需办理的理由", one.why_not),
        ),
    )


def _photo(one: Photo, day: date | None) -> Page:  # noqa: ARG001
    tags = tuple(Said(doubt, tone="bad") for doubt in one.doubts)
    place = f"{one.lng}，{one.lat}" if one.lng is not None else ""
    return Page(
        one.says,
        f"{one.project.name} · {one.day}",
        tags or (Said("没有疑点", tone="good"),),
        lines(
            ("项目", project_of(one.project)),
            ("登记的拍摄日期", one.day),
            ("照片里的时间", f"{one.taken:%Y-%m-%d %H:%M}" if one.taken else "没有"),
            ("登记的地点", one.place),
            ("照片里的经纬度", place or "没有"),
            ("上传", f"{one.created_by} {one.created_at:%Y-%m-%d}"),
        ),
        picture=reverse("delivery:image", args=[one.pk]),
    )


def _light(one: LightRow, day: date | None) -> Page:
    waits = (f"测算已转为{one.reckoned_says}，待举证后转灯。",) if one.waits else ()
    return Page(
        f"{one.project.name} {one.says}",
        f"按“{one.scheme}”判定",
        (
            Said(f"{one.says}，{one.since}起", tone=one.tone),
            Said(f"投资{one.money_label}", tone=one.money_tone),
        ),
        lines(
            ("项目", project_of(one.project)),
            ("原因", "；".join(one.reasons)),
            ("投资进度", one.money_says),
            ("测算", f"{one.reckoned_says}：{'；'.join(one.reckoned_reasons)}"),
        ),
        (turns_of(one.project, day), calls_of(one.project, day)),
        warnings=waits,
    )


def turns_of(project: Project, day: date | None) -> Block:
    """Every turn of the light of a project."""
    rows = project.turns.select_related("by", "attachment").order_by("-pk")
    if day:
        rows = rows.filter(day__lte=day)
    return Block(
        "亮灯历史",
        ("日期", "变化", "为什么", "佐证", "由谁"),
        tuple(
            row(
                one.day,
                Said(f"{one.was_says or '首次'} → {one.now_says}", tone=one.tone),
                one.why,
                file_of(one.attachment),
                one.by or "系统测算",
            )
            for one in rows
        ),
        "还没有亮过灯。",
        key="turns",
    )


def calls_of(project: Project, day: date | None) -> Block:
    """What the red lights of a project issued, and what was answered."""
    rows = project.calls.prefetch_related("replies").order_by("-day", "-pk")
    if day:
        rows = rows.filter(day__lte=day)
    return Block(
        "督办",
        ("日期", "形式", "送达", "要求", "回复"),
        tuple(
            row(
                one.day,
                Said(f"{one.says} {one.number}".strip(), reverse("delivery:call", args=[one.pk])),
                _told(one),
                one.asks,
                f"{len(one.replies.all())}次" if one.replies.all() else Said("未回复", tone="warn"),
            )
            for one in rows
        ),
        "没有发出过督办。",
        key="calls",
    )


def _told(call: Call) -> Said:
    missing = f"（{'、'.join(call.untold)}无人在岗，没有送达）" if call.untold else ""
    return Said(f"{'、'.join(call.to) or '无'}{missing}", tone="bad" if missing else "")


def _call(one: Call, day: date | None) -> Page:
    replies = one.replies.select_related("by", "attachment").order_by("-pk")
    if day:
        replies = replies.filter(day__lte=day)
    block = Block(
        "回复",
        ("日期", "内容", "佐证", "回复人"),
        tuple(row(each.day, each.says, file_of(each.attachment), each.by) for each in replies),
        "还没有回复。",
    )
    return Page(
        f"{one.says} {one.number}".strip(),
        f"{one.day}发出",
        (),
        lines(
            ("项目", project_of(one.project)),
            ("事由", one.turn.why),
            ("要求", one.asks),
            ("送达", _told(one)),
        ),
        (block,),
    )


def _meeting(one: Meeting, day: date | None) -> Page:  # noqa: ARG001
    sealed = getattr(one, "pack", None)
    state = Said("材料已封存", tone="good") if sealed else Said("筹备中，材料随时更新")
    blocks = [
        Block(
            f"{number}、{item.title}",
            (),
            tuple((Said(each.says, each.address, each.tone),) for each in item.rows),
            "",
            key=item.key,
            lead=item.lead,
        )
        for number, item in zip("一二三四五六七八九", pack_of(one), strict=False)
    ]
    return Page(
        f"{one.title} {one.number}",
        f"{one.unit} · {one.day} · 主持 {one.chair}",
        (state,),
        lines(
            ("地点", one.place),
            ("记录", one.recorder),
            ("出席", one.present),
            ("请假", one.absent),
            ("会议要求", one.words),
            ("封存指纹", sealed.sha256[:16] if sealed else ""),
        ),
        (*blocks, _tasks(one)),
    )


def _tasks(meeting: Meeting) -> Block:
    rows = Task.objects.standing().filter(meeting=meeting).order_by("ordinal")
    return Block(
        "议定事项",
        ("序号", "事项", "责任单位（人）", "期限", "状态"),
        tuple(
            row(
                one.ordinal,
                Said(one.says, reverse("delivery:task", args=[one.pk])),
                one.owner,
                one.due,
                one.get_state_display(),
            )
            for one in rows
        ),
        "还没有议定事项。会上定下的，请逐条登记责任人和期限。",
        key="tasks",
    )


def _task(one: Task, day: date | None) -> Page:  # noqa: ARG001
    return Page(
        one.says,
        f"{one.meeting.number} {one.meeting.title}第{one.ordinal}项",
        (Said(one.get_state_display(), tone="good" if one.state == Task.State.DONE else ""),),
        lines(
            ("会议", Said(str(one.meeting), reverse("delivery:meeting", args=[one.meeting_id]))),
            ("项目", project_of(one.project) if one.project else ""),
            ("责任单位（人）", one.owner),
            ("系统内责任人", one.person or ""),
            ("完成期限", one.due),
            ("完成标准", one.measure),
            ("结果", one.result),
            ("自报完成", f"{one.claimed_by} {one.claimed}" if one.claimed else ""),
            ("佐证", file_of(one.attachment) if one.attachment else ""),
            ("确认完成", f"{one.done_by} {one.done}" if one.done else ""),
        ),
    )


def _sheet(one: SheetTemplate, day: date | None) -> Page:  # noqa: ARG001
    filled = one.filled.select_related("by").order_by("-pk")[:30]
    block = Block(
        "填报记录",
        ("截止日期", "起", "填报人", "填报时间", ""),
        tuple(
            row(
                Said(str(each.last), reverse("delivery:filled", args=[each.pk])),
                each.first,
                each.by,
                f"{each.at:%Y-%m-%d %H:%M}",
                Said("下载", reverse("delivery:filled-file", args=[each.pk])),
            )
            for each in filled
        ),
        "还没有填报过。",
    )
    text = Block("填报对应", (), tuple((Said(each),) for each in one.cells.splitlines()), "")
    return Page(
        one.name,
        f"{one.unit} · {one.by} {one.at:%Y-%m-%d}存入",
        (),
        lines(("空表", Said(one.file, reverse("delivery:sheet-file", args=[one.pk])))),
        (block, text),
    )


def _filled(one: FilledSheet, day: date | None) -> Page:  # noqa: ARG001
    block = Block(
        "逐格依据",
        ("单元格", "填报项", "填报值", "依据"),
        tuple(_cells(one)),
        "没有填任何格。",
    )
    return Page(
        f"{one.template.name} {one.last}",
        f"{one.first}至{one.last} · {one.by} {one.at:%Y-%m-%d %H:%M}填报",
        (),
        lines(
            ("文件", Said("下载填好的表", reverse("delivery:filled-file", args=[one.pk]))),
            ("空表", Said(one.template.name, reverse("delivery:sheet", args=[one.template_id]))),
            ("指纹", one.sha256[:16]),
        ),
        (block,),
    )


def _cells(one: FilledSheet) -> Iterator[tuple[Said, ...]]:
    for cell in one.cells:
        proofs = cell["proofs"] or ["—"]
        yield row(cell["place"], cell["says"], cell["value"], proofs[0])
        for more in proofs[1:]:
            yield row(" ", " ", " ", more)


KINDS: Mapping[str, Kind] = {
    "problem": Kind(
        "problem",
        "问题",
        Problem,
        "delivery:index",
        _problem,
        ("unit", "project", "handler", "verifier", "owner_unit"),
        journal="delivery:index",
    ),
    "month": Kind(
        "month",
        "月度投资",
        Month,
        "delivery:money",
        _month,
        ("unit", "project", "reported_by", "recognised_by", "proof"),
        journal="delivery:money",
    ),
    "permit": Kind(
        "permit",
        "手续",
        Permit,
        "delivery:permits",
        _permit,
        ("unit", "project", "proof"),
        journal="delivery:permits",
    ),
    "photo": Kind(
        "photo",
        "现场照片",
        Photo,
        "delivery:photos",
        _photo,
        ("unit", "project", "created_by"),
        journal="delivery:photos",
    ),
    "light": Kind(
        "light",
        "亮灯",
        LightRow,
        "delivery:lights",
        _light,
        ("unit", "project"),
        journal="delivery:lights",
    ),
    "call": Kind(
        "call",
        "督办",
        Call,
        "delivery:lights",
        _call,
        ("project__unit", "turn"),
        unit="project__unit",
    ),
    "meeting": Kind(
        "meeting",
        "例会",
        Meeting,
        "delivery:meetings",
        _meeting,
        ("unit", "pack"),
        journal="delivery:meetings",
    ),
    "task": Kind(
        "task",
        "议定事项",
        Task,
        "delivery:tasks",
        _task,
        ("unit", "meeting", "project", "person", "claimed_by", "done_by", "attachment"),
        journal="delivery:tasks",
    ),
    "sheet": Kind("sheet", "上级报表", SheetTemplate, "delivery:sheets", _sheet, ("unit", "by")),
    "filled": Kind(
        "filled", "填好的表", FilledSheet, "delivery:sheets", _filled, ("unit", "template", "by")
    ),
}
