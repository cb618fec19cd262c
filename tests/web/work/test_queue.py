"""The queue: asked for with its transaction, done once, put back when its worker is gone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import OperationalError, transaction
from django.utils import timezone

from yinfeng.web.people.models import Post, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.faults import DISK_FULL
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work import actions
from yinfeng.web.work.actions import Overtaken, begin, enqueue, fail, pause_after, put_back, tick
from yinfeng.web.work.job import Daily, Every, Job, jobs
from yinfeng.web.work.models import Slot, State, Task
from yinfeng.web.work.running import Run, run
from yinfeng.web.work.worker import here, is_gone, work_off

SHANGHAI = ZoneInfo("Asia/Shanghai")
pytestmark = pytest.mark.django_db


@dataclass
class Bench:
    """A job of these tests: what it was called with, and what it does when it is called."""

    calls: list[dict[str, object]] = field(default_factory=list)
    does: Callable[[Run], None] = lambda run: None

    def work(self, run: Run, **arguments: object) -> str:
        """Do what the test says."""
        self.calls.append(arguments)
        self.does(run)
        return f"第{len(self.calls)}次"


@pytest.fixture
def bench() -> Iterator[Bench]:
    """A job called `try`, every ten minutes, at most three times."""
    made = Bench()
    known = jobs()
    assert isinstance(known, dict)
    known["try"] = Job("try", "试一试", made.work, Every(timedelta(minutes=10)), tries=3)
    yield made
    del known["try"]


def _raising(failure: Exception) -> Callable[[Run], None]:
    def fails(run: Run) -> None:
        raise failure

    return fails


def test_a_task_is_done_once_with_its_arguments(bench: Bench) -> None:
    enqueue("try", paper=7)
    assert work_off() == 1
    assert work_off() == 0
    assert bench.calls == [{"paper": 7}]
    task = Task.objects.get()
    assert (task.state, task.says, task.attempts) == (State.DONE, "第1次", 1)
    assert task.ended is not None


def test_what_is_rolled_back_was_never_asked_for(bench: Bench) -> None:
    def refused() -> None:
        with transaction.atomic():
            enqueue("try")
            raise Refused("不行")

    with pytest.raises(Refused):
        refused()
    assert not Task.objects.exists()


def test_of_one_key_one_task_waits_and_one_runs(bench: Bench) -> None:
    first = enqueue("try", key="paper:7")
    assert enqueue("try", key="paper:7") == first
    held = begin(here(), timezone.now())
    assert held == first
    second = enqueue("try", key="paper:7")
    assert second != first
    assert begin(here(), timezone.now()) is None
    assert run(held)
    assert begin(here(), timezone.now()) == second


def test_the_longest_due_comes_first_and_none_before_its_time(bench: Bench) -> None:
    now = timezone.now()
    enqueue("try", due=now + timedelta(hours=1), which=3)
    enqueue("try", due=now - timedelta(hours=1), which=1)
    enqueue("try", which=2)
    assert work_off() == 2
    assert bench.calls == [{"which": 1}, {"which": 2}]


def test_a_failure_is_tried_again_after_longer_and_longer_pauses(bench: Bench) -> None:
    bench.does = _raising(ValueError("odd"))
    task, now = enqueue("try"), timezone.now()
    for attempt in (1, 2):
        assert work_off() == 0
        task.refresh_from_db()
        assert (task.state, task.attempts) == (State.WAITING, attempt)
        assert timedelta(0) <= task.due - now - pause_after(attempt) < timedelta(minutes=1)
        Task.objects.update(due=now)
    work_off()
    task.refresh_from_db()
    assert (task.state, task.attempts, len(bench.calls)) == (State.FAILED, 3, 3)
    assert task.says == f"程序出错（ValueError）。请把任务编号{task.pk}告诉系统管理员。"
    assert "odd" in task.trace
    assert pause_after(2) == 4 * pause_after(1)


@pytest.mark.parametrize(
    ("failure", "says"),
    [
        (OSError(28, "No space left on device"), DISK_FULL),
        (OperationalError("database or disk is full"), DISK_FULL),
        (OperationalError("server closed the connection"), "数据库暂时连不上"),
        (PermissionError(13, "denied"), "没有读写文件的权限"),
        (FileNotFoundError(2, "gone"), "文件不见了"),
        (ConnectionRefusedError(111, "refused"), "对方服务器连不上"),
    ],
)
def test_what_a_person_can_mend_is_told_as_such(
    bench: Bench, failure: Exception, says: str
) -> None:
    bench.does = _raising(failure)
    enqueue("try")
    work_off()
    task = Task.objects.get()
    assert says in task.says
    assert task.state == State.WAITING


def test_a_refusal_is_told_and_not_tried_again(bench: Bench) -> None:
    bench.does = _raising(Refused("这份材料不能读。"))
    enqueue("try")
    work_off()
    task = Task.objects.get()
    assert (task.state, task.says, task.trace) == (State.FAILED, "这份材料不能读。", "")


def test_a_task_whose_worker_is_gone_or_silent_is_put_back(bench: Bench) -> None:
    enqueue("try")
    task, now = begin(here(), timezone.now()), timezone.now()
    assert put_back(now, is_gone) == 0
    assert put_back(now, lambda worker: True) == 1
    Task.objects.update(due=now)
    again = begin(here(), now)
    assert again is not None
    assert again.attempts == 2
    assert put_back(now + actions.STALE, is_gone) == 0
    assert actions.beat(again, now + actions.STALE)
    assert put_back(now + 2 * actions.STALE, is_gone) == 0
    assert put_back(now + 3 * actions.STALE, is_gone) == 1
    assert task is not None


def test_a_worker_is_gone_when_its_process_is() -> None:
    place = here().rpartition("/")[0]
    assert not is_gone(f"{here()} token")
    assert is_gone(f"{place}/4194305 token")
    assert not is_gone("elsewhere/1/4194305 token")


def test_a_paper_that_kills_its_worker_is_given_up_in_the_end(bench: Bench) -> None:
    enqueue("try")
    now = timezone.now()
    for _ in range(3):
        Task.objects.update(due=now)
        assert begin(here(), now) is not None
        assert put_back(now, lambda worker: True) == 1
    task = Task.objects.get()
    assert task.state == State.FAILED
    assert "意外中断" in task.says


def test_who_was_overtaken_writes_nothing(bench: Bench) -> None:
    enqueue("try")
    task, now = begin(here(), timezone.now()), timezone.now()
    assert task is not None
    put_back(now, lambda worker: True)
    with pytest.raises(Overtaken), Run(task).hold():
        raise AssertionError("inside")
    with pytest.raises(Overtaken):
        Run(task).tell(1, 2)
    assert not actions.finish(task, now, "")
    assert not fail(task, now, "")
    assert Task.objects.get().state == State.WAITING
    assert not run(task)
    assert Task.objects.get().state == State.WAITING


def test_progress_is_seen_by_others(bench: Bench) -> None:
    seen: list[int] = []

    def half(run: Run) -> None:
        run.tell(3, 6)
        seen.append(Task.objects.get().done)

    bench.does = half
    enqueue("try")
    work_off()
    assert seen == [3]


def test_what_is_put_back_beside_a_later_twin_is_left_to_it(bench: Bench) -> None:
    enqueue("try", key="k")
    task = begin(here(), timezone.now())
    assert task is not None
    enqueue("try", key="k")
    fail(task, timezone.now(), "坏了")
    task.refresh_from_db()
    assert (task.state, "后一个接替" in task.says) == (State.DONE, True)
    assert work_off() == 1


def test_a_schedule_opens_each_slot_once_and_makes_up_what_was_missed_once(bench: Bench) -> None:
    now = timezone.localtime()
    tick(now)
    assert not Task.objects.filter(job="try").exists()
    assert Slot.objects.get(job="try").due == now + timedelta(minutes=10)
    later = now + timedelta(hours=5)
    tick(later)
    tick(later)
    assert Task.objects.filter(job="try").count() == 1
    assert Slot.objects.get(job="try").due == later + timedelta(minutes=10)


def test_a_time_with_nothing_to_do_passes_without_a_task(bench: Bench) -> None:
    known = jobs()
    assert isinstance(known, dict)
    known["try"] = replace(known["try"], is_idle=lambda: True)
    now = timezone.localtime()
    tick(now)
    tick(now + timedelta(hours=1))
    assert not Task.objects.filter(job="try").exists()
    assert Slot.objects.get(job="try").due == now + timedelta(hours=1, minutes=10)


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-09-18T07:00", "2026-09-18T08:30"),
        ("2026-09-18T08:30", "2026-09-20T08:30"),
        ("2026-09-30T09:00", "2026-10-08T08:30"),
    ],
)
def test_working_days_know_make_up_days_and_holidays(moment: str, due: str) -> None:
    daily = Daily(time(8, 30), on_working_days=True)
    begun = datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI)
    assert daily.after(begun) == datetime.fromisoformat(due).replace(tzinfo=SHANGHAI)


def test_a_day_without_working_days_is_every_day() -> None:
    begun = datetime(2026, 10, 1, 3, 0, tzinfo=SHANGHAI)
    assert Daily(time(2)).after(begun) == datetime(2026, 10, 2, 2, 0, tzinfo=SHANGHAI)


def test_old_tasks_are_forgotten_and_failed_ones_are_not(bench: Bench) -> None:
    old = timezone.now() - actions.KEPT - timedelta(days=1)
    for state in State.values:
        Task.objects.create(job="try", state=state, due=old, asked=old, ended=old)
    assert actions.tidy(timezone.now()) == 1
    assert set(Task.objects.values_list("state", flat=True)) == set(State.values) - {State.DONE}


def test_an_unknown_job_fails_with_advice(bench: Bench) -> None:
    now = timezone.now()
    Task.objects.create(job="gone", due=now, asked=now)
    assert work_off() == 0
    assert "升级" in Task.objects.get().says


def test_retrying_is_written_down(bench: Bench, head: User) -> None:
    Post.objects.create(user=head, unit=head.unit, role=Role.SYSTEM, since="2020-01-01")
    bench.does = _raising(Refused("不行"))
    task = enqueue("try")
    work_off()
    bench.does = lambda run: None
    actions.try_again(task, by=head)
    assert Event.objects.get(action="work.retry").actor == head
    assert work_off() == 1
    with pytest.raises(Refused, match="没有失败"):
        actions.try_again(task, by=head)
