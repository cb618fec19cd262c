"""The office's own rules of delivery, from a day on."""

from datetime import date

from django.db import transaction

from yinfeng.lexicon.lights import SCHEMES
from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.web.desks.delivery.checking import check
from yinfeng.web.desks.delivery.models import DeliveryRule
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

Kind = DeliveryRule.Kind


@transaction.atomic
def set_rules(
    unit: OrgUnit,
    *,
    by: User,
    today: date,
    kind: str,
    since: date,
    reason: str,
    text: str = "",
    scheme_key: str = "",
) -> DeliveryRule:
    """Let these rules hold for the unit from a day on; an empty text takes them back."""
    require(by, "delivery.set_rules", unit)
    if since < today:
        raise Refused("施行日期不能早于今天：已经判定过的不改。")
    if not reason.strip():
        raise Refused("请写明依据。")
    try:
        if kind == Kind.LIGHTS and scheme_key not in SCHEMES:
            raise Refused("请选择一种亮灯办法。")
        check(unit, kind, scheme_key, text, since)
    except BadPolicy as error:
        raise Refused(f"这份办法不能用：{error}。原来的继续施行。") from error
    made = DeliveryRule.objects.create(
        unit=unit,
        kind=kind,
        scheme=scheme_key if kind == Kind.LIGHTS else "",
        text=text,
        since=since,
        why=reason.strip(),
        by=by,
    )
    record(by, "delivery.set_rules", made, unit=unit, reason=reason, kind=kind, since=since)
    return made
