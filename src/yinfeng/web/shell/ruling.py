"""A file that an office lays over the rules of the house, checked before it holds."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypedDict, TypeVar

from django.db import transaction

from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.lexicon.soundness import refuse
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.office_files import OfficeFile
from yinfeng.web.shell.refusals import Refused

_File = TypeVar("_File", bound=OfficeFile)


class Laid(TypedDict):
    """What is said of a file: who lays it down, its words, from when on, and why."""

    by: User
    text: str
    since: date
    reason: str
    today: date


class LaidOf(Laid):
    """The same in a room that has several files: which one."""

    kind: str


@transaction.atomic
def put_down(
    model: type[_File],
    action: str,
    check: Callable[[_File], object],
    unit: OrgUnit,
    *,
    by: User,
    text: str,
    since: date,
    reason: str,
    today: date,
    **which: Any,
) -> _File:
    """The row of a file that holds from a day on; an empty one takes the house's rules again.

    *action* is the right and the event, *check* raises BadPolicy for a file that cannot hold,
    *which* says which file of the room it is.
    """
    require(by, action, unit)
    if since < today:
        raise Refused("办法从今天或以后起施行，不能改过去的结果。")
    rule = model(unit=unit, text=text.strip(), since=since, by=by, why=reason.strip(), **which)
    try:
        check(rule)
        # What no file may hold anywhere is asked of every room, whatever else it checks.
        refuse(rule.text, ())
    except BadPolicy as error:
        raise Refused(f"这份办法不能用：{error}。") from error
    rule.save()
    record(by, action, rule, unit=unit, reason=reason, **which, since=since, text=text)
    return rule
