"""kill -9 at random moments while papers come in and are read: nothing lost, nothing twice.

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
_SEND = """
import sys
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.papers import PAPER
from yinfeng.web.people.models import User
User.objects.filter(username="zhuren").update(one_time=False)
client = Client()
client.force_login(
    User.objects.get(username="zhuren"), backend="django.contrib.auth.backends.ModelBackend"
)
for number in range({first}, {last}):
    file = SimpleUploadedFile(f"{{number}}.txt", PAPER + b"." * number)
    answer = client.post("/library/upload", {{"papers": file}}, headers={{"host": "localhost"}})
    assert answer.status_code == 302, answer.content.decode()
    print(number, flush=True)
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
    """Sends papers one after the other; whoever is killed is followed by one who goes on."""

    def __init__(self, house: House) -> None:
        self.house = house
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
        assert set(self.taken) == set(range(_PAPERS))

    def _started(self, first: int) -> "subprocess.Popen[str]":
        return self.house.talking(_SEND.format(first=first, last=_PAPERS))

    def _note(self) -> None:
        said, _ = self.process.communicate()
        self.taken += [int(line) for line in said.split()]


def test_nothing_is_lost_and_nothing_twice(tmp_path: Path) -> None:
    house, dice, pause = settled(tmp_path), random.Random(20261122), threading.Event()
    sender, worker = Sender(house), house.start("work")
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
