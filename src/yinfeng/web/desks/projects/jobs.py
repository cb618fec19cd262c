"""The jobs of projects: leads that became projects, and papers that tell more of them."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from yinfeng.web.desks.leads.models import Conversion
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.models import Project, ProjectFact
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.store.models import Decision
from yinfeng.web.work.job import Every, Job
from yinfeng.web.work.running import Run

_MOST = 200


def take_over(run: Run) -> str:
    """Open a project for each converted lead that has none yet."""
    waiting = Conversion.objects.filter(project=None).select_related("by", "unit").order_by("pk")
    made = 0
    for conversion in waiting[:_MOST]:
        with run.hold():
            actions.take_over(conversion, by=conversion.by, today=timezone.localdate())
            made += 1
    return f"{made}条线索立为项目。"


def hear(run: Run) -> str:
    """Attach what people accepted to the projects that it tells of."""
    changed = 0
    for unit in _with_news():
        with run.hold():
            changed += len(actions.hear(unit, by=None, today=timezone.localdate()))
    return f"{changed}个项目补上了新核实的记载。"


def _with_news() -> list[OrgUnit]:
    """The units that have projects, and accepted facts of projects that none of them has."""
    taken = ProjectFact.objects.filter(fact=OuterRef("entry__fact"))
    news = Decision.objects.filter(
        entry__fact__kind="project", at__gte=timezone.now() - timedelta(days=2)
    )
    units = news.filter(~Exists(taken)).values("document__unit")
    having = Project.objects.standing().values("unit")
    return list(OrgUnit.objects.filter(pk__in=units).filter(pk__in=having).order_by("pk"))


JOBS = (
    Job("projects.take_over", "线索转入的项目立项", take_over, Every(timedelta(minutes=2)), rank=2),
    Job("projects.hear", "新核实的材料归入项目", hear, Every(timedelta(minutes=10)), rank=3),
)
