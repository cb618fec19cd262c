"""Questions that are put together once and asked many times.

To put a small question together takes ten times as long as to answer it. Its words depend on few
things, as the units of a scope and the day; under these they are kept in this process. The answer
is never kept: each time the database is asked.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from yinfeng.web.people.may import few_units
from yinfeng.web.people.models import User

_MOST = 2048
_WORDS: OrderedDict[Hashable, tuple[str, tuple[Any, ...]] | None] = OrderedDict()
_LOCK = Lock()


def keys_seen(
    user: User, action: str, rows: Callable[[], "QuerySet[Any]"], *asked: Hashable
) -> list[int]:
    """The keys of the rows, in their order, where the user may do the action.

    *asked* names the question and all that it depends on besides the scope.
    """
    units = few_units(user, action)
    if units is None:
        return list(rows().values_list("pk", flat=True))
    return [row[0] for row in answer(lambda: rows().values_list("pk"), action, units, *asked)]


def answer(rows: Callable[[], "QuerySet[Any]"], *asked: Hashable) -> list[tuple[Any, ...]]:
    """What the database has of these rows, for columns of numbers and words only.

    Days and sums would come as the database writes them.
    """
    with _LOCK:
        is_known = asked in _WORDS
        words = _WORDS.get(asked)
    if not is_known:
        words = _put_together(rows())
        with _LOCK:
            _WORDS[asked] = words
            while len(_WORDS) > _MOST:
                _WORDS.popitem(last=False)
    if words is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*words)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _put_together(rows: "QuerySet[Any]") -> tuple[str, tuple[Any, ...]] | None:
    """The words of the question and what is filled in, or None where no row can answer it."""
    try:
        words, filled = rows.query.sql_with_params()
    except EmptyResultSet:
        return None
    return words, tuple(filled)
