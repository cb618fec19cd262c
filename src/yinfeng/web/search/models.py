"""The index as rows: passages of what can be found, with their pairs of characters.

The words stand here once; the database keeps its own index of the pairs (FTS5 or GIN) by
triggers or a generated column, so that a passage and its index are never apart.
"""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.lookups import Lookup
from django.db.models.sql.compiler import SQLCompiler

from yinfeng.web.people.may import in_scope, paths_where
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.search.findable import findables


class Passages(models.QuerySet["Passage"]):
    """Passages of the index."""

    def visible_to(self, user: User) -> Self:
        """Those of things that the user may read where they are."""
        # Most rights reach equally far: kinds of one reach are one condition.
        reaches: dict[frozenset[str], tuple[str, list[str]]] = {}
        for kind in findables().values():
            tops = paths_where(user, kind.right)
            reaches.setdefault(tops, (kind.right, []))[1].append(kind.kind)
        seen = Q(pk__in=())
        for right, kinds in reaches.values():
            seen |= Q(kind__in=kinds) & in_scope(user, right)
        return self.filter(seen)

    def newest(self, asked: "Question", before: int | None, most: int) -> list[int]:
        """The keys of so many passages that answer, the latest first, from *before* downwards.

        FTS5 walks its own lists backwards and stops; asked through the rows it would go through
        all that answer, which of a common word are most.
        """
        if connection.vendor != "sqlite":
            return self._newest_in_order(asked, before, most)
        below = "" if before is None else " AND rowid < %s"
        says = f"SELECT rowid FROM search_words WHERE search_words MATCH %s{below}"  # noqa: S608
        values: list[str | int] = [asked.for_sqlite, *([] if before is None else [before]), most]
        with connection.cursor() as cursor:
            cursor.execute(f"{says} ORDER BY rowid DESC LIMIT %s", values)
            return [key for (key,) in cursor.fetchall()]

    def _newest_in_order(self, asked: "Question", before: int | None, most: int) -> list[int]:
        """The same of GIN, which knows the pairs of a passage and not their order.

        For the order each passage has to be unpacked: that is done for the latest alone, as nearly
        all that hold the pairs hold them in order.
        """
        pairs, found, size = replace(asked, is_ordered=False), list[int](), most
        while len(found) < most:
            rows = self.filter(grams__holds=pairs).order_by("-pk")
            rows = rows.filter(pk__lt=before) if before is not None else rows
            keys = list(rows.values_list("pk", flat=True)[:size])
            found += self._in_order(asked, keys)
            if len(keys) < size:
                break
            before, size = keys[-1], size * 2
        return found[:most]

    def _in_order(self, asked: "Question", keys: list[int]) -> list[int]:
        if not keys or not asked.has_order:
            return keys
        rows = self.filter(pk__in=keys, grams__holds=asked).order_by("-pk")
        return list(rows.values_list("pk", flat=True))


class Passage(models.Model):
    """A stretch of a thing; the first of each thing holds its names."""

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=40)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT)
    ordinal = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField()
    grams = models.TextField()
    day = models.DateField(null=True)
    digest = models.CharField(max_length=64, blank=True)

    objects = Passages.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "key", "ordinal"], name="passage_once")
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.ordinal}"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the index: one of some phrases (or beginnings of a pair), among marks.

    Of each group of marks a passage has one; it has none of those *without*.
    """

    phrases: tuple[tuple[str, bool], ...]
    marks: tuple[tuple[str, ...], ...] = ()
    without: str = ""
    is_ordered: bool = True

    @property
    def has_order(self) -> bool:
        """Whether one of the phrases has more than one pair."""
        return any(" " in words for words, _ in self.phrases)

    @property
    def for_sqlite(self) -> str:
        """In the language of FTS5."""
        words = " OR ".join(f'"{words}"{"*" if begins else ""}' for words, begins in self.phrases)
        groups = (" OR ".join(f'"{one}"' for one in group) for group in self.marks)
        asked = " AND ".join(f"({one})" for one in (words, *groups))
        return f'({asked}) NOT "{self.without}"' if self.without else asked

    @property
    def for_postgresql(self) -> tuple[str, tuple[str, ...]]:
        """As a tsquery with its values; out of order, any that holds the pairs answers."""
        whole = "phraseto_tsquery" if self.is_ordered else "plainto_tsquery"
        asked = [f"{'to_tsquery' if begins else whole}('simple', %s)" for _, begins in self.phrases]
        values = [f"{words}:*" if begins else words for words, begins in self.phrases]
        groups = ["|".join(group) for group in self.marks]
        groups += [f"!{self.without}"] if self.without else []
        made = " && ".join([f"({' || '.join(asked)})", *["to_tsquery('simple', %s)"] * len(groups)])
        return made, (*values, *groups)


@models.TextField.register_lookup
class Holds(Lookup):
    """`grams__holds=Question(…)`: whether a passage answers it."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_sqlite(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,  # noqa: ARG002
    ) -> tuple[str, tuple[Any, ...]]:
        """By FTS5."""
        inner = "SELECT rowid FROM search_words WHERE search_words MATCH %s"
        return f'{self._table(compiler)}."id" IN ({inner})', (self.rhs.for_sqlite,)

    def as_postgresql(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,  # noqa: ARG002
    ) -> tuple[str, tuple[Any, ...]]:
        """By the generated column."""
        asked, values = self.rhs.for_postgresql
        return f"{self._table(compiler)}.words @@ ({asked})", values

    def _table(self, compiler: SQLCompiler) -> str:
        return compiler.quote_name_unless_alias(self.lhs.alias)
