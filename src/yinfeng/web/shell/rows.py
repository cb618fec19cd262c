"""Many new rows written at once, by the database's own way of doing one statement many times.

The ORM makes one long statement and asks for every key again; that takes twice as long, and for
versions, words and pieces of names nobody needs the keys.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models

M = TypeVar("M", bound=models.Model)
_CHUNK = 1000
_PLAIN: "tuple[tuple[tuple[type[models.Field[Any, Any]], ...], type], ...]" = (
    ((models.CharField, models.TextField), str),
    ((models.IntegerField, models.ForeignKey), int),
    ((models.BooleanField,), bool),
)


def insert(model: type[M], rows: Iterable[M]) -> None:
    """Write new rows of one model; their keys stay unknown."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    ways = [_way(field) for field in fields]
    _write(model, fields, ([way(row) for way in ways] for row in rows))


def insert_plain(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[str | int]]
) -> None:
    """Write new rows of these fields, which are words and keys; the model has no others."""
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    _write(model, fields, rows)


def _write(model: type[models.Model], fields: Sequence[Any], rows: Iterable[Sequence[Any]]) -> None:
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    # Names of tables and columns are the models own; values are parameters.
    command = f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608
    rest = iter(rows)
    with connection.cursor() as cursor:
        while chunk := list(islice(rest, _CHUNK)):
            cursor.executemany(command, chunk)


def _way(field: Any) -> Callable[[Any], Any]:
    """How a row gives what is written of the field.

    Words, numbers and keys that stand there as such are written as such: asked of the field, each
    costs ten times as much, and a lead of a sheet brings forty rows.
    """
    name, own = field.attname, type(field)
    kind = next((kind for sorts, kind in _PLAIN if isinstance(field, sorts)), None)
    is_ours = not own.__module__.startswith("django.")
    is_usual = not is_ours and own.pre_save is models.Field.pre_save
    is_stamped = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    # Rows of one sheet have a few days and one moment among them.
    days: dict[date, Any] = {}

    def slow(row: Any) -> Any:
        return field.get_db_prep_save(field.pre_save(row, True), connection)

    def quick(row: Any) -> Any:
        value = row.__dict__.get(name)
        return value if type(value) is kind or value is None else slow(row)

    def dated(row: Any) -> Any:
        value = row.__dict__.get(name)
        if not isinstance(value, date):
            return None if value is None else slow(row)
        if value not in days:
            days[value] = slow(row)
        return days[value]

    if isinstance(field, models.DateField) and not is_ours and not is_stamped:
        return dated
    return quick if kind and is_usual else slow
