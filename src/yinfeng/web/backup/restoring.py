"""The house restored: an empty database is brought to the tables of then, filled, brought on.

Nothing is written before every hash is checked. Rows go in as they were, past all that makes them
(times of now, versions), and the chain of events is verified before anybody is told that it worked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import BinaryField, Field, ForeignKey, JSONField, Model

from yinfeng.web.backup.archive import Reader, opened
from yinfeng.web.backup.snapshot import models_of
from yinfeng.web.people.models import User
from yinfeng.web.search.actions import all_kinds, catch_up
from yinfeng.web.shell.events import chain_end, faults
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.tables import make
from yinfeng.web.work.telling import Tell, silent

_ROWS = 1000
_FULL = "这里已经有数据，不能恢复到上面。请用 --data 指一个空的文件夹，或给一个空的数据库。"
_NEWER = "这份备份由更新的版本生成（{what}）。请先升级程序，再恢复。"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored."""

    rows: int
    files: int
    events: int
    seal: str

    def __str__(self) -> str:
        return (
            f"已恢复：数据{self.rows}行，文件{self.files}个。"
            f"事件链完整，共{self.events}条，链尾封印{self.seal or '（空）'}。"
        )


def check(path: Path, tell: Tell = silent) -> str:
    """Whether the archive is whole, in a sentence; else Refused."""
    with opened(path, tell) as archive:
        told, files = archive.manifest, len(archive.names("files"))
        return f"备份完好：{told['saved'][:19]}，数据{told['rows']}行，文件{files}个。"


def restore(
    path: Path,
    checking: Tell = silent,
    filling: Tell = silent,
) -> Restored:
    """Fill an empty house from the archive at *path*; the two hear how far either half is."""
    _require_empty()
    with opened(path, checking) as archive:
        executor = MigrationExecutor(connection)
        targets = _targets(executor, archive)
        make(executor, targets)
        registry = executor.loader.project_state(targets).apps
        _unpack(archive)
        with transaction.atomic():
            rows = _fill(archive, {m._meta.label_lower: m for m in models_of(registry)}, filling)
        files = len(archive.names("files"))
    call_command("migrate", verbosity=0)
    for kind in all_kinds():
        for _ in catch_up(kind):
            continue
    wrong = next(faults(), None)
    if wrong is not None:
        raise Refused(f"数据已恢复，但事件链不完整：{wrong}备份时它就已被改动过，请查明原因。")
    count, last = chain_end()
    return Restored(rows, files, count, last)


def _require_empty() -> None:
    tables = set(connection.introspection.table_names())
    if User._meta.db_table in tables and User.objects.exists():
        raise Refused(_FULL)


def _targets(executor: MigrationExecutor, archive: Reader) -> list[tuple[str, str]]:
    """The last migration of each app when the backup was made."""
    known = executor.loader.graph.nodes
    applied = [(str(app), str(name)) for app, name in archive.manifest["migrations"]]
    ours = {app for app, _ in known}
    strange = [f"{app}.{name}" for app, name in applied if app in ours and (app, name) not in known]
    if strange:
        raise Refused(_NEWER.format(what=strange[0]))
    done = {node for node in applied if node in known}
    graph = executor.loader.graph
    return [
        node
        for node in sorted(done)
        if not done & {c.key for c in graph.node_map[node].children if c.key[0] == node[0]}
    ]


def _unpack(archive: Reader) -> None:
    for name in archive.names("files"):
        archive.unpack(name, Path(settings.DATA) / name.removeprefix("files/"))
    key = Path(settings.DATA) / "audit.key"
    if key.exists():
        # The chain was sealed with the key of then.
        settings.AUDIT_KEY = key.read_text(encoding="ascii")


def _fill(archive: Reader, models: Mapping[str, type[Model]], tell: Tell) -> int:
    columns: Mapping[str, Sequence[str]] = archive.manifest["tables"]
    strange = set(columns) - set(models)
    if strange:
        raise Refused(_NEWER.format(what=min(strange)))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT set_config('yinfeng.restoring', 'yes', true)")
        for model in models.values():
            # What migrations put there; the backup has its own.
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608
    count = 0
    for done, label in enumerate(sorted(columns), 1):
        count += _insert(models[label], columns[label], archive.lines(f"tables/{label}.jsonl"))
        tell(done, len(columns))
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models.values())):
            cursor.execute(statement)
    connection.check_constraints()
    return count


def _insert(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    used = [fields[name] for name in names]
    quote = connection.ops.quote_name
    into = ", ".join(quote(str(field.column)) for field in used)
    holes = ", ".join(["%s"] * len(used))
    # The names are those of our own models.
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({into}) VALUES ({holes})"  # noqa: S608
    count, left = 0, iter(rows)
    with connection.cursor() as cursor:
        while chunk := [list(_values(used, row)) for row in islice(left, _ROWS)]:
            cursor.executemany(sql, chunk)
            count += len(chunk)
    return count


def _values(fields: "Sequence[Field[Any, Any]]", row: Sequence[Any]) -> Iterator[Any]:
    for field, value in zip(fields, row, strict=True):
        yield field.get_db_prep_save(_read(field, value), connection=connection)


def _read(field: "Field[Any, Any]", value: Any) -> Any:
    if isinstance(field, ForeignKey):
        return _read(field.target_field, value)
    if value is None or isinstance(field, JSONField):
        return value
    if isinstance(field, BinaryField):
        return bytes.fromhex(value)
    return field.to_python(value)
