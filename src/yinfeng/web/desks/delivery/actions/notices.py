"""What a red light issues: a notice on the day, the leader, a 督办单 with its number, a 约谈."""

from datetime import date

from django.db import transaction

from yinfeng.judgement.lights import calls
from yinfeng.lexicon.lights import Rung
from yinfeng.web.desks.delivery.actions.keeping import keep_file, next_order
from yinfeng.web.desks.delivery.actions.receivers import receivers
from yinfeng.web.desks.delivery.models import Call, LightRow, Reply, Turn
from yinfeng.web.desks.delivery.rules import days_of, ladder_on
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.notices.actions import tell
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

File = tuple[str, bytes]


def issue_calls(unit: OrgUnit, *, today: date, only: Project | None = None) -> int:
    """Issue every rung that is due for the red lights of a unit, in the caller's transaction.

    What was paused, lost or ended is urged no more.
    """
    ladder, days = ladder_on(unit, today), days_of(unit, today)
    rows = LightRow.objects.standing().filter(
        unit=unit, is_alarm=True, project__state=Project.State.OPEN, project__removed_at=None
    )
    if only is not None:
        rows = rows.filter(project=only)
    issued = 0
    for row in rows.select_related("project__unit"):
        turn = _turned_red(row)
        known = set(turn.calls.values_list("rung", flat=True)) if turn else set()
        for call in calls(ladder, row.since, days, today) if turn else ():
            if call.rung.key not in known:
                assert turn is not None
                _issue(row, turn, call.rung, call.day)
                issued += 1
    return issued


@transaction.atomic
def reply(call: Call, *, by: User, today: date, says: str, file: File | None = None) -> Reply:
    """Answer a call: why it came to this, what is done, by when."""
    require(by, "delivery.reply", call.project.unit)
    if not says.strip():
        raise Refused("请写明原因、措施和完成时间。")
    project = call.project
    proof = keep_file(*file, by=by, unit=project.unit, project=project) if file else None
    made = Reply.objects.create(call=call, says=says.strip(), day=today, attachment=proof, by=by)
    record(by, "delivery.reply", made, unit=project.unit, call=call.pk)
    return made


def _turned_red(row: LightRow) -> Turn | None:
    """The turn by which the light became what it is."""
    return row.project.turns.filter(now=row.light, day=row.since).order_by("-pk").first()


def _issue(row: LightRow, turn: Turn, rung: Rung, day: date) -> None:
    people, missing = receivers(row.project, rung.to, day)
    number = next_order(row.unit, day) if rung.kind == "order" else ""
    made = Call.objects.create(
        project=row.project,
        turn=turn,
        rung=rung.key,
        kind=rung.kind,
        says=rung.says,
        asks=rung.asks,
        number=number,
        to=[person.name for person in people],
        untold=missing,
        day=day,
    )
    why = "；".join(row.reasons[:2])
    says = f"{rung.says}{number}：{row.project.name}{row.says}（{why}）。{rung.asks}。"
    address = f"/projects/{row.project_id}#lights"
    tell(people, kind="delivery.call", says=says, address=address, unit=row.unit, key=str(made.pk))
    record(None, "delivery.reckon", made, unit=row.unit, rung=rung.key, to=made.to, untold=missing)
