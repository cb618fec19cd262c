"""The job of siting: the best placement of the projects that were chosen."""

from yinfeng.siting.plans import planned
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.models import Run as Asked
from yinfeng.web.desks.siting.models import RunResult, SitingNeed
from yinfeng.web.desks.siting.offering import need_of, places_of
from yinfeng.web.desks.siting.rules import rules_of
from yinfeng.web.work.job import Job
from yinfeng.web.work.running import Run


def place(task: Run, run: int) -> str:
    """Compute the placement and seal it; one that is sealed stays as it is."""
    asked = Asked.objects.select_related("unit").get(pk=run)
    there = RunResult.objects.filter(run=asked).first()
    if there is None:
        needs = SitingNeed.objects.standing().filter(pk__in=asked.needs)
        rules = rules_of(asked.unit, asked.day)
        listed = needs.select_related("project", "unit").order_by("pk")
        # What a project may reach its own unit says; a placement seats on what can be promised.
        units = {need.unit_id: need.unit for need in listed}
        own = {key: rules_of(unit, asked.day) for key, unit in units.items()}
        wanted = [need_of(need, own[need.unit_id]) for need in listed]
        plan = planned(wanted, places_of(asked.unit, asked.day), rules)
        with task.hold():
            there = actions.seal(asked, plan, rules)
    seats, out = there.plan["seats"], there.plan["left_out"]
    return f"{len(seats)}个项目有地，{len(out)}个没有，与不拼余地的上限相差不超过{there.gap:.2f}%。"


JOBS = (Job("siting.place", "多项目统筹落位", place),)
