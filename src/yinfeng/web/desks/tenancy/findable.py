"""Enterprises in parks are found by name, code, chain and product, not by contact persons."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.tenancy.models import Tenant
from yinfeng.web.people.private import shown
from yinfeng.web.search.findable import Card, Findable


def _card(tenant: Tenant) -> Card | None:
    if tenant.is_removed:
        return None
    told = (tenant.code, tenant.chain, tenant.makes, tenant.note)
    return Card(
        unit=tenant.unit,
        title=tenant.name,
        text="\n".join(one for one in told if one),
        names=(tenant.name,),
        day=None,
    )


def _rows() -> "QuerySet[Tenant]":
    return Tenant.objects.filter(removed_at=None).select_related("unit")


def _address(key: str) -> str:
    return reverse("tenancy:tenant", args=[key])


def _firms(keys: Sequence[str]) -> Mapping[str, Sequence[str]]:
    rows = Tenant.objects.filter(pk__in=[int(key) for key in keys])
    return {str(pk): [name] for pk, name in rows.values_list("pk", "name")}


def _speakers(keys: Sequence[str]) -> Mapping[str, str]:
    rows = Tenant.objects.filter(pk__in=[int(key) for key in keys]).exclude(contact="")
    return {str(one.pk): shown(one, "contact") for one in rows}


FINDABLE = (
    Findable(
        Tenant,
        "入驻企业",
        "tenancy.read",
        _card,
        _rows,
        _address,
        firms=_firms,
        speakers=_speakers,
    ),
)
