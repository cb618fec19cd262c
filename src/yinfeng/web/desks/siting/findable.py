"""Needs are found by their project and the chains that they name."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.siting.models import SitingNeed
from yinfeng.web.search.findable import Card, Findable


def _card(need: SitingNeed) -> Card | None:
    if need.is_removed:
        return None
    told = (need.chain, need.wishes, need.avoids, need.pipes, need.note)
    return Card(
        unit=need.unit,
        title=str(need),
        text="\n".join(one for one in told if one),
        names=(need.project.name,),
        day=need.wanted_by,
    )


def _rows() -> "QuerySet[SitingNeed]":
    return SitingNeed.objects.filter(removed_at=None).select_related("unit", "project")


def _address(key: str) -> str:
    return reverse("siting:need", args=[key])


FINDABLE = (Findable(SitingNeed, "选址需求", "siting.read", _card, _rows, _address),)
