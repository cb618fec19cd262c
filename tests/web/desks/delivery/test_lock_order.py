"""Sheets, marks of milestones, reports and the night's reckoning cross without waiting in a ring.

Each is a process with a connection of its own, over the same two offices in opposite order; on
PostgreSQL a ring of locks would end one of them with an error.
"""

from pathlib import Path

from tests.web.houses import settled

_MADE = """
from datetime import date
from tests.web.desks.plans.made import a_plan
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role
first = OrgUnit.objects.order_by("path").first()
second = OrgUnit.objects.create(
    name="柳桥村", kind=OrgUnit.Kind.TOWN, parent=first, path=first.path + "0007"
)
user = User(username="clerk", name="办事员", unit=first, one_time=False)
user.set_password("Right-Words-1")
user.save()
for unit in (first, second):
    for role in (Role.FIELD, Role.DELIVERY):
        Post.objects.create(user=user, unit=unit, role=role, since=date(2020, 1, 1))
    a_plan(unit, user, name=unit.name + "轴承项目")
"""
_BEGINS = """
from datetime import timedelta
from decimal import Decimal
from django.db import transaction
from tests.web.desks.plans.made import TODAY
from yinfeng.web.desks.delivery.actions.lights import reckon_lights
from yinfeng.web.desks.delivery.actions.money import report_month
from yinfeng.web.desks.plans import actions as plans
from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.desks.projects.actions import begin_imported
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
by = User.objects.select_related("unit").get(username="clerk")
units = list(OrgUnit.objects.filter(name__in=["柳桥村", by.unit.name]).order_by("path"))
projects = list(Project.objects.filter(name__endswith="轴承项目").order_by("pk"))
LATE = TODAY + timedelta(days=500)
print("ready", flush=True)
input()
"""
_SHEETS = """
for at in range(6):
    fresh = [
        Project(unit=unit, name=f"{unit.name}第{at}厂", stage="N1", first_unit=unit)
        for unit in (units if at % 2 else units[::-1])
    ]
    with transaction.atomic():
        keeping.add_many(fresh, by=by)
        begin_imported(fresh, [{} for _ in fresh], by=by, today=TODAY)
print("done")
"""
_BULK = """
for at in range(6):
    with transaction.atomic():
        rows = list(Milestone.objects.filter(gate="", ended=None).order_by("-pk")[:60])
        plans.hold_plans(row.plan_id for row in rows)
        rows = list(
            Milestone.objects.select_for_update().filter(pk__in=[r.pk for r in rows]).order_by("pk")
        )
        plans.reckon_marked(rows, by=by, today=LATE + timedelta(days=at))
print("done")
"""
_MARKS = """
for at in range(6):
    for project in projects[::-1]:
        row = Milestone.objects.filter(project=project, gate="", ended=None).order_by("-pk")[at]
        try:
            plans.begin(row, by=by, day=TODAY, today=LATE, version=row.version)
        except Refused as refusal:
            print(refusal, flush=True)
print("done")
"""
_NIGHT = """
for at in range(6):
    for unit in units[::-1]:
        reckon_lights(unit, today=LATE + timedelta(days=at))
    for project in projects:
        report_month(
            project, by=by, today=TODAY, month=TODAY, yuan=Decimal(100 + at), reason="更正"
        )
print("done")
"""


def test_nobody_waits_in_a_ring(tmp_path: Path) -> None:
    house = settled(tmp_path / "house")
    house.python(_MADE)
    at_once = [house.waiting(_BEGINS + script) for script in (_SHEETS, _BULK, _MARKS, _NIGHT)]
    for one in at_once:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in at_once:
        assert one.stdin is not None
        one.stdin.write("now\n")
        one.stdin.flush()
    said = [one.communicate() for one in at_once]
    assert [out.splitlines()[-1:] for out, _ in said] == [["done"]] * 4, [e[-600:] for _, e in said]
