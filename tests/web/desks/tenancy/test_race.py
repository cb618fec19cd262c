"""Several clerks let the same room in the same moment: one has it, the others are told who has.

Each is a process with a connection of its own; they begin at a word, on either database.
"""

import subprocess
import sys
from pathlib import Path

from tests.web.houses import settled

_CLERKS = 4
_MADE = """
from datetime import date
from tests.web.desks.tenancy.grounds import park_of
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role
unit = OrgUnit.objects.order_by("path").first()
for at in range({clerks}):
    user = User(username=f"clerk{{at}}", name=f"办事员{{at}}", unit=unit, one_time=False)
    user.set_password("Right-Words-1")
    user.save()
    Post.objects.create(user=user, unit=unit, role=Role.HEAD, since=date(2020, 1, 1))
park_of(unit, User.objects.get(username="clerk0"))
"""
_LETS = """
import django; django.setup()
from tests.web.desks.tenancy.grounds import stays
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused
by = User.objects.select_related("unit").get(username="clerk{at}")
print("ready", flush=True)
input()
try:
    stays(by, firm="云泽第{at}厂")
except Refused as refusal:
    print(f"refused: {{refusal}}")
else:
    print("let")
"""
_LEFT = """
from yinfeng.web.desks.land.models import Unit
from yinfeng.web.desks.tenancy.models import Occupancy
print(Occupancy.objects.count(), Unit.objects.get(number="201").let_area)
"""


def test_of_those_who_let_a_room_at_once_one_has_it_and_the_others_are_told(
    tmp_path: Path,
) -> None:
    house = settled(tmp_path / "house")
    house.python(_MADE.format(clerks=_CLERKS))
    pipe = subprocess.PIPE
    clerks = [
        subprocess.Popen(
            [sys.executable, "-c", _LETS.format(at=at)],
            env=house.env, stdin=pipe, stdout=pipe, text=True,
        )
        for at in range(_CLERKS)
    ]  # fmt: skip
    for clerk in clerks:
        assert clerk.stdout is not None
        assert clerk.stdout.readline() == "ready\n"
    for clerk in clerks:
        assert clerk.stdin is not None
        clerk.stdin.write("now\n")
        clerk.stdin.flush()
    said = [clerk.communicate()[0].strip() for clerk in clerks]
    assert said.count("let") == 1, said
    others = [one for one in said if one != "let"]
    assert all("再租1,000㎡就重复了" in one for one in others), others
    holder = f"云泽第{said.index('let')}厂"
    assert all(holder in one for one in others), others
    assert house.python(_LEFT) == "1 1000.00"
