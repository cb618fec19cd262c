"""The pages of meetings, tasks and forms."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from yinfeng.web.desks.delivery.models import FilledSheet, Meeting, SheetTemplate, Task
from yinfeng.web.desks.delivery.packs import pack_of
from yinfeng.web.desks.delivery.shown import (
    Block,
    Page,
    Said,
    file_of,
    lines,
    project_of,
    row,
)


def meeting_page(one: Meeting, day: date | None) -> Page:  # noqa: ARG001
    """The page of a meeting: its pack in order, its decisions."""
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


def task_page(one: Task, day: date | None) -> Page:  # noqa: ARG001
    """The page of a task."""
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


def sheet_page(one: SheetTemplate, day: date | None) -> Page:  # noqa: ARG001
    """The page of a form of the superior."""
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


def filled_page(one: FilledSheet, day: date | None) -> Page:  # noqa: ARG001
    """The page of a filled form: every cell with what proves it."""
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
