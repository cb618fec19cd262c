"""The pages of a light and of a notice: its turns, what it issued, what was answered."""

from datetime import date

from django.urls import reverse

from yinfeng.web.desks.delivery.models import Call, LightRow
from yinfeng.web.desks.delivery.shown import (
    Block,
    Page,
    Said,
    file_of,
    lines,
    project_of,
    row,
    told,
)
from yinfeng.web.desks.projects.models import Project


def light_page(one: LightRow, day: date | None) -> Page:
    """The light of a project, why, and what it issued."""
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
                told(one),
                one.asks,
                f"{len(one.replies.all())}次" if one.replies.all() else Said("未回复", tone="warn"),
            )
            for one in rows
        ),
        "没有发出过督办。",
        key="calls",
    )


def call_page(one: Call, day: date | None) -> Page:
    """What a red light issued, and what was answered."""
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
            ("送达", told(one)),
        ),
        (block,),
    )
