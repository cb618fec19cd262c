"""The weekly meeting: called, held with its pack sealed; its decisions are followed as tasks."""

from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.reports.renderings.word import BadTemplate
from yinfeng.web.desks.delivery.actions.keeping import keep_file
from yinfeng.web.desks.delivery.models import Meeting, MinutesTemplate, Pack, Task
from yinfeng.web.desks.delivery.packs import made_pack, previous, seal_of, to_json
from yinfeng.web.desks.delivery.papers import check_template
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.notices.actions import tell
from yinfeng.web.people.may import may, require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault

File = tuple[str, bytes]


@transaction.atomic
def call_meeting(
    unit: OrgUnit, *, by: User, title: str, day: date, chair: str, **more: Any
) -> Meeting:
    """Call a meeting on a day; its pack is there at once."""
    require(by, "delivery.meet", unit)
    if Meeting.objects.standing().filter(unit=unit, day=day).exists():
        raise Refused(f"{day}已有一次例会。")
    if not title.strip() or not chair.strip():
        raise Refused("请写明会议名称和主持人。")
    OrgUnit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    head = f"〔{day.year}〕第"
    used = Meeting._base_manager.filter(unit=unit, number__startswith=head)
    numbers = [int(one.number.removeprefix(head).removesuffix("期")) for one in used]
    made = keeping.add(
        Meeting(
            unit=unit,
            title=title.strip(),
            day=day,
            number=f"{head}{max(numbers, default=0) + 1}期",
            chair=chair.strip(),
            **more,
        ),
        by=by,
    )
    record(by, "delivery.meet", made, unit=unit, day=day)
    return made


@transaction.atomic
def correct_meeting(meeting: Meeting, *, by: User, version: int, **values: Any) -> Meeting:
    """Write who was there, who chaired, and what the meeting asked for."""
    require(by, "delivery.meet", meeting.unit)
    allowed = {"title", "place", "chair", "recorder", "present", "absent", "words"}
    assert set(values) <= allowed, values
    made = keeping.change(meeting, by=by, version=version, **values)
    record(
        by, "delivery.meet", made.record, unit=meeting.unit, before=made.before, changed=made.after
    )
    return made.record


@transaction.atomic
def hold_meeting(meeting: Meeting, *, by: User, today: date, version: int) -> Meeting:
    """Seal the pack as it lay before the meeting; from now on it does not change."""
    require(by, "delivery.meet", meeting.unit)
    meeting = keeping.held(meeting, version=version)
    if meeting.state != Meeting.State.CALLED:
        raise Refused("这次会议已经封存。")
    if meeting.day > today:
        raise Refused("会议还没有到日子。")
    earlier = Meeting.objects.standing().filter(
        unit=meeting.unit, state=Meeting.State.CALLED, day__lt=meeting.day
    )
    if waiting := earlier.order_by("day").first():
        raise Refused(f"{waiting}还没有封存，请先封存或删除它。")
    content = to_json(made_pack(meeting))
    Pack.objects.create(meeting=meeting, content=content, sha256=seal_of(content), by=by)
    made = keeping.change(meeting, by=by, state=Meeting.State.HELD).record
    before = previous(made)
    record(
        by,
        "delivery.meet",
        made,
        unit=made.unit,
        sha256=seal_of(content),
        previous=before.number if before else "",
    )
    return made


@transaction.atomic
def decide(
    meeting: Meeting,
    *,
    by: User,
    says: str,
    owner: str,
    due: date,
    project: Project | None = None,
    person: User | None = None,
    measure: str = "",
) -> Task:
    """One decision of the meeting as a task with owner and day."""
    require(by, "delivery.meet", meeting.unit)
    if not says.strip() or not owner.strip():
        raise Refused("请写明议定什么、由谁负责。")
    if due < meeting.day:
        raise Refused("完成期限不能早于会议日期。")
    if project is not None and project.unit_id != meeting.unit_id:
        raise Refused("这个项目不在本单位。")
    if person is not None and not may(person, "delivery.task", meeting.unit):
        raise Refused(f"{person}在本单位没有办理议定事项的岗位。")
    Meeting._base_manager.select_for_update(of=("self",)).get(pk=meeting.pk)
    last = Task._base_manager.filter(meeting=meeting).order_by("ordinal").last()
    made = keeping.add(
        Task(
            unit=meeting.unit,
            meeting=meeting,
            ordinal=last.ordinal + 1 if last else 1,
            project=project,
            says=says.strip(),
            owner=owner.strip(),
            person=person,
            due=due,
            measure=measure.strip(),
        ),
        by=by,
    )
    if person is not None:
        told = f"{meeting.number}议定：{made.says}，请于{due}前完成。"
        tell(
            [person],
            kind="delivery.task",
            says=told,
            address=f"/delivery/tasks/{made.pk}",
            unit=meeting.unit,
            key=str(made.pk),
        )
    record(by, "delivery.meet", made, unit=meeting.unit, owner=owner, due=due, says=says)
    return made


@transaction.atomic
def claim_task(
    task: Task, *, by: User, today: date, version: int, result: str, file: File | None = None
) -> Task:
    """Say that a task is done; it is 自报 until another person confirms it."""
    require(by, "delivery.task", task.unit)
    task = keeping.held(task, version=version)
    if task.state not in (Task.State.OPEN, Task.State.CLAIMED):
        raise Refused(f"这件事现为“{task.get_state_display()}”。")
    if not result.strip():
        raise Refused("请写明结果。")
    values: dict[str, Any] = {
        "state": Task.State.CLAIMED,
        "claimed": today,
        "claimed_by": by,
        "result": result.strip(),
    }
    if file:
        values["attachment"] = keep_file(*file, by=by, unit=task.unit, project=task.project)
    made = keeping.change(task, by=by, **values).record
    record(by, "delivery.task", made, unit=task.unit, result=result)
    return made


@transaction.atomic
def confirm_task(
    task: Task, *, by: User, today: date, version: int, done: bool, says: str = ""
) -> Task:
    """Confirm that a task is done, or hand it back; never by who said so."""
    require(by, "delivery.confirm_task", task.unit)
    task = keeping.held(task, version=version)
    if task.state != Task.State.CLAIMED:
        raise Refused("还没有人报完成。")
    if task.claimed_by_id == by.pk:
        raise Refused("自己报完成的，要由另一人确认。")
    if not done and not says.strip():
        raise Refused("退回的，请写明理由。")
    values: dict[str, Any] = {"state": Task.State.OPEN}
    if done:
        # A task was done when it was said to be, not when somebody found time to look.
        values = {"state": Task.State.DONE, "done": task.claimed or today, "done_by": by}
    made = keeping.change(task, by=by, reason=says, **values).record
    record(by, "delivery.confirm_task", made, unit=task.unit, done=done, reason=says)
    return made


@transaction.atomic
def drop_task(task: Task, *, by: User, version: int, reason: str) -> Task:
    """Let a task go that is no longer wanted, for a reason."""
    require(by, "delivery.confirm_task", task.unit)
    task = keeping.held(task, version=version)
    if task.state == Task.State.DONE:
        raise Refused("已完成的事项不能撤销。")
    if not reason.strip():
        raise Refused("请写明不再办理的理由。")
    made = keeping.change(
        task, by=by, reason=reason, state=Task.State.DROPPED, result=reason
    ).record
    record(by, "delivery.confirm_task", made, unit=task.unit, dropped=True, reason=reason)
    return made


def set_minutes_template(*, by: User, unit: OrgUnit, name: str, content: bytes) -> MinutesTemplate:
    """Let the office's own Word template be filled from now on; no bytes take it back."""
    require(by, "delivery.set_form", unit)
    if content:
        try:
            check_template(content)
        except BadTemplate as error:
            raise Refused(f"这个模板不能用：{error}。原来的模板继续使用。") from error
    return _template_set(by, unit, name, content)


@transaction.atomic
def _template_set(by: User, unit: OrgUnit, name: str, content: bytes) -> MinutesTemplate:
    sha256 = vault.put(content) if content else ""
    made = MinutesTemplate.objects.create(
        unit=unit, name=name[-255:] if content else "", sha256=sha256, by=by
    )
    record(by, "delivery.set_form", made, unit=unit, sha256=sha256)
    return made
