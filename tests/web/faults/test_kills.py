"""kill -9 at random moments while papers come in, sheets are imported and reports are issued.

Nothing may be lost, nothing done twice.

`make faults` kills a hundred times, `make test` a few. The sender stands for the server: it asks
the application itself, and is killed in the middle of a request like a server would be.
"""

import json
import os
import random
import signal
import subprocess
import threading
from pathlib import Path
from time import monotonic

from tests.web.houses import House, settled

KILLS = int(os.environ.get("YINFENG_KILLS", "4"))
_PAPERS = 6 + KILLS
_PATIENCE = 600.0
_SIGN_IN = """
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from yinfeng.web.people.models import User
User.objects.filter(username="zhuren").update(one_time=False)
client = Client()
client.force_login(
    User.objects.get(username="zhuren"), backend="django.contrib.auth.backends.ModelBackend"
)
"""
_SEND = """
from tests.web.papers import PAPER
for number in range({first}, {last}):
    file = SimpleUploadedFile(f"{{number}}.txt", PAPER + b"." * number)
    answer = client.post("/library/upload", {{"papers": file}}, headers={{"host": "localhost"}})
    assert answer.status_code == 302, answer.content.decode()
    print(number, flush=True)
"""
_WORK = """
import re
from datetime import date, timedelta
for number in range({first}, {last}):
    row = "第{{0}}批{{1}}号项目,甬城{{0}}{{1}}仪表有限公司\\n"
    rows = "".join(row.format(number, n) for n in range(201))
    sheet = SimpleUploadedFile("线索.csv", ("项目名称,投资方\\n" + rows).encode("utf-8-sig"))
    unit = User.objects.get(username="zhuren").unit_id
    sent, here = {{"sheet": sheet, "unit": unit}}, {{"host": "localhost"}}
    place = client.post("/leads/import/take", sent, headers=here)["Location"]
    page = client.get(place, headers=here).content.decode()
    seal = re.search('name="seal" value="([^"]+)"', page)
    if seal:
        client.post(place + "/run", {{"seal": seal[1]}}, headers=here)
    day = {{"last": str(date(2026, 3, 2) + timedelta(days=number))}}
    answer = client.post("/reports/daily/issue", day, headers=here)
    assert answer.status_code in (302, 422), answer.content.decode()
    print(number, flush=True)
"""
_DONE = """
import json
from collections import Counter
from yinfeng.web.desks.leads.models import Clock, Lead, Statement
from yinfeng.web.desks.reports.models import Issue, IssueFile
from yinfeng.web.shell.models import Event
from yinfeng.web.work.models import State, Task
print(json.dumps({
    "leads": Lead.objects.count(),
    "names": len(set(Lead.objects.values_list("name", flat=True))),
    "numbers": len(set(Lead.objects.values_list("number", flat=True))),
    "forms": Statement.objects.count(),
    "begun": Event.objects.filter(action="leads.register").count(),
    "imports": Event.objects.filter(action="lists.import").count(),
    "versions": Lead.history.count(),
    "serials": sorted(Issue.objects.values_list("serial", flat=True)),
    "days": len(set(Issue.objects.values_list("last", flat=True))),
    "files": sorted(Counter(IssueFile.objects.values_list("issue", flat=True)).values()),
    "failed": list(Task.objects.filter(state=State.FAILED).values_list("says", flat=True)),
}))
"""
_LEFT = """
from django.utils import timezone
from yinfeng.web.work.models import State, Task
print(Task.objects.filter(state__in=(State.WAITING, State.RUNNING)).exclude(key="schedule").count())
"""
_STATE = """
import json
from django.conf import settings
from pathlib import Path
from yinfeng.web.shell.models import Event
from yinfeng.web.store.models import Arrival, Document, Reading, Upload
from yinfeng.web.work.models import State, Task
waiting = set(Arrival.objects.filter(state="waiting").values_list("token", flat=True))
print(json.dumps({
    "names": sorted(Upload.objects.values_list("name", flat=True)),
    "documents": Document.objects.count(),
    "readings": Reading.objects.count(),
    "events": Event.objects.filter(action="library.take_in").count(),
    "waiting": len(waiting),
    "failed": list(Task.objects.filter(state=State.FAILED).values_list("says", flat=True)),
}))
"""


def _children(pid: int) -> list[int]:
    """The processes that a process has started."""
    told = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in told.read_text().split()] if told.exists() else []


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


class Sender:
    """Sends one thing after the other; whoever is killed is followed by one who goes on."""

    def __init__(self, house: House, script: str, last: int) -> None:
        self.house, self.script, self.last = house, _SIGN_IN + script, last
        self.taken: list[int] = []
        self.process = self._started(0)

    def kill_and_go_on(self) -> None:
        """kill -9 in the middle; the next begins with the first paper that was not acknowledged."""
        self.process.kill()
        self._note()
        # What was not acknowledged may have come all the same: it is sent again.
        self.process = self._started(max(self.taken, default=-1) + 1)

    def end(self) -> None:
        """Wait until everything was sent."""
        self._note()
        assert self.process.returncode == 0
        assert set(self.taken) == set(range(self.last))

    def _started(self, first: int) -> "subprocess.Popen[str]":
        return self.house.talking(self.script.format(first=first, last=self.last))

    def _note(self) -> None:
        said, _ = self.process.communicate()
        self.taken += [int(line) for line in said.split()]


def _live_through(house: House, script: str, last: int, dice: random.Random) -> None:
    """Send, kill at random moments, and wait until everything that was sent is done."""
    pause = threading.Event()
    sender, worker = Sender(house, script, last), house.start("work")
    for number in range(KILLS):
        pause.wait(dice.uniform(0.1, 4.0))
        if number % 4 == 0:
            sender.kill_and_go_on()
        elif number % 4 == 3:
            _kill(worker.pid)
            worker.wait()
            worker = house.start("work")
        else:
            for child in _children(worker.pid):
                _kill(child)
    sender.end()
    begun = monotonic()
    while house.python(_LEFT) != "0":
        assert monotonic() - begun < _PATIENCE, "the queue does not empty"
        pause.wait(1.0)
    worker.terminate()
    worker.wait(60)


def test_nothing_is_lost_and_nothing_twice(tmp_path: Path) -> None:
    house = settled(tmp_path)
    _live_through(house, _SEND, _PAPERS, random.Random(20261122))
    state = json.loads(house.python(_STATE))
    assert state == {
        "names": sorted(f"{number}.txt" for number in range(_PAPERS)),
        "documents": _PAPERS,
        "readings": _PAPERS,
        "events": _PAPERS,
        "waiting": 0,
        "failed": [],
    }
    assert "事件链完整" in house.yinfeng("manage", "audit", "verify")
    assert "存储完好" in house.yinfeng("manage", "store", "verify")


def test_every_sheet_is_imported_once_and_every_report_issued_once(tmp_path: Path) -> None:
    house, rounds = settled(tmp_path), 2 + KILLS // 5
    _live_through(house, _WORK, rounds, random.Random(20261123))
    rows = 201 * rounds
    assert json.loads(house.python(_DONE)) == {
        "leads": rows,
        "names": rows,
        "numbers": rows,
        "forms": rows,
        "begun": rows,
        "imports": rounds,
        "versions": rows,
        "serials": list(range(1, rounds + 1)),
        "days": rounds,
        "files": [3] * rounds,
        "failed": [],
    }
    assert "事件链完整" in house.yinfeng("manage", "audit", "verify")


def test_a_backup_that_is_killed_leaves_nothing_half_done(tmp_path: Path) -> None:
    house, dice, pause = settled(tmp_path / "house"), random.Random(7), threading.Event()
    target = tmp_path / "kept" / "night.zip"
    for _ in range(max(KILLS // 10, 1)):
        process = house.start("backup", str(target))
        pause.wait(dice.uniform(0.5, 6.0))
        _kill(process.pid)
        process.wait()
        if target.exists():
            assert "备份完好" in house.yinfeng("restore", target, "--check")
    assert "已备份" in house.yinfeng("backup", target)
    assert "备份完好" in house.yinfeng("restore", target, "--check")
