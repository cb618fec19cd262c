"""The five posts: taken, left, and the visits of those who hold them."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from yinfeng.web.desks.projects.following import follow_up
from yinfeng.web.desks.projects.models import Project, Seat, Visit
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.search.actions import put
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_DAY = timedelta(days=1)


@transaction.atomic
def seat(
    project: Project,
    *,
    by: User,
    post: str,
    since: date,
    person: User | None = None,
    body: OrgUnit | None = None,
    name: str = "",
    title: str = "",
    phone: str = "",
) -> Seat:
    """Give a post of the project to somebody from a day; who held it before held it until then."""
    require(by, "projects.seat", project.unit)
    project = keeping.held(project)
    if post not in Seat.Post.values:
        raise Refused("请选择五个岗位之一。")
    called = name.strip() or (person.name if person else body.name if body else "")
    if not called:
        raise Refused("请选择人员或单位，或写明姓名。")
    before = project.seats.filter(post=post, until=None).first()
    if before is not None:
        if since <= before.since:
            raise Refused(f"{before.name}自{before.since}起任此岗，新的起始日期要在这之后。")
        before.until, before.ended_why = since - _DAY, f"由{called}接任"
        before.ended_at = timezone.now()
        before.save(update_fields=["until", "ended_why", "ended_at"])
    made = Seat.objects.create(
        project=project, post=post, person=person, body=body, name=called, title=title.strip(),
        phone=phone.strip(), since=since, by=by,
    )  # fmt: skip
    put(project)
    record(
        by, "projects.seat", project, unit=project.unit, post=post, since=since, name=called,
        before={"name": before.name} if before else None,
    )  # fmt: skip
    return made


@transaction.atomic
def end_seat(held: Seat, *, by: User, until: date, reason: str) -> Seat:
    """Let somebody leave a post; until another takes it, it is empty and shown as such."""
    require(by, "projects.seat", held.project.unit)
    keeping.held(held.project)
    held = Seat.objects.select_for_update(of=("self",)).select_related("project").get(pk=held.pk)
    if held.until is not None:
        raise Refused(f"{held.name}已于{held.until}离岗。")
    if until < held.since:
        raise Refused(f"离岗日期不能早于到岗日期{held.since}。")
    if not reason.strip():
        raise Refused("请写明离岗的原因。")
    held.until, held.ended_why = until, reason.strip()
    held.ended_at = timezone.now()
    held.save(update_fields=["until", "ended_why", "ended_at"])
    put(held)
    record(
        by, "projects.seat", held.project, unit=held.project.unit, reason=reason, post=held.post,
        name=held.name, until=until,
    )  # fmt: skip
    return held


@transaction.atomic
def visit(
    project: Project,
    *,
    by: User,
    day: date,
    who: str,
    says: str,
    today: date,
    solved: str = "",
    is_leader: bool = True,
) -> Visit:
    """Write down a visit to the site: who went, what was found, what was solved."""
    require(by, "projects.visit", project.unit)
    project = keeping.held(project)
    if day > today:
        raise Refused(f"走访要在之后登记，{day}还没有到。")
    if not says.strip():
        raise Refused("请写明走访看到的情况。")
    leader = project.seats.on(day).filter(post=Seat.Post.LEADER).first() if is_leader else None
    if is_leader and leader is None:
        raise Refused(f"{day}这个项目没有挂钩领导，请先配齐，或不计入领导走访。")
    called = who.strip() or (leader.name if leader else "")
    if not called:
        raise Refused("请写明走访的人。")
    made = Visit(
        project=project, seat=leader, day=day, who=called, says=says.strip(),
        solved=solved.strip(), by=by,
    )  # fmt: skip
    made.save(force_insert=True)
    follow_up(project, by=by, today=today)
    record(
        by, "projects.visit", project, unit=project.unit, day=day, who=called,
        counts_for=leader.name if leader else "",
    )  # fmt: skip
    return made
