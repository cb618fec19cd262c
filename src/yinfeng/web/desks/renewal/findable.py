"""Blocks are found by name, boundary, plan and what becomes of them; owners that are firms, too."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.renewal.models import Owner, RenewalBlock
from yinfeng.web.search.findable import Card, Findable


def _block(block: RenewalBlock) -> Card | None:
    if block.is_removed:
        return None
    told = (block.boundary, block.plan, block.industries, block.functions, block.team)
    text = "\n".join(one for one in told if one)
    return Card(block.unit, block.name, text, (block.name,), block.since)


def _blocks() -> "QuerySet[RenewalBlock]":
    return RenewalBlock.objects.filter(removed_at=None).select_related("unit")


def _owner(owner: Owner) -> Card | None:
    # The name of a natural person is personal data, and the index is not masked.
    if owner.is_removed or owner.sort == Owner.Sort.PERSON:
        return None
    return Card(owner.unit, owner.name, f"{owner.block} {owner.plot}", (owner.name,))


def _owners() -> "QuerySet[Owner]":
    firms = Owner.objects.filter(removed_at=None, sort=Owner.Sort.FIRM)
    return firms.select_related("unit", "block", "plot")


FINDABLE = (
    Findable(
        RenewalBlock,
        "更新区块",
        "renewal.read",
        _block,
        _blocks,
        lambda key: reverse("renewal:block", args=[key]),
    ),
    Findable(
        Owner,
        "产权户",
        "renewal.read",
        _owner,
        _owners,
        lambda key: reverse("renewal:owner", args=[key]),
    ),
)
