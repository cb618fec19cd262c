"""The first day of a house that is opened with a folder of papers.

The bodies of whose work the papers tell become units, each under its county; every file is taken in
by the unit of whose work it tells, a page on several by the lowest unit above them all. The day
ends with its report.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yinfeng.identity.offices import Office, offices_told
from yinfeng.lexicon import regions
from yinfeng.reading import Reading, read
from yinfeng.values import Problem
from yinfeng.web.desks.reports.actions import issue as issue_report
from yinfeng.web.desks.reports.kinds import KINDS
from yinfeng.web.people import paths
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.actions import Body, found_house
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import take_in

_DAILY = next(kind for kind in KINDS if kind.key == "daily")
_LEVELS = ("province", "city", "county")
_KINDS = {"区": "zone"}


@dataclass(frozen=True)
class Arrival:
    """A file of the folder, and what the engine read in it."""

    path: Path
    content: bytes
    found: tuple[Reading | Problem, ...]

    def read_before(self, _content: bytes, _name: str) -> Iterator[Reading | Problem]:
        """What was read in it, once more."""
        return iter(self.found)

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices of whose work the file tells."""
        return offices_told(one for one in self.found if isinstance(one, Reading))


def arrivals(folder: Path) -> Iterator[Arrival]:
    """Every file below *folder*, in the order of its path, read."""
    found = [folder] if folder.is_file() else sorted(folder.rglob("*"))
    for path in found:
        if path.is_file() and not path.name.startswith("."):
            content = path.read_bytes()
            yield Arrival(path, content, tuple(read(content, path.name, str(path))))


def found_for(arrived: Sequence[Arrival], office: str, *, today: date) -> dict[str, str]:
    """The first people of a house with the offices that the papers tell of; *office* if of none."""
    readings = (one for each in arrived for one in each.found if isinstance(one, Reading))
    lines = [_line(one) for one in offices_told(readings)] or [(Body(office, "town"),)]
    return found_house(lines, today=today)


def first_day(arrived: Iterable[Arrival], *, today: date) -> Iterator[str]:
    """Take in every file, each by its unit, and issue the day's report of every seat of the head.

    A sentence for each file that is refused, and for each report.
    """
    by = User.objects.get(username="zhuren")
    units = {unit.name: unit for unit in OrgUnit.objects.all()}
    for each in arrived:
        unit = _common([units[one.name] for one in each.offices if one.name in units]) or by.unit
        try:
            take_in(each.content, each.path.name, by=by, unit=unit, reader=each.read_before)
        except Refused as refusal:
            yield f"{each.path.name}：{refusal}"
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
