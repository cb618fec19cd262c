"""The house saved: one moment of the database, then the files that its rows name, then the hashes.

Files are written before the row that names them, and papers are never removed: whatever is in the
data folder after the moment of the database holds all that its rows name. Only files that wait to
be read go away when they are; they are held by a second name before the moment is taken.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection
from django.utils import timezone

import yinfeng
from yinfeng.web.backup.archive import written
from yinfeng.web.backup.snapshot import migrations_of, models_of, moment, rows_of
from yinfeng.web.work.telling import Tell, silent

FOLDER = "backups"
_WAITING = "waiting"
_NAME = "yinfeng-{:%Y%m%d-%H%M%S}.zip"
KEPT = 14


@dataclass(frozen=True, slots=True)
class Saved:
    """What a backup holds."""

    path: Path
    rows: int
    files: int

    def __str__(self) -> str:
        return f"已备份到{self.path.name}：数据{self.rows}行，文件{self.files}个。"


def save(path: Path, tell: Tell = silent) -> Saved:
    """Write the whole house to the file at *path*; *tell* hears how many of its parts are in."""
    with _held_waiting() as held, written(path) as archive:
        with moment() as alias:
            models, rows = models_of(), 0
            tables = {
                model._meta.label_lower: [f.attname for f in model._meta.concrete_fields]
                for model in models
            }
            for done, model in enumerate(models, 1):
                name = f"tables/{model._meta.label_lower}.jsonl"
                rows += archive.add_lines(name, rows_of(model, alias))
                tell(done, len(models))
            migrations = migrations_of(alias)
        files = dict(_files(held, _WAITING)) | dict(_files(Path(settings.DATA)))
        for done, (name, file) in enumerate(sorted(files.items()), len(models) + 1):
            archive.add_file(f"files/{name}", file)
            tell(done, len(models) + len(files))
        facts: dict[str, object] = {
            "program": yinfeng.__version__,
            "database": connection.vendor,
            "saved": timezone.now().isoformat(),
            "tables": tables,
            "migrations": migrations,
            "rows": rows,
        }
        archive.close_with(facts)
    return Saved(path, rows, len(files))


def save_for_the_night(now: datetime, tell: Tell = silent) -> Saved:
    """A backup in the folder of backups; of the older ones the latest are kept."""
    folder = settings.BACKUPS
    saved = save(folder / _NAME.format(timezone.localtime(now)), tell)
    for old in sorted(folder.glob("yinfeng-*.zip"))[:-KEPT]:
        old.unlink()
    return saved


@contextmanager
def _held_waiting() -> Iterator[Path]:
    """The files that wait now, under second names."""
    with TemporaryDirectory(prefix="backup-", dir=settings.DATA) as folder:
        for path in (Path(settings.DATA) / _WAITING).glob("*"):
            try:
                os.link(path, Path(folder) / path.name)
            except FileNotFoundError:
                continue
            except OSError:
                # A file system without second names.
                shutil.copyfile(path, Path(folder) / path.name)
        yield Path(folder)


def _files(folder: Path, below: str = "") -> Iterator[tuple[str, Path]]:
    """Every file that belongs to the house: not the database itself, nor half-written ones."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_ours = inside.parts[0] != FOLDER and not inside.parts[0].startswith("backup-")
        is_whole = ".sqlite3" not in path.name and not path.name.endswith((".part", ".log"))
        if path.is_file() and is_ours and is_whole:
            yield (Path(below) / inside).as_posix(), path
