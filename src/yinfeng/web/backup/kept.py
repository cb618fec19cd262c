"""The backups that lie in their folder: size, time, and whether each was found whole since."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from yinfeng.web.work.models import State, Task

CHECK = "backup.check"


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup, and the last check of it as it lies there now."""

    path: Path
    size: int
    at: datetime
    check: Task | None

    @property
    def state(self) -> str:
        """The check in one word: done (whole), failed, waiting, running, or nothing."""
        return self.check.state if self.check else ""


def backups() -> list[Kept]:
    """Every backup of the folder, the latest first."""
    found = [(path, path.stat()) for path in Path(settings.BACKUPS).glob("*.zip")]
    checks = _checks({path.name for path, _ in found})
    rows = [
        Kept(path, told.st_size, datetime.fromtimestamp(told.st_mtime, UTC), checks.get(path.name))
        for path, told in found
    ]
    return sorted((_as_it_lies(row) for row in rows), key=lambda row: row.at, reverse=True)


def path_of(name: str) -> Path | None:
    """The backup of that name, if it lies in the folder itself."""
    return next((path for path in Path(settings.BACKUPS).glob("*.zip") if path.name == name), None)


def _checks(names: set[str]) -> dict[str, Task]:
    return {task.key: task for task in Task.objects.filter(job=CHECK, key__in=names).order_by("pk")}


def _as_it_lies(row: Kept) -> Kept:
    """Without a check that was of another file of the name."""
    old = row.check is not None and row.check.ended is not None and row.check.ended < row.at
    is_over = row.state in (State.DONE, State.FAILED)
    return Kept(row.path, row.size, row.at, None) if old and is_over else row
