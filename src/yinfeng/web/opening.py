"""The first day of a house that is opened with a folder of papers.

The bodies of whose work the papers tell become units, each under its county; every file is taken in
by the unit of whose work it tells, a page on several by the lowest unit above them all. The day
ends with its report.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from yinfeng.identity.offices import Office, offices_told
from yinfeng.intake.folders import File, files
from yinfeng.lexicon import regions
from yinfeng.reading import Reading, read
from yinfeng.values import Problem
from yinfeng.web.desks.reports.actions import issue as issue_report
from yinfeng.web.desks.reports.kinds import KINDS
from yinfeng.web.people import paths
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.search.actions import put
from yinfeng.web.shell.actions import Body, found_house
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import take_in
from yinfeng.web.store.models import Upload

_DAILY = next(kind for kind in KINDS if kind.key == "daily")
_LEVELS = ("province", "city", "county")
_KINDS = {"区": "zone"}


@dataclass(frozen=True)
class Survey:
    """The offices of whose work a folder tells, and those of each file by its path."""

    offices: tuple[Office, ...]
    of_file: Mapping[str, tuple[str, ...]]


def surveyed(folder: Path, note: Callable[[str], None]) -> Survey:
    """The offices that the papers below *folder* tell of; *note* hears the name of each file."""
    of_file: dict[str, tuple[str, ...]] = {}

    def readings() -> Iterator[Reading]:
        for one in files([folder]):
            if isinstance(one, File):
                note(one.name)
                found = read(one.content, one.name, one.path)
                read_here = [each for each in found if isinstance(each, Reading)]
                of_file[one.path] = tuple(each.name for each in offices_told(read_here))
                yield from read_here

    return Survey(offices_told(readings()), of_file)


def found_for(survey: Survey, office: str, *, today: date) -> dict[str, str]:
    """The first people of a house with the offices of the survey; with *office* if it has none."""
    lines = [_line(one) for one in survey.offices] or [(Body(office, "town"),)]
    with transaction.atomic():
        passwords = found_house(lines, today=today)
        put(*User.objects.filter(username__in=passwords).select_related("unit"))
    return passwords


def first_day(folder: Path, survey: Survey, *, today: date) -> Iterator[str]:
    """Take in every file, each by its unit, and issue the day's report of every seat of the head.

    A sentence for each file that cannot be read or is refused, and for each report. Nothing is done
    in a house that has papers already.
    """
    by = User.objects.filter(username="zhuren").first()
    if by is None or Upload.objects.exists():
        return
    units = {unit.name: unit for unit in OrgUnit.objects.all()}
    for one in files([folder]):
        if isinstance(one, Problem):
            yield f"{one.document}：{one.says}"
            continue
        names = survey.of_file.get(one.path, ())
        unit = _common([units[name] for name in names if name in units]) or by.unit
        try:
            take_in(one.content, one.name, by=by, unit=unit)
        except Refused as refusal:
            yield f"{one.name}：{refusal}"
    for post in by.posts.filter(role=Role.HEAD).select_related("unit").order_by("pk"):
        issue = issue_report(_DAILY, by=by, unit=post.unit, last=today, today=today)
        yield f"已签发：{issue}"


def _line(office: Office) -> tuple[Body, ...]:
    line = regions.line_of(office.code)
    above = [Body(one.name, _LEVELS[one.level - 1], one.code) for one in line]
    if office.county and not above:
        above = [Body(office.county, "county")]
    return (*above, Body(office.name, _KINDS.get(office.name[-1], "town"), others=office.others))


def _common(units: Sequence[OrgUnit]) -> OrgUnit | None:
    """The lowest unit that stands above all of *units*, or is the only one of them."""
    lines = [paths.line_of(unit.path) for unit in units]
    shared = [step[0] for step in zip(*lines, strict=False) if len(set(step)) == 1]
    return OrgUnit.objects.get(path=shared[-1]) if shared else None
