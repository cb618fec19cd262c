"""The jobs of delivery: lights and problems each early morning, with the notices they issue."""

from datetime import time

from django.utils import timezone

from yinfeng.web.desks.delivery.actions.following import carry, strayed
from yinfeng.web.desks.delivery.actions.lights import reckon_lights
from yinfeng.web.desks.delivery.actions.urging import issue_urges
from yinfeng.web.desks.delivery.actions.watching import tell_of_stills
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def reckon(run: Run) -> str:
    """Reckon the lights of every unit that has projects, and urge what is late of its problems."""
    today, turned, urged = timezone.localdate(), 0, 0
    for project in strayed():
        with run.hold():
            carry(project, by=None, today=today)
    wanted = Project.objects.standing().open().order_by().values("unit").distinct()
    units = list(OrgUnit.objects.filter(pk__in=wanted).order_by("path"))
    for done, unit in enumerate(units, 1):
        with run.hold():
            turned += reckon_lights(unit, today=today)
            urged += issue_urges(unit, today=today)
            tell_of_stills(unit, today=today)
        run.tell(done, len(units))
    return f"{turned}个项目的灯有变化，催办问题{urged}次。"


JOBS = (Job("delivery.reckon", "项目亮灯测算", reckon, Daily(time(5, 10)), rank=2),)
