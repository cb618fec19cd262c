"""A file that an office lays over the rules of the house, checked before it holds."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from django.db import models, transaction

from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.lexicon.soundness import refuse
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_Rule = TypeVar("_Rule", bound=models.Model)


@transaction.atomic
def put_down(
    model: type[_Rule],
    action: str,
    check: Callable[[str], object],
    unit: OrgUnit,
    *,
    by: User,
    text: str,
    since: date,
    reason: str,
    today: date,
    **about: Any,
) -> _Rule:
    """The row of a file that holds from a day on; an empty one takes the house's rules again.

    *action* is the right and the event, *check* raises BadPolicy for a file that cannot hold,
    *about* says which file of the room it is.
    """
    require(by, action, unit)
    if since < today:
        raise Refused("办法从今天或以后起施行，不能改过去的结果。")
    try:
        check(text.strip())
        # What no file may hold anywhere is asked of every room, whatever else it checks.
        refuse(text, ())
    except BadPolicy as error:
        raise Refused(f"这份办法不能用：{error}。") from error
    rule = model._default_manager.create(
        unit=unit, text=text.strip(), since=since, by=by, why=reason.strip(), **about
    )
    record(by, action, rule, unit=unit, reason=reason, **about, since=since, text=text)
    return rule
