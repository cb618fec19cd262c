"""The jobs of leads: rights that lapse, papers that tell of leads, days that are reckoned again."""

from datetime import time, timedelta

from django.db.models import Max
from django.utils import timezone

from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.models import Hearing
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.store.models import Decision
from yinfeng.web.work.job import Daily, Every, Job
from yinfeng.web.work.running import Run


def lapse(run: Run) -> str:
    """Let go to the public pool what nobody may keep any longer."""
    with run.hold():
        return f"{actions.lapse(today=timezone.localdate())}条线索首报失效，转入公海。"


def hear(run: Run) -> str:
    """Attach what people accepted to the leads it tells of, and grade those anew."""
    changed = 0
    for unit in _with_news():
        with run.hold():
            changed += actions.hear(unit, today=timezone.localdate())
    return f"{changed}条线索按新核实的材料重新分级。"


def meet(run: Run) -> str:
    """Grade the leads anew whose visit, planned before, has taken place by now."""
    with run.hold():
        return f"{actions.hear_again(today=timezone.localdate())}条线索按招商往来重新分级。"


def reckon(run: Run) -> str:
    """Reckon provisional days again: a notice may have been loaded."""
    with run.hold():
        return f"{actions.reckon_again(today=timezone.localdate())}个暂定的时限有变。"


def _with_news() -> list[OrgUnit]:
    """The units where something was decided that their leads have not heard."""
    heard = dict(Hearing.objects.values_list("unit", "decision"))
    latest = Decision.objects.order_by().values_list("document__unit").annotate(Max("pk"))
    wanted = [unit for unit, decision in latest if decision > heard.get(unit, 0)]
    return list(OrgUnit.objects.filter(pk__in=wanted).order_by("pk"))


def remind(run: Run) -> str:
    """Tell everybody what runs out and what has run out."""
    with run.hold():
        return f"提醒了{actions.remind(today=timezone.localdate())}人次。"


JOBS = (
    Job("leads.meet", "招商往来计入线索", meet, Daily(time(0, 10))),
    Job("leads.lapse", "线索首报到期转公海", lapse, Daily(time(0, 20))),
    Job("leads.hear", "新核实的材料归入线索", hear, Every(timedelta(minutes=5)), rank=3),
    Job("leads.remind", "提醒线索时限", remind, Daily(time(8, 20), on_working_days=True)),
    Job("leads.reckon", "暂定时限重算", reckon, Daily(time(0, 40))),
)
