"""What is done with occupancy: each an action with its right, its lock and its event."""

from yinfeng.web.desks.tenancy.actions.counting import count_let
from yinfeng.web.desks.tenancy.actions.ruling import set_rules
from yinfeng.web.desks.tenancy.actions.staying import (
    begin_imported,
    change,
    keep,
    leave,
    receive,
    remove,
)
from yinfeng.web.desks.tenancy.actions.tenants import change_tenant, keep_tenant, remove_tenant

__all__ = [
    "begin_imported",
    "change",
    "change_tenant",
    "count_let",
    "keep",
    "keep_tenant",
    "leave",
    "receive",
    "remove",
    "remove_tenant",
    "set_rules",
]
