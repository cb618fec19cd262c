"""The office of a year, a lead in it, and the daily report."""

import pytest

from tests.web.desks.leads.office import registered, told
from tests.web.desks.outreach_year import Town
from tests.web.desks.reports.made import DAY
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.outreach.models import Reception, Signing, Talk
from yinfeng.web.desks.reports.kinds import KINDS, Kind
from yinfeng.web.people.models import OrgUnit, User


@pytest.fixture
def daily() -> Kind:
    """The daily report."""
    return KINDS[0]


@pytest.fixture
def office(town: OrgUnit, clerk: User, head: User) -> Town:
    """The town in the year 2026."""
    return Town(town, clerk, head, 2026)


@pytest.fixture
def lead(office: Town) -> Lead:
    """A lead of which was talked, with a leader asked to step in, and a busy week around it."""
    lead = registered(office.clerk, office.unit)
    lead = told(lead, office.clerk, "talk", DAY, "谈了厂房和电价", next_step="邀请来访")
    trip = office.approve(office.trip(DAY, 3, "苏州"))
    office.goes(trip, "沈立群", leader=True)
    office.meets(trip, 4)
    office.keep(
        Reception, on=DAY, group="上海卓川电气公司", heads=5, received="chief", purpose="看地"
    )
    office.keep(
        Talk, on=DAY, project="高精度轴承项目", firm="恒锐", topic="协议条款", lead=lead.number
    )
    signed = {"kind": "investment", "paper": "云协1", "amount": 12000}
    office.keep(Signing, on=DAY, project="丝杠项目", firm="苏州朗通公司", **signed)
    return lead
