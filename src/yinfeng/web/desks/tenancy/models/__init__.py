"""The records of tenancy: enterprises, what they hold from when to when, rent that came in."""

from yinfeng.web.desks.tenancy.models.occupancies import Occupancy, Receipt
from yinfeng.web.desks.tenancy.models.rules import TenancyRule
from yinfeng.web.desks.tenancy.models.tenants import Tenant

__all__ = ["APPEND_ONLY", "Occupancy", "Receipt", "TenancyRule", "Tenant"]

APPEND_ONLY = (Receipt, TenancyRule)
