"""What of occupancy is filled from sheets, under the same checks as by hand.

A sheet registers occupancies; of one that stands it changes rent, contract and remarks. Place,
area and days of one that stands are changed on its page, where what else is let is looked at.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from yinfeng.web.desks.tenancy.actions import begin_imported
from yinfeng.web.desks.tenancy.actions.tenants import checked
from yinfeng.web.desks.tenancy.fitting import check_fit
from yinfeng.web.desks.tenancy.models import Occupancy, Tenant
from yinfeng.web.desks.tenancy.models.tenants import industry_choices
from yinfeng.web.desks.tenancy.rules import rules_of
from yinfeng.web.desks.tenancy.spots import spot_of
from yinfeng.web.lists.editing import Editing
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused

_FIXED = {"firm": "企业名称", "place": "位置", "area": "面积", "since": "起", "until": "止",
          "tenure": "方式", "lessor": "出租人"}  # fmt: skip
_UNASKED = frozenset({"created_at", "changed_at", "history", "custom", "tenant"})


def _settled(stay: Occupancy, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values completed; of one that stands nothing that others depend on."""
    del by
    if stay.pk is not None:
        other = [
            label
            for name, label in _FIXED.items()
            if name in values and values[name] != getattr(stay, name)
        ]
        if other:
            raise Refused(f"已登记入驻的{'、'.join(other)}不能用表格改，请打开这条入驻办理")
        return values
    spot = spot_of(stay.unit, str(values.get("place", "")))
    whole = {**values, **spot.fields}
    trial = Occupancy(unit=stay.unit, **whole)
    try:
        trial.full_clean(exclude=_UNASKED)
    except ValidationError as error:
        raise Refused("；".join(error.messages)) from error
    check_fit(trial, rules_of(stay.unit, timezone.localdate()))
    return whole


def _begun(stays: Sequence[Any], by: User) -> Sequence[Occupancy]:
    return begin_imported(stays, by=by, today=timezone.localdate())


def _tenant_settled(tenant: Tenant, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    del by
    values = {**values}
    if says := str(values.get("industry", "")):
        # People write the code, the name, or both: 34, 通用设备制造业, 34 通用设备制造业.
        values["industry"] = next(
            (
                key
                for key, label in industry_choices()
                if says in (key, label, label[len(key) + 1 :])
            ),
            says,
        )
    trial = Tenant(pk=tenant.pk, unit=tenant.unit, version=tenant.version)
    for name in ("name", "code", "industry", "chain", "makes", "staff", "note"):
        setattr(trial, name, values.get(name, getattr(tenant, name)))
    trial._state.adding = tenant.pk is None
    checked(trial)
    return values


EDITING = Editing(
    fields=(
        "firm", "place", "area", "tenure", "lessor", "since", "until", "contract", "rent",
        "rises", "months", "free_until", "deposit", "is_counted", "note",
    ),
    changes="tenancy.change",
    imports="tenancy.keep",
    natural=("place", "firm", "since"),
    bulk=("is_counted", "note"),
    also_called={
        "firm": ("企业", "租户", "承租人", "承租方"),
        "place": ("宗地号", "地址", "房号", "租赁位置"),
        "area": ("租赁面积", "建筑面积", "使用面积"),
        "since": ("起租日", "开始日期", "合同起"),
        "until": ("到期日", "结束日期", "合同止"),
        "rent": ("租金", "单价"),
        "rises": ("租金递增", "递增租金"),
        "contract": ("合同号",),
        "lessor": ("出租方", "房东"),
    },
    measures={"area": "㎡"},
    worded={"area": "area"},
    settles=_settled,
    follows=_begun,
)  # fmt: skip

TENANT_EDITING = Editing(
    fields=("name", "code", "industry", "chain", "makes", "staff", "contact", "contact_phone",
            "note"),
    changes="tenancy.change",
    imports="tenancy.keep",
    natural=("name",),
    bulk=("chain", "industry"),
    alike="name",
    also_called={
        "name": ("企业", "单位名称"),
        "code": ("信用代码", "税号"),
        "industry": ("行业", "行业代码"),
        "chain": ("所属产业链", "产业集群"),
    },
    settles=_tenant_settled,
)  # fmt: skip
