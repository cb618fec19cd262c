"""What is kept of one lead, each kind of row asked for once and only where it is wanted.

The page of a lead tells the same rows in many places: the register, the grade, the first report,
the order of time. An action that writes asks anew, by a `Known` of its own.
"""

from datetime import date, datetime
from functools import cached_property

from django.db.models import Q

from yinfeng.web.desks.leads.meetings import Meeting, meetings_of
from yinfeng.web.desks.leads.models import (
    Claim,
    Clash,
    Clock,
    Dispatch,
    GradeChange,
    Lead,
    LeadFact,
    Statement,
    Telling,
)
from yinfeng.web.desks.leads.papers import LONG, fields_of, with_papers
from yinfeng.web.store.models import Fact
from yinfeng.web.store.standing import Standing


def standing_tellings(lead: Lead, moment: datetime | None = None) -> dict[str, Telling]:
    """What stands of each field of a lead: the latest that was told, now or before a moment."""
    told = lead.tellings.all() if moment is None else lead.tellings.filter(at__lt=moment)
    rows = told.select_related("statement__by", "entry__fact__reading__document")
    rows = rows.defer(*(f"entry__fact__reading__{name}" for name in LONG))
    return {telling.field: telling for telling in rows.order_by("pk")}


class Known:
    """What is kept of a lead, in the order in which it was written."""

    def __init__(self, lead: Lead) -> None:
        self.lead = lead

    @cached_property
    def tellings(self) -> dict[str, Telling]:
        """What stands of each field."""
        return standing_tellings(self.lead)

    @cached_property
    def statements(self) -> list[Statement]:
        """The signed forms."""
        return list(self.lead.statements.select_related("by").order_by("pk"))

    @cached_property
    def grades(self) -> list[GradeChange]:
        """The grades that it had and has."""
        return list(self.lead.grades.order_by("pk"))

    @cached_property
    def dispatches(self) -> list[Dispatch]:
        """What leaders were handed of it."""
        rows = self.lead.dispatches.select_related("leader", "by", "resulted_by")
        return list(rows.order_by("pk"))

    @cached_property
    def clocks(self) -> list[Clock]:
        """Its clocks, those that were stopped too."""
        return list(self.lead.clocks.select_related("ended_by", "extended_by").order_by("pk"))

    @cached_property
    def claims(self) -> list[Claim]:
        """The first reports."""
        related = ("unit", "by", "confirmed_by", "extended_by")
        return list(self.lead.claims.select_related(*related).order_by("pk"))

    @cached_property
    def clashes(self) -> list[Clash]:
        """The clashes with other leads, whichever was there first."""
        mine = Clash.objects.filter(Q(later=self.lead) | Q(earlier=self.lead))
        related = ("earlier__unit", "later__unit", "by", "ruled_by")
        return list(mine.select_related(*related).order_by("pk"))

    @cached_property
    def links(self) -> list[LeadFact]:
        """The facts of papers that belong to it, or did."""
        return list(self.lead.facts.select_related("by", "taken_off_by").order_by("pk"))

    @cached_property
    def facts(self) -> list[Fact]:
        """These facts themselves, with their papers."""
        keys = [link.fact_id for link in self.links]
        return list(with_papers(Fact.objects.filter(pk__in=keys)).order_by("pk")) if keys else []

    @cached_property
    def fields(self) -> dict[int, dict[str, Standing]]:
        """By fact, what stands of each of its fields."""
        return fields_of(self.facts) if self.facts else {}

    @cached_property
    def kept(self) -> list[Meeting]:
        """All that outreach keeps under its number, what has not happened yet among it."""
        return meetings_of([self.lead], None)[self.lead.pk]

    def met(self, today: date) -> list[Meeting]:
        """What of that happened up to a day."""
        return [one for one in self.kept if one.has_happened and one.day <= today]
