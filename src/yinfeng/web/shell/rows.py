"""Many new rows written at once, by the database's own way of doing one statement many times.

The ORM makes one long statement and asks for every key again; that takes twice as long, and for
versions, words and pieces of names nobody needs the keys.
"""

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from django.db import connection, models

M = TypeVar("M", bound=models.Model)
_CHUNK = 1000


def insert(model: type[M], rows: Iterable[M]) -> None:
    """Write new rows of one model; their keys stay unknown."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    # Names of tables and columns are the models own; values are parameters.
    command = f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608
    rest = iter(rows)
    with connection.cursor() as cursor:
        while chunk := list(islice(rest, _CHUNK)):
            cursor.executemany(
                command,
                [
                    [f.get_db_prep_save(f.pre_save(row, True), connection) for f in fields]
                    for row in chunk
                ],
            )
