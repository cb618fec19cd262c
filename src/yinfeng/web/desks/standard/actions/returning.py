"""What was taken back stands in the register as it is now: proposed to who keeps the register."""

from django.db import transaction

from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.standard.models import StandardPlot
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def give_back(
    plot: StandardPlot, *, by: User, version: int, state: str, reason: str = ""
) -> Parcel:
    """The parcel of a plot that was taken back, in the state that the keeper of land says."""
    require(by, "standard.give_back", plot.unit)
    held = keeping.held(plot, version=version)
    parcel = keeping.held(held.parcel)
    if held.state != StandardPlot.State.RECLAIMED or parcel.state not in StandardPlot.TAKEN:
        raise Refused("这宗地不用更新状态：没有收回，或登记里已经改过。")
    if state not in StandardPlot.FREE_AGAIN:
        raise Refused("收回后的状态只能是净地待供、闲置或停用、规划未供。")
    why = reason.strip() or "标准地已收回"
    made = land.change(parcel, by=by, version=parcel.version, reason=why, state=state)
    record(by, "standard.give_back", held, unit=held.unit, reason=why, parcel=made.pk, state=state)
    return made
