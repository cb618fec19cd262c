"""A lead of an invented firm, and forms for it."""

from dataclasses import replace
from datetime import date

from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.actions import Form
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.people.models import OrgUnit, User

# A Monday; the whole of March 2026 has no holiday.
MONDAY = date(2026, 3, 2)

FORM = Form(
    name="高精度轴承项目",
    source="上海联络站推荐",
    investors="苏州恒锐精密机械有限公司",
    reporter="clerk同志",
    content="年产50万套高精度轴承",
    amount="3.2亿元",
    land="供地45亩",
    maturity="lead",
    contact="方文石",
    contact_post="副总经理",
    contact_phone="13800001234",
)
MET = replace(FORM, met_on=MONDAY, met="电话沟通，约定下周来访")


def registered(by: User, unit: OrgUnit, form: Form = MET, *, today: date = MONDAY) -> Lead:
    """A lead of the unit."""
    return actions.register(form, by=by, unit=unit, today=today, reason="已核对，不是同一条")


def told(
    lead: Lead, by: User, kind: str, day: date, says: str = "双方谈了合作", **more: str
) -> Lead:
    """The lead after an event, told on its day."""
    return actions.tell(lead, by=by, kind=kind, day=day, says=says, today=day, **more)  # type: ignore[arg-type]
