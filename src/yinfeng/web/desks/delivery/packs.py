"""The pack of a meeting, made of what stands: promised last time, reds, slips, problems, money.

Each line says something and leads to what it says it of. A pack that was sealed is read back.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from yinfeng.judgement.lights import shine_of
from yinfeng.web.desks.delivery.milestones import steps_of
from yinfeng.web.desks.delivery.models import LightRow, Meeting, Problem, Task, Turn
from yinfeng.web.desks.delivery.rules import days_of, problems_on, scheme_on
from yinfeng.web.desks.projects.models import Project

_SLIPS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the pack, and where what it tells of is seen."""

    says: str
    address: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the agenda."""

    key: str
    title: str
    lead: str
    rows: tuple[Row, ...]


def pack_of(meeting: Meeting) -> tuple[Item, ...]:
    """The items in order: as sealed once the meeting was held, as things stand before."""
    sealed = getattr(meeting, "pack", None)
    if sealed is not None:
        return from_json(sealed.content)
    return made_pack(meeting)


def made_pack(meeting: Meeting) -> tuple[Item, ...]:
    """The items as things stand on the day of the meeting."""
    before = previous(meeting)
    since = before.day if before else None
    slips = tuple(_slips(meeting))
    return (
        _promised(before, meeting.day),
        _reds(meeting, since),
        Item(
            "slips", "滞后节点", f"滞后节点{len(slips)}个。" if slips else "没有滞后节点。", slips
        ),
        _problems(meeting, since),
        _decisions(meeting),
        _money(meeting),
    )


def previous(meeting: Meeting) -> Meeting | None:
    """The last meeting of the unit that was held before this one."""
    held = Meeting.objects.standing().filter(unit=meeting.unit, state=Meeting.State.HELD)
    return held.filter(day__lt=meeting.day).order_by("-day").first()


def completion(tasks: Sequence[Task], day: date) -> tuple[int, int, float | None]:
    """How many tasks were due by a day, how many of those were confirmed done, and the rate."""
    due = [task for task in tasks if task.due <= day and task.state != Task.State.DROPPED]
    done = [task for task in due if task.done is not None and task.done <= day]
    return len(due), len(done), round(len(done) * 100 / len(due), 1) if due else None


def to_json(items: Sequence[Item]) -> dict[str, Any]:
    """The pack as it is kept."""
    return {"items": [asdict(item) for item in items]}


def from_json(content: Mapping[str, Any]) -> tuple[Item, ...]:
    """A pack that was kept."""
    return tuple(
        Item(one["key"], one["title"], one["lead"], tuple(Row(**row) for row in one["rows"]))
        for one in content["items"]
    )


def seal_of(content: Mapping[str, Any]) -> str:
    """The seal of a pack."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _promised(before: Meeting | None, day: date) -> Item:
    title = "上次议定事项"
    if before is None:
        return Item("promised", title, "此前没有开过例会。", ())
    tasks = list(
        Task.objects.standing().filter(meeting=before).select_related("project").order_by("ordinal")
    )
    due, done, rate = completion(tasks, day)
    lead = f"{before.number}议定{len(tasks)}项"
    lead += f"，到期{due}项，确认完成{done}项，完成率{rate}%。" if due else "，都还没有到期。"
    claimed = sum(task.state == Task.State.CLAIMED for task in tasks)
    lead += f"另有自报完成、尚未确认{claimed}项。" if claimed else ""
    return Item("promised", title, lead, tuple(_task(task, day) for task in tasks))


def _task(task: Task, day: date) -> Row:
    late = task.state in (Task.State.OPEN, Task.State.CLAIMED) and task.due < day
    now = f"{task.get_state_display()}{'，已超期' if late else ''}"
    said = f"：{task.result}" if task.result else ""
    tone = "bad" if late else "good" if task.state == Task.State.DONE else ""
    says = f"{task.ordinal}. {task.says}（{task.owner}，{task.due}）{now}{said}"
    return Row(says, f"/delivery/tasks/{task.pk}", tone)


def _reds(meeting: Meeting, since: date | None) -> Item:
    rows = LightRow.objects.standing().filter(
        unit=meeting.unit, is_alarm=True, since__lte=meeting.day
    )
    reds = list(rows.select_related("project").order_by("-rank", "since", "pk"))
    fresh = [row for row in reds if since is None or row.since > since]
    out = Turn.objects.filter(project__unit=meeting.unit, day__lte=meeting.day, by__isnull=False)
    left = out.filter(day__gt=since).count() if since else out.count()
    lead = f"警示灯{len(reds)}个，其中新亮{len(fresh)}个；举证转灯{left}个。"
    return Item("reds", "亮灯项目", lead, tuple(_red(row, meeting.day) for row in reds))


def _red(row: LightRow, day: date) -> Row:
    why = "；".join(row.reasons[:3])
    waits = "（测算已转好，待举证）" if row.waits else ""
    days = (day - row.since).days
    says = f"{row.project.name}：{row.says}{days}天，{why}{waits}"
    return Row(says, f"/projects/{row.project_id}#lights", row.tone)


def _slips(meeting: Meeting) -> Iterator[Row]:
    """Every milestone that is late, the longest late first."""
    day, unit = meeting.day, meeting.unit
    projects = list(Project.objects.standing().open().filter(unit=unit).order_by("pk"))
    scheme, days, steps = scheme_on(unit, day), days_of(unit, day), steps_of(projects, day)
    found = []
    for project in projects:
        for step in steps[project.pk]:
            is_late = step.due is not None and step.due < day
            if is_late and not (step.done is not None and step.done <= day):
                assert step.due is not None
                shine = shine_of(step, scheme, days, day)
                says = f"{project.name}：{step.name}，{shine.says}"
                found.append((step.due, says, project.pk, scheme.lamp(shine.light).tone))
    for _, says, pk, tone in sorted(found)[:_SLIPS]:
        yield Row(says, f"/projects/{pk}#plan", tone)
    if len(found) > _SLIPS:
        yield Row(f"另有{len(found) - _SLIPS}个滞后节点，见计划。", "/plans/")


def _problems(meeting: Meeting, since: date | None) -> Item:
    ledger = Problem.objects.standing().filter(unit=meeting.unit, opened__lte=meeting.day)
    ledger = ledger.select_related("project").order_by("due", "pk")
    fresh = ledger.filter(opened__gt=since) if since else ledger
    closed = ledger.filter(closed__lte=meeting.day)
    closed = closed.filter(closed__gt=since) if since else closed
    still = list(ledger.filter(closed=None))
    over = [one for one in still if one.due and one.due < meeting.day]
    lead = (
        f"新登记{fresh.count()}个，销号{closed.count()}个，"
        f"在办{len(still)}个，其中超期{len(over)}个。"
    )
    shown = {one.pk: one for one in (*over, *fresh)}
    return Item(
        "problems", "问题", lead, tuple(_problem(one, meeting.day) for one in shown.values())
    )


def _problem(one: Problem, day: date) -> Row:
    owner = one.owner or "未交办"
    due = f"，{one.due}到期" if one.due else ""
    late = bool(one.is_open and one.due and one.due < day)
    says = f"{one.number} {one.project.name}：{one.text}（{owner}{due}，{one.get_state_display()}）"
    return Row(says, f"/delivery/{one.pk}", "bad" if late else "")


def _decisions(meeting: Meeting) -> Item:
    """What waits for somebody's word: later days, raised problems, lights, orders unanswered."""
    day, unit = meeting.day, meeting.unit
    levels = problems_on(unit, day)
    open_ = Problem.objects.standing().filter(unit=unit, closed=None, opened__lte=day)
    rows = [
        Row(f"{one}：申请延期至{one.wanted_due}", f"/delivery/{one.pk}")
        for one in open_.exclude(wanted_due=None).order_by("pk")
    ]
    rows += [
        Row(f"{one}：已提至{levels.level(one.level).says}，待交办", f"/delivery/{one.pk}")
        for one in open_.filter(state=Problem.State.ESCALATED).order_by("pk")
    ]
    late = Q(state=Problem.State.REGISTERED, dispatch_due__lt=day)
    rows += [
        Row(f"{one}：{one.dispatch_due}前应交办，还没有责任单位", f"/delivery/{one.pk}", "bad")
        for one in open_.filter(late).order_by("pk")
    ]
    lights = LightRow.objects.standing().filter(unit=unit, waits=True).select_related("project")
    rows += [
        Row(
            f"{one.project.name}：测算已转为{one.reckoned_says}，待举证转灯",
            f"/projects/{one.project_id}#lights",
        )
        for one in lights.order_by("pk")
    ]
    lead = f"需会上定的{len(rows)}项。" if rows else "没有需会上定的事项。"
    return Item("decisions", "提请议定", lead, tuple(rows))


def _money(meeting: Meeting) -> Item:
    rows = LightRow.objects.standing().filter(unit=meeting.unit).select_related("project")
    behind = [row for row in rows.order_by("pk") if row.money_tone in ("bad", "warn")]
    behind.sort(key=lambda row: row.money_tone != "bad")
    lead = f"投资进度落后序时的{len(behind)}个。" if behind else "没有投资进度落后序时的项目。"
    shown = tuple(
        Row(
            f"{row.project.name}：{row.money_says}",
            f"/projects/{row.project_id}#money",
            row.money_tone,
        )
        for row in behind
    )
    return Item("money", "投资进度", lead, shown)
