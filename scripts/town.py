"""An office with everything in it: a year of projects, a renewal, a park, a siting on drawn land.

    python -m scripts.town USERNAME [PROJECTS]

fills the house of YINFENG_DATA, in the office of that head, through the actions of the workspace.
Its neighbour and its colleagues are hired where they are missing. What happens stands in
examples/year.py and examples/land/*.yaml.
"""

import math
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from scripts.lived import ROOT, Cast, Story, park_year, renewal_month, story
from scripts.lived_standard import Hands, standard_plots

if TYPE_CHECKING:
    from yinfeng.web.people.models import OrgUnit, User

_STARTS = date(2020, 1, 1)
_ZONE = 40
_PROJECTS = 50


def siting(told: Story, projects: Sequence[Any], *, by: "User", today: date) -> Any:
    """A park is drawn with its zones, projects say what they need and are placed together."""
    from yinfeng.mapping.areas import square_metres_of_mu
    from yinfeng.web.desks.siting import actions
    from yinfeng.web.work.worker import work_off

    drawn_park(told, by=by)
    needs = []
    for one in [one for one in told["needs"] if one["project"] < len(projects)]:
        low, high = (square_metres_of_mu(Decimal(one[side])) for side in ("low", "high"))
        given = {key: one[key] for key in ("priority", "environment", "pipes")}
        power = Decimal(one["power"]) if "power" in one else None
        project = type(projects[0]).objects.get(pk=projects[one["project"]].pk)
        needs.append(
            actions.keep(project, by=by, on="land", low=low, high=high, power=power, **given)
        )
    run = actions.ask(by.unit, needs, by=by, title="年度新落户项目统筹落位", today=today)
    work_off()
    return run


def drawn_park(told: Story, *, by: "User") -> Any:
    """The park, its parcels and its zones, each with its shape."""
    from yinfeng.web.desks.land import actions
    from yinfeng.web.desks.land.models import Parcel, Park, Zone

    def drawn(model: Any, values: Mapping[str, Any], **more: Any) -> Any:
        kept = {key: value for key, value in values.items() if key != "rect"}
        made = actions.keep(model, by=by, unit=by.unit, **kept, **more)
        shape = geometry(told, values["rect"])
        return actions.draw(made, by=by, version=1, geometry=shape, source="园区勘测定界图")

    for one in told["zones"]:
        drawn(Zone, one)
    park = drawn(Park, told["park"])
    for one in told["parcels"]:
        known = {"pipes": told["pipes"]} if "power" in one else {}
        power = {"power": Decimal(one["power"])} if "power" in one else {}
        drawn(Parcel, {**one, **known, **power}, park=park, use="industrial")
    return park


def geometry(told: Story, rect: Sequence[float]) -> Any:
    """A rectangle of the story, turned about the origin, as the house keeps it."""
    from yinfeng.mapping.figures import Figure
    from yinfeng.mapping.shapes import mended
    from yinfeng.mapping.systems import in_degrees, zoned

    east, north, wide, high = rect
    (left, below), angle = told["origin"], math.radians(told["turn"])
    corners = [(0, 0), (wide, 0), (wide, high), (0, high), (0, 0)]
    ring = tuple(
        (
            left + (east + x) * math.cos(angle) - (north + y) * math.sin(angle),
            below + (east + x) * math.sin(angle) + (north + y) * math.cos(angle),
        )
        for x, y in corners
    )
    made = mended(in_degrees(Figure(1, ((ring,),)), zoned(_ZONE, numbered=False)))
    assert made.geometry is not None, made.refused
    return made.geometry


def whole_town(head: "User", *, today: date, projects: int) -> None:
    """Everything, in the head's office, with so many projects in its year."""
    from examples.year import Cast as Town
    from examples.year import play
    from yinfeng.web.people.roles import Role

    county = _above(head.unit)
    officer, leader = (
        _hired("guihua", "李海明", head.unit, Role.LAND),
        _hired("shuji", "沈立群", head.unit, Role.LEADER),
    )
    clerk = _hired("zhuguan", "何一鸣", head.unit, Role.FIELD)
    judge = _hired("ducha", "顾清", county, Role.COUNTY)
    town = Town(head.unit, _neighbour(county), clerk, head, leader, judge)
    year = play(town, count=projects)
    cast = Cast(officer, head, leader)
    renewal_month(story("renewal_month"), cast)
    told = story("park_year")
    park_year(told, officer)
    siting(story("drawn_park"), year.projects, by=head, today=today)
    standard_plots(told, Hands(officer, head, leader))


def _above(unit: "OrgUnit") -> "OrgUnit":
    return unit.parent or unit


def _neighbour(county: "OrgUnit") -> "OrgUnit":
    from django.db import transaction

    from yinfeng.web.people.models import OrgUnit
    from yinfeng.web.shell.actions.tree import planted

    with transaction.atomic():
        there = OrgUnit.objects.filter(name="柳桥镇").first()
        return there or planted("柳桥镇", OrgUnit.Kind.TOWN, county)


def _hired(name: str, called: str, unit: "OrgUnit", role: Any) -> "User":
    from yinfeng.web.people.models import Post, User

    told = {"name": called, "unit": unit, "one_time": True}
    user, _ = User.objects.get_or_create(username=name, defaults=told)
    Post.objects.get_or_create(user=user, unit=unit, role=role, defaults={"since": _STARTS})
    return user


def main() -> None:
    """Fill the house of YINFENG_DATA."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")
    sys.path.insert(0, str(ROOT / "src"))
    import django

    django.setup()
    from yinfeng.web.people.models import User

    head = User.objects.get(username=sys.argv[1])
    projects = int(sys.argv[2]) if len(sys.argv) > 2 else _PROJECTS
    whole_town(head, today=date.today(), projects=projects)


if __name__ == "__main__":
    main()
