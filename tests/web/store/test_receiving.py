"""Files that came are read in the background: once, whoever is killed and whenever."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.web.papers import NAME, PAPER, SIGNING
from yinfeng.web.people.models import Post, User
from yinfeng.web.shell.models import Event
from yinfeng.web.store import waiting
from yinfeng.web.store.actions import Arrived, receive, take_in
from yinfeng.web.store.actions.receiving import clear_away, read_arrival
from yinfeng.web.store.models import Arrival, Document, Reading, Upload
from yinfeng.web.work.actions import Overtaken, begin, enqueue, put_back
from yinfeng.web.work.models import State, Task
from yinfeng.web.work.running import Run
from yinfeng.web.work.worker import here, work_off


def _gone(worker: str) -> bool:
    return True


def _begun() -> Task:
    task = begin(here(), timezone.now())
    assert task is not None
    return task


def _waiting() -> list[Path]:
    return sorted((Path(settings.DATA) / "waiting").glob("*"))


def test_what_came_is_read_once_and_its_bytes_move_to_the_papers(clerk: User) -> None:
    before = _waiting()
    receive([Arrived(NAME, PAPER)], by=clerk)
    assert len(_waiting()) == len(before) + 1
    assert not Upload.objects.exists()
    assert work_off() == 1
    arrival = Arrival.objects.get()
    assert (arrival.state, arrival.documents, arrival.upload) == ("read", 1, Upload.objects.get())
    assert _waiting() == before
    kinds = list(Event.objects.order_by("number").values_list("action", flat=True))
    assert kinds == ["library.receive", "library.take_in"]
    assert Event.objects.get(action="library.take_in").actor == clerk


def test_a_kill_after_the_rows_were_written_adds_nothing(clerk: User) -> None:
    receive([Arrived(NAME, PAPER)], by=clerk)
    task = _begun()
    read_arrival(Run(task), **task.arguments)
    put_back(timezone.now(), _gone)
    Task.objects.update(due=timezone.now())
    assert work_off() == 1
    assert Reading.objects.count() == Upload.objects.count() == 1
    assert "读入1份材料" in Task.objects.get().says
    assert Arrival.objects.get().state == "read"


def test_of_two_workers_with_one_file_the_overtaken_one_writes_nothing(clerk: User) -> None:
    receive([Arrived(NAME, PAPER)], by=clerk)
    slow = _begun()
    put_back(timezone.now(), _gone)
    Task.objects.update(due=timezone.now())
    quick = _begun()
    with pytest.raises(Overtaken):
        read_arrival(Run(slow), **slow.arguments)
    assert not Upload.objects.exists()
    assert read_arrival(Run(quick), **quick.arguments).startswith("读入1份材料")


def test_the_same_bytes_twice_in_one_sending_are_kept_once(clerk: User) -> None:
    receive([Arrived(NAME, PAPER), Arrived("又.txt", PAPER)], by=clerk)
    assert work_off() == 2
    assert list(Arrival.objects.order_by("pk").values_list("state", flat=True)) == ["read", "known"]
    assert Upload.objects.count() == Document.objects.count() == 1


def test_who_lost_the_right_meanwhile_brings_nothing_in(clerk: User, neighbour: User) -> None:
    with pytest.raises(PermissionDenied):
        receive([Arrived(NAME, PAPER)], by=neighbour, unit=clerk.unit)
    receive([Arrived(NAME, PAPER)], by=clerk)
    Post.objects.filter(user=clerk).delete()
    work_off()
    task = Task.objects.get()
    assert (task.state, "没有相应权限" in task.says) == (State.FAILED, True)
    assert not Upload.objects.exists()


def test_bytes_that_nobody_waits_for_are_cleared_away_after_a_day(clerk: User) -> None:
    receive([Arrived(NAME, PAPER)], by=clerk)
    kept, orphan, fresh = Arrival.objects.get().token, waiting.put(b"x"), waiting.put(b"y")
    for token in (kept, orphan):
        os.utime(waiting.path_of(token), (0, 0))
    assert clear_away() == 1
    assert not waiting.path_of(orphan).exists()
    assert waiting.get(kept) == PAPER
    waiting.drop(fresh)
    work_off()


def test_a_newer_engine_reads_again_each_file_in_its_own_task(clerk: User) -> None:
    for number in range(3):
        take_in(PAPER + b"\n" * number, f"{number}.txt", by=clerk, engine="0.0.1")
    enqueue("library.find_stale")
    assert work_off() == 4
    assert not Upload.objects.filter(engine="0.0.1").exists()
    assert Reading.objects.count() == 6
    enqueue("library.find_stale")
    assert work_off() == 1
    assert "没有要重读" in Task.objects.latest("pk").says


def test_a_long_file_tells_how_many_papers_are_read(clerk: User) -> None:
    receive([Arrived(NAME, SIGNING.encode())], by=clerk)
    task = _begun()
    read_arrival(Run(task), **task.arguments)
    task.refresh_from_db()
    assert task.done == 1
