"""The days of checks, reckoned anew when a day becomes known or the contract is supplemented."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yinfeng.judgement.standard.days import CheckDay, check_days
from yinfeng.web.desks.leads.rules import rules_of as office_rules
from yinfeng.web.desks.standard.models import Check, Commitment
from yinfeng.web.desks.standard.standing import known_days, rules_at
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record

_SAID = 200


def days_of(commitment: Commitment, checks: Sequence[Check], today: date) -> dict[str, CheckDay]:
    """When each check of a commitment is due, by the working days as they are known today."""
    agreed = {key: date.fromisoformat(day) for key, day in commitment.agreed.items()}
    # What follows a check that was put off runs from the day to which it was.
    put_off = {one.point: one.due for one in checks if one.is_fixed and one.round == 1 and one.due}
    return check_days(
        rules_at(commitment).checks,
        known_days(commitment, checks),
        {**agreed, **put_off},
        office_rules(commitment.unit, today).days,
    )


def fields_of(found: CheckDay) -> dict[str, object]:
    """The day as a check keeps it."""
    return {"opens": found.opens, "due": found.due, "due_says": found.says[:_SAID]}


def reckon_days(commitment: Commitment, *, by: User | None, today: date) -> int:
    """Reckon the days of the checks that nobody has decided or put off; how many changed."""
    checks = list(commitment.checks.select_for_update(of=("self",)).filter(removed_at=None))
    found = days_of(commitment, checks, today)
    changes = [
        (one, fields_of(found[one.point]))
        for one in checks
        if one.state != Check.State.DECIDED and not one.is_fixed and one.point in found
    ]
    made = keeping.change_many(changes, by=by, reason="按合同和已知日期重算")
    if made:
        days = {one.record.point: str(one.record.due or "") for one in made}
        record(by, "standard.reckon", commitment, unit=commitment.unit, days=days)
    return len(made)


@transaction.atomic
def reckon_all(*, today: date) -> int:
    """Reckon the days of all that runs, as holidays become known; how many checks changed."""
    rows = Commitment.objects.standing().filter(state=Commitment.State.RUNNING)
    every = rows.select_related("unit").order_by("pk")
    return sum(reckon_days(one, by=None, today=today) for one in every)
