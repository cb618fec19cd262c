"""The index as rows: passages of what can be found, with their pairs of characters.

The words stand here once; the database keeps its own index of the pairs (FTS5 or GIN) by
triggers or a generated column, so that a passage and its index are never apart.
"""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.lookups import Lookup
from django.db.models.sql.compiler import SQLCompiler

from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.search.findable import findables


class Passages(models.QuerySet["Passage"]):
    """Passages of the index."""

    def visible_to(self, user: User) -> Self:
        """Those of things that the user may read where they are."""
        rights: dict[str, list[str]] = {}
        for kind in findables().values():
            rights.setdefault(kind.right, []).append(kind.kind)
        seen = Q(pk__in=())
        for right, kinds in rights.items():
            seen |= Q(kind__in=kinds) & in_scope(user, right)
        return self.filter(seen)


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


@models.TextField.register_lookup
class Holds(Lookup):
    """`grams__holds=…`: whether a passage holds one of the phrases, or a beginning of a pair."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_sqlite(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,  # noqa: ARG002
    ) -> tuple[str, tuple[Any, ...]]:
        """By FTS5."""
        query = " OR ".join(f'"{words}"{"*" if begins else ""}' for words, begins in self.rhs)
        inner = "SELECT rowid FROM search_words WHERE search_words MATCH %s"
        return f'{self._table(compiler)}."id" IN ({inner})', (query,)

    def as_postgresql(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,  # noqa: ARG002
    ) -> tuple[str, tuple[Any, ...]]:
        """By the generated column."""
        asked = [
            "to_tsquery('simple', %s)" if begins else "phraseto_tsquery('simple', %s)"
            for _, begins in self.rhs
        ]
        values = tuple(f"{words}:*" if begins else words for words, begins in self.rhs)
        return f"{self._table(compiler)}.words @@ ({' || '.join(asked)})", values

    def _table(self, compiler: SQLCompiler) -> str:
        return compiler.quote_name_unless_alias(self.lhs.alias)
