"""What the page of each thing of delivery shows, and which kinds of things there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.urls import reverse

from yinfeng.web.desks.delivery.models import (
    Call,
    FilledSheet,
    LightRow,
    Meeting,
    Month,
    Permit,
    Photo,
    Problem,
    ProblemCall,
    SheetTemplate,
    Task,
)
from yinfeng.web.desks.delivery.paper_pages import (
    filled_page,
    meeting_page,
    sheet_page,
    task_page,
)
from yinfeng.web.desks.delivery.rules import problems_on
from yinfeng.web.desks.delivery.shown import (
    Block,
    Page,
    Said,
    file_of,
    lines,
    project_of,
    row,
    wan,
)
from yinfeng.web.desks.projects.models import Project


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
        (_steps(one, day), urges_of(one, day)),
    )


def urges_of(one: Problem, day: date | None) -> Block:
    """What an overdue or raised problem issued: whom it told of what."""
    rows = one.calls.order_by("-day", "-pk")
    if day:
        rows = rows.filter(day__lte=day)
    return Block(
        "催办与督办",
        ("日期", "形式", "送达", "要求"),
        tuple(
            row(call.day, f"{call.says} {call.number}".strip(), _told(call), call.asks)
            for call in rows
        ),
        "没有催办过。逾期未交办、未反馈、未销号的，每天清早按办法逐级催办；提级当时就通知。",
        key="urges",
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
            ("已动工面积占比", f"{one.built.normalize():f}%" if one.built is not None else ""),
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


def _told(call: Call | ProblemCall) -> Said:
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
        meeting_page,
        ("unit", "pack"),
        journal="delivery:meetings",
    ),
    "task": Kind(
        "task",
        "议定事项",
        Task,
        "delivery:tasks",
        task_page,
        ("unit", "meeting", "project", "person", "claimed_by", "done_by", "attachment"),
        journal="delivery:tasks",
    ),
    "sheet": Kind(
        "sheet", "上级报表", SheetTemplate, "delivery:sheets", sheet_page, ("unit", "by")
    ),
    "filled": Kind(
        "filled",
        "填好的表",
        FilledSheet,
        "delivery:sheets",
        filled_page,
        ("unit", "template", "by"),
    ),
}
