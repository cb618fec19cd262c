"""People are told, read what they are told, and say how they want to be told."""

from collections.abc import Iterable

from django.db import connection, transaction
from django.utils import timezone

from yinfeng.web.notices.hours import next_morning, next_open
from yinfeng.web.notices.models import Notice, Posting, Robot, Wish
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_LONGEST = 300


def tell(
    people: Iterable[User],
    *,
    kind: str,
    says: str,
    address: str = "",
    unit: OrgUnit | None = None,
    key: str = "",
) -> int:
    """Tell each of the people, in the caller's transaction; how many were not told before.

    What is told under one *kind* and *key* is told a person once, however often it is asked for.
    """
    assert connection.in_atomic_block, "a notice belongs in the transaction of what it tells"
    now = timezone.localtime()
    them = {person.pk: person for person in people}
    if key:
        known = Notice.objects.filter(to__in=them, kind=kind, key=key).values_list("to", flat=True)
        for pk in known:
            them.pop(pk, None)
    wishes = {wish.user_id: wish for wish in Wish.objects.filter(user__in=them)}
    for person in them.values():
        notice = Notice.objects.create(
            to=person, unit=unit, kind=kind, says=says[:_LONGEST], address=address, at=now, key=key
        )
        wish = wishes.get(person.pk)
        if wish and wish.mail and wish.when != Wish.When.NEVER:
            soon = wish.when == Wish.When.SOON
            due = next_open(now) if soon else next_morning(now)
            Posting.objects.create(notice=notice, due=due)
    return len(them)


def announce(unit: OrgUnit, *, kind: str, says: str, address: str = "", key: str = "") -> bool:
    """Tell the group chats of a unit; whether there is one and it was not told before."""
    assert connection.in_atomic_block, "a notice belongs in the transaction of what it tells"
    robots = Robot.objects.filter(unit=unit, ended=None)
    told = Notice.objects.filter(to=None, unit=unit, kind=kind, key=key)
    if not robots or (key and told.exists()):
        return False
    now = timezone.localtime()
    notice = Notice.objects.create(
        unit=unit, kind=kind, says=says[:_LONGEST], address=address, at=now, key=key
    )
    for robot in robots:
        Posting.objects.create(notice=notice, robot=robot, due=next_open(now))
    return True


@transaction.atomic
def read_all(user: User) -> int:
    """Note that the user has read everything; how much there was."""
    return Notice.objects.visible_to(user).unread().update(read=timezone.now())


@transaction.atomic
def wish(user: User, *, mail: str, when: str) -> Wish:
    """Let the user be told as the user wants."""
    if when != Wish.When.NEVER and not mail:
        raise Refused("要收邮件，请填写邮箱。")
    made, _ = Wish.objects.update_or_create(user=user, defaults={"mail": mail, "when": when})
    record(user, "notices.wish", made, unit=user.unit, when=when)
    return made


@transaction.atomic
def add_robot(*, by: User, unit: OrgUnit, name: str, address: str) -> Robot:
    """Let a unit's notices go to a group chat, too."""
    require(by, "notices.robot", unit)
    robot = Robot.objects.create(unit=unit, name=name, address=address)
    # The address holds the key of the robot: it does not belong on the trail.
    record(by, "notices.robot", robot, unit=unit, name=name)
    return robot


@transaction.atomic
def end_robot(robot: Robot, *, by: User) -> Robot:
    """Send nothing more to a group chat; what waits for it is dropped."""
    require(by, "notices.robot", robot.unit)
    robot = Robot.objects.select_for_update(of=("self",)).get(pk=robot.pk)
    if robot.ended is not None:
        raise Refused("这个群机器人已经停用。")
    robot.ended = timezone.now()
    robot.save(update_fields=["ended"])
    waiting = Posting.objects.filter(robot=robot, state=Posting.State.WAITING)
    waiting.update(state=Posting.State.FAILED)
    record(by, "notices.robot", robot, unit=robot.unit, ended=robot.ended)
    return robot
