"""Enterprises are kept, changed and removed."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from yinfeng.lexicon.industries import industries
from yinfeng.web.desks.tenancy.models import Tenant
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_UNASKED = frozenset({"created_at", "changed_at", "history", "custom"})
_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")


@transaction.atomic
def keep_tenant(*, by: User, unit: OrgUnit, **values: Any) -> Tenant:
    """A new enterprise of *unit*."""
    require(by, "tenancy.keep", unit)
    tenant = Tenant(unit=unit, **values)
    checked(tenant)
    keeping.add(tenant, by=by)
    record(by, "tenancy.keep", tenant, unit=unit, name=tenant.name, code=tenant.code)
    return tenant


@transaction.atomic
def change_tenant(
    tenant: Tenant, *, by: User, version: int, reason: str = "", **values: Any
) -> Tenant:
    """Give an enterprise other values; *version* is the one that the person was shown."""
    require(by, "tenancy.change", tenant.unit)
    made = keeping.change(tenant, by=by, version=version, reason=reason, **values)
    if made.is_other:
        checked(made.record)
        record(
            by,
            "tenancy.change",
            made.record,
            unit=tenant.unit,
            before=made.before,
            reason=reason,
            **made.after,
        )
    return made.record


@transaction.atomic
def remove_tenant(tenant: Tenant, *, by: User, reason: str) -> Tenant:
    """Take an enterprise off the list; not while it holds something."""
    require(by, "tenancy.remove", tenant.unit)
    count = tenant.occupancies.filter(removed_at=None).count()
    if count:
        raise Refused(f"“{tenant}”有{count}条入驻记录，不能删除。已退出的请登记退出日期。")
    gone = keeping.remove(tenant, by=by, reason=reason)
    record(by, "tenancy.remove", gone, unit=tenant.unit, reason=reason)
    return gone


def checked(tenant: Tenant) -> None:
    """Refuse an enterprise whose fields do not hold together."""
    if tenant.code and not _CODE.fullmatch(tenant.code):
        raise Refused("统一社会信用代码应为18位数字和大写字母，请核对。")
    if tenant.industry and tenant.industry not in industries():
        raise Refused(f"国民经济行业分类里没有“{tenant.industry}”，请填代码，如：34、345。")
    try:
        tenant.full_clean(exclude=_UNASKED)
    except ValidationError as error:
        raise Refused("；".join(error.messages)) from error
