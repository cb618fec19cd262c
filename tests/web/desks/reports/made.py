"""What the tests of reports share: days, papers, an issue."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from tests.web.desks.outreach_year import Town
from yinfeng.web.desks.reports import actions
from yinfeng.web.desks.reports.content import from_json
from yinfeng.web.desks.reports.kinds import Kind
from yinfeng.web.desks.reports.models import Issue

MONDAY = date(2026, 3, 2)
DAY = MONDAY + timedelta(days=2)
TODAY = date(2026, 3, 31)
PAPER = (
    "云泽镇招商动态\n\n"
    "2026年3月18日，云泽镇党委书记沈立群带队赴苏州，走访苏州博川传动科技有限公司，洽谈高精度轴承项目。\n"
).encode()
SIGNED_SOON = (
    "云泽镇招商动态\n\n2026年3月18日，云泽镇党委书记沈立群带队赴苏州，与苏州博川传动科技有限公司"
    "洽谈高精度轴承项目，该项目计划总投资3.2亿元，用地45亩。\n"
).encode()


def an_issue(kind: Kind, office: Town, last: date = DAY) -> Issue:
    """An issue of that kind and day, made by the head."""
    return actions.issue(kind, by=office.head, unit=office.unit, last=last, today=TODAY)


def lines_of(made: Issue, section: str) -> list[list[str]]:
    """The lines of a section."""
    report = from_json(made.content).report
    (found,) = [one for one in report.sections if one.key == section]
    return [[cell.says for cell in line.cells] for line in found.lines]


def table_of(model: Any) -> str:
    """The table of a model."""
    return str(model._meta.concrete_fields[-1].attname)


def house_with(template: bytes, words: str, other: str) -> bytes:
    """The template with some words of its text put differently."""
    changed = BytesIO()
    with ZipFile(BytesIO(template)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(words.encode(), other.encode()))
    return changed.getvalue()
