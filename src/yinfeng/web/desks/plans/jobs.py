"""The job of plans: what was missed is followed, latest days are reckoned by today's calendar."""

from datetime import time

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from yinfeng.web.desks.plans import actions
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run

_AT_ONCE = 200


def reckon(run: Run) -> str:
    """Reckon the latest days anew: a notice of working days may have been loaded."""
    today = timezone.localdate()
    open_ones = Milestone.objects.standing().filter(plan=OuterRef("pk"), ended=None)
    of_others = ~Q(unit=F("project__unit"))
    wanted = Plan.objects.standing().filter(Exists(open_ones) | of_others).order_by("pk")
    keys = list(wanted.values_list("pk", flat=True))
    changed = 0
    for start in range(0, len(keys), _AT_ONCE):
        with run.hold():
            changed += actions.reckon_again(keys[start : start + _AT_ONCE], today=today)
        run.tell(min(start + _AT_ONCE, len(keys)), len(keys))
    return f"{len(keys)}份计划重算，{changed}个节点的日期有变。"


JOBS = (Job("plans.reckon", "倒排计划重算", reckon, Daily(time(0, 50))),)
