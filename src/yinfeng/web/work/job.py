"""What a job is: a name, what an office calls it, the function that does it, and when it is due.

Each app lists its jobs in JOBS of its own `jobs.py`; nothing else has to be told. A job is asked
for by name, so that a lower layer can ask for work that a higher one does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from yinfeng.lexicon.calendar import calendar

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Every:
    """Again and again, so long after the last time."""

    pause: timedelta

    def after(self, moment: datetime) -> datetime:
        """The next time."""
        return moment + self.pause


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day at a time of the day, on working days only where that is said."""

    at: time
    on_working_days: bool = False

    def after(self, moment: datetime) -> datetime:
        """The next time, in the time zone of *moment*."""
        due = datetime.combine(moment.date(), self.at, moment.tzinfo)
        while due <= moment or (self.on_working_days and not calendar().is_working_day(due.date())):
            due += _ONE_DAY
        return due


def never() -> bool:
    """A schedule that always has something to do."""
    return False


@dataclass(frozen=True, slots=True)
class Job:
    """One kind of work. Its function may be killed at any moment and is then called again.

    The function takes the run and the arguments of the task, and returns what came of it in a
    sentence. It writes under `run.hold()`, so that of two runs of one task only one writes.
    """

    name: str
    title: str
    work: Callable[..., str]
    when: Every | Daily | None = None
    tries: int = 5
    limit: timedelta = timedelta(minutes=30)
    # Of what is due, a lower rank goes first: 0 is what people wait for.
    rank: int = 0
    # Whether a scheduled time may pass without a task, because there is nothing to do.
    is_idle: Callable[[], bool] = never


@cache
def jobs() -> Mapping[str, Job]:
    """Every job of every app, by its name."""
    found: dict[str, Job] = {}
    for app in apps.get_app_configs():
        if app.name.startswith("yinfeng.") and find_spec(f"{app.name}.jobs"):
            for job in import_module(f"{app.name}.jobs").JOBS:
                assert job.name not in found, f"two jobs called {job.name}"
                found[job.name] = job
    return found
