"""Enterprises that hold land or rooms: what they are called, what they make, which chain."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from yinfeng.lexicon.industries import industries
from yinfeng.web.lists.records import Record, Records
from yinfeng.web.people.models import User
from yinfeng.web.people.private import Private


class Tenants(Records["Tenant"]):
    """Enterprises, seen only from where one may see them."""

    def visible_to(self, user: User) -> Self:
        """Those in the user's scope that were not removed."""
        return self.in_scope_of(user, "tenancy.read")


def industry_choices() -> list[tuple[str, str]]:
    """The classes of GB/T 4754 by code, with their names."""
    found = industries().values()
    return [(one.code, f"{one.code} {one.name}") for one in found if one.code != "digital"]


class Tenant(Record):
    """An enterprise in a park, by its full name."""

    name = models.CharField("企业名称", max_length=120)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    industry = models.CharField("行业（GB/T 4754）", max_length=8, blank=True)
    chain = models.CharField("产业链", max_length=60, blank=True)
    makes = models.CharField("主要产品", max_length=200, blank=True)
    staff = models.PositiveIntegerField("从业人数", null=True, blank=True)
    contact = models.CharField("联系人", max_length=40, blank=True)
    contact_phone = models.CharField("联系电话", max_length=40, blank=True)
    note = models.CharField("备注", max_length=300, blank=True)

    objects = Tenants.as_manager()

    PRIVATE: ClassVar[Mapping[str, Private]] = {
        "contact": Private.NAME,
        "contact_phone": Private.PHONE,
    }

    class Meta:
        verbose_name = verbose_name_plural = "入驻企业"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(removed_at=None),
                name="tenant_name_once",
                violation_error_message="本单位已有同名企业。",
            ),
            models.UniqueConstraint(
                fields=["unit", "code"],
                condition=Q(removed_at=None) & ~Q(code=""),
                name="tenant_code_once",
                violation_error_message="本单位已有这个统一社会信用代码的企业。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "removed_at"], name="tenant_standing"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def industry_says(self) -> str:
        """Code and name of its class: 3413 金属切割及焊接设备制造."""
        found = industries().get(self.industry)
        return f"{found.code} {found.name}" if found else self.industry
