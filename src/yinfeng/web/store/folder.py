"""The watched folder: what is put there is taken in, and then lies in 已收 or in 未收.

Files that lie in the folder itself belong to the unit of the person who answers for it; a folder
below it that is called like a unit (云泽镇/) belongs to that unit. A file that was taken in and
not moved, because somebody was killed between, is known by its bytes the next time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from yinfeng.intake.limits import MAX_FILE, MEGABYTE
from yinfeng.web.notices.actions import tell
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions.taking_in import take_in

TAKEN, LEFT = "已收", "未收"
# A file that is still being copied grows.
_SETTLED = timedelta(seconds=10)
_UNFINISHED = (".part", ".tmp", ".crdownload", ".download")
_TOO_LARGE = f"超过{MAX_FILE // MEGABYTE}MB，请拆小后再放进来。"


@dataclass
class Collected:
    """How many files were taken in, and how many were left with a reason."""

    taken: int = 0
    left: int = 0

    def __str__(self) -> str:
        says = f"收入{self.taken}份材料" if self.taken else "没有新材料"
        return says + (f"，{self.left}份未收，已通知负责人。" if self.left else "。")


def collect(folder: Path, *, by: User, now: datetime) -> Collected:
    """Take in what lies in the folder and is not being written any more."""
    done = Collected()
    for path, unit in _files(folder, by, now):
        why = _taken(path, by, unit)
        _move(path, LEFT if why else TAKEN, now)
        if why:
            done.left += 1
            _say(by, unit, why)
        else:
            done.taken += 1
    return done


def _files(folder: Path, by: User, now: datetime) -> Iterator[tuple[Path, OrgUnit]]:
    may = OrgUnit.objects.filter(in_scope(by, "library.take_in", ""))
    units = {unit.name: unit for unit in may}
    places = [(folder, by.unit)]
    places += [(folder / name, unit) for name, unit in units.items() if (folder / name).is_dir()]
    for place, unit in places:
        for path in sorted(place.iterdir()):
            if path.is_file() and _is_settled(path, now):
                yield path, unit


def _is_settled(path: Path, now: datetime) -> bool:
    if path.name.startswith((".", "~$")) or path.name.endswith(_UNFINISHED):
        return False
    return now.timestamp() - path.stat().st_mtime >= _SETTLED.total_seconds()


def _taken(path: Path, by: User, unit: OrgUnit) -> str:
    """Nothing where the file was taken in, else why not."""
    if path.stat().st_size > MAX_FILE:
        return _TOO_LARGE
    try:
        take_in(path.read_bytes(), path.name, by=by, unit=unit)
    except Refused as refusal:
        return str(refusal)
    return ""


def _move(path: Path, to: str, now: datetime) -> None:
    folder = path.parent / to / f"{now:%Y-%m}"
    folder.mkdir(parents=True, exist_ok=True)
    target, number = folder / path.name, 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem}（{number}）{path.suffix}"
    path.rename(target)


@transaction.atomic
def _say(by: User, unit: OrgUnit, why: str) -> None:
    # The name of a secret paper may be secret: whoever opens the folder sees it there.
    tell([by], kind="folder", says=f"收件文件夹里有一份材料未收，已移到“{LEFT}”：{why}", unit=unit)
