"""The office's own rules of delivery, from a day on."""

from typing import Unpack

from yinfeng.web.desks.delivery.checking import check
from yinfeng.web.desks.delivery.models import DeliveryRule
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.ruling import LaidOf, put_down


def set_rules(unit: OrgUnit, *, scheme: str = "", **given: Unpack[LaidOf]) -> DeliveryRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again.

    Of lights it is laid over one *scheme* of the house.
    """
    scheme = scheme if given["kind"] == DeliveryRule.Kind.LIGHTS else ""
    return put_down(DeliveryRule, "delivery.set_rules", check, unit, scheme=scheme, **given)
