"""Which figure each decision is of in the reading that holds.

A decision stays on the row that it was said of. When a paper is read again, it goes on for the
figure of the same field in the same words of the same fact, first where it stood.
"""

from datetime import datetime
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from yinfeng.web.store.models import Decision, Entry, Reading

_GIVEN = (Decision.Verdict.ACCEPT, Decision.Verdict.CORRECT, Decision.Verdict.REJECT)


def standing_decisions(moment: datetime | None = None) -> "QuerySet[Any]":
    """What people said last, now or before the moment; *figure* is the row that it holds for.

    *pattern* is how that row was read. What no reader finds any more, and what was taken back, is
    left out.
    """
    rows: QuerySet[Any] = Decision.objects.all()
    last = Q(superseded_by=None)
    if moment is not None:
        rows, last = rows.filter(at__lt=moment), last | Q(superseded_by__at__gte=moment)
    standing = rows.filter(last, verdict__in=_GIVEN).annotate(holding=_holding(moment))
    found = Entry.objects.filter(
        fact__reading=OuterRef("holding"),
        fact__kind=OuterRef("entry__fact__kind"),
        fact__quote=OuterRef("entry__fact__quote"),
        field=OuterRef("entry__field"),
        quote=OuterRef("entry__quote"),
    )
    found = found.order_by("pk")
    there = found.filter(start=OuterRef("entry__start"))
    is_own = Q(entry__fact__reading=F("holding"))
    told = {
        name: Case(
            When(is_own, then=F(own)),
            default=Coalesce(
                Subquery(there.values(theirs)[:1]), Subquery(found.values(theirs)[:1])
            ),
        )
        for name, own, theirs in (
            ("figure", "entry", "pk"),
            ("pattern", "entry__pattern", "pattern"),
        )
    }
    held: QuerySet[Any] = standing.annotate(**told).filter(figure__isnull=False)
    return held


def _holding(moment: datetime | None) -> F | Subquery:
    """The reading of a decision's paper that is current, or was the last one of then."""
    if moment is None:
        return F("document__current")
    readings = Reading.objects.filter(document=OuterRef("document"), at__lt=moment)
    return Subquery(readings.order_by("-pk").values("pk")[:1])
