"""The minutes of a meeting as a Word file: its sealed pack, its decisions, its words."""

import re
from datetime import date

from yinfeng.reports.renderings.minutes import Decided, Minutes, Part, minutes_document
from yinfeng.web.desks.delivery.models import Meeting, MinutesTemplate, Task
from yinfeng.web.desks.delivery.packs import pack_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of
from yinfeng.web.store import vault

# What a template of minutes may name, and what stands there then.
MARKS = (
    ("office", "单位名称"),
    ("title", "会议名称"),
    ("number", "编号，如〔2026〕第1期"),
    ("day", "会议日期"),
    ("place", "地点"),
    ("chair", "主持人"),
    ("recorder", "记录人"),
    ("present", "出席人员"),
    ("absent", "请假人员"),
    ("opening", "开头一段"),
    ("parts", "会议材料，逐项：number 序号、title 标题、lines 各行"),
    ("decisions", "议定事项，逐项：number 序号、says 事项、owner 责任单位（人）、due 完成期限"),
    ("decisions_number", "议定事项这一部分的序号"),
    ("words", "会议要求，逐段"),
    ("words_number", "会议要求这一部分的序号"),
    ("issued", "印发日期"),
    ("to", "分送"),
)
_DAY = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
SAMPLE = Minutes(
    office="单位",
    title="会议名称",
    number="〔2026〕第1期",
    day=date(2026, 1, 5),
    place="会议室",
    chair="主持人",
    recorder="记录人",
    present="出席",
    absent="请假",
    opening="开头",
    parts=(Part("事项", ("内容",)),),
    decisions=(Decided("议定", "责任人", date(2026, 1, 12)),),
    words=("要求",),
    issued=date(2026, 1, 6),
    to="各办、所",
)


def minutes_of(meeting: Meeting) -> Minutes:
    """What the minutes of the meeting say."""
    tasks = Task.objects.standing().filter(meeting=meeting).order_by("ordinal")
    where = f"在{meeting.place}" if meeting.place else ""
    day = f"{meeting.day.year}年{meeting.day.month}月{meeting.day.day}日"
    return Minutes(
        office=meeting.unit.name,
        title=meeting.title,
        number=meeting.number,
        day=meeting.day,
        place=meeting.place,
        chair=meeting.chair,
        recorder=meeting.recorder,
        present="、".join(meeting.present.split()),
        absent="、".join(meeting.absent.split()),
        opening=f"{day}，{meeting.chair}{where}主持召开{meeting.title}。会议情况纪要如下。",
        parts=tuple(
            Part(item.title, tuple(map(_dated, (item.lead, *(row.says for row in item.rows)))))
            for item in pack_of(meeting)
        ),
        decisions=tuple(
            Decided(_dated(one.says), one.owner, one.due, _dated(one.measure)) for one in tasks
        ),
        words=tuple(_dated(line.strip()) for line in meeting.words.splitlines() if line.strip()),
        issued=meeting.day,
    )


def _dated(says: str) -> str:
    """The words with their days as official papers write them: 2026年3月9日."""
    return _DAY.sub(lambda day: f"{day[1]}年{int(day[2])}月{int(day[3])}日", says)


def minutes_file(meeting: Meeting) -> bytes:
    """The minutes as a Word file, by the office's template where it has one."""
    own = template_of(meeting.unit)
    return minutes_document(minutes_of(meeting), vault.get(own.sha256) if own else None)


def template_of(unit: OrgUnit) -> MinutesTemplate | None:
    """The template that stands for a unit: its own, else the nearest above it that has one."""
    found = MinutesTemplate.objects.filter(unit__path__in=line_of(unit.path)).select_related("unit")
    latest = {one.unit_id: one for one in found.order_by("pk")}
    nearest = sorted(latest.values(), key=lambda one: len(one.unit.path), reverse=True)
    return next((one for one in nearest if one.sha256), None)


def check_template(content: bytes) -> None:
    """Raise where a template cannot be filled with minutes that have everything."""
    minutes_document(SAMPLE, content)
