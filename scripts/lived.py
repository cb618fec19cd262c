"""A month of a renewal and a year of a park, lived through the actions of the workspace.

    python -m scripts.lived USERNAME

fills the house of YINFENG_DATA, in the office of that head; the tests live the same two stories.
What happens stands in examples/land/*.yaml.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from yinfeng.web.people.models import User

ROOT = Path(__file__).parents[1]
Story = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who does what: who enters and signs, who confirms and approves, who approves again."""

    officer: "User"
    head: "User"
    leader: "User"


def story(name: str) -> Story:
    """One of the stories."""
    path = ROOT / "examples" / "land" / f"{name}.yaml"
    told: Story = yaml.safe_load(path.read_text(encoding="utf-8"))
    return told


def renewal_month(told: Story, cast: Cast) -> Any:
    """Survey, gates, a month of signings, sheets, hard cases, net land and its supply."""
    from yinfeng.judgement.compensation.sheets import Item
    from yinfeng.mapping.areas import square_metres_of_mu
    from yinfeng.web.desks.renewal import actions
    from yinfeng.web.desks.renewal.models import (
        HardCase,
        Lessee,
        Owner,
        Plot,
        Programme,
        RenewalBlock,
        Resupply,
    )

    by, unit, head = cast.officer, cast.officer.unit, cast.head
    own = told["block"]
    start = date(2026, 3, 1)
    actions.set_rules(
        unit, by=head, kind="prices", text=told["prices"], since=start, reason="公布", today=start
    )
    programme = actions.keep(Programme, by=by, unit=unit, name=own["programme"])
    block = actions.keep(
        RenewalBlock,
        by=by,
        unit=unit,
        programme=programme,
        area=square_metres_of_mu(Decimal(own["mu"])),
        owners_told=len(told["owners"]),
        tenants_told=len(told["tenants"]),
        signing_since=own["signing"]["since"],
        signing_until=own["signing"]["until"],
        **{k: own[k] for k in ("name", "boundary", "plan", "team", "leader")},
        **{k: own[k] for k in ("industries", "functions")},
    )
    for one in told["owners"]:
        area, floor = square_metres_of_mu(Decimal(one["mu"])), Decimal(one["floor"])
        plot = actions.keep(
            Plot,
            by=by,
            unit=unit,
            block=block,
            number=one["plot"],
            area=area,
            certified=area,
            floor=floor,
            certified_floor=floor,
            floor_at_notice=floor,
            photos=4,
        )
        names = {"name": one["name"], "sort": one["sort"]}
        actions.keep(Owner, by=by, unit=unit, plot=plot, area=area, floor=floor, **names)
    for one in told["tenants"]:
        plot = Plot.objects.get(unit=unit, number=one["plot"])
        floor = Decimal(one["floor"])
        actions.keep(Lessee, by=by, unit=unit, plot=plot, name=one["name"], floor=floor)
    for gate in told["gates"]:
        day = gate["day"]
        proof = actions.prove(block, by=by, today=day, **gate)
        actions.confirm(proof, by=head, today=day)

    def owner_of(plot: str) -> Any:
        rows = Owner.objects.select_related("unit", "block", "plot")
        return rows.get(block=block, plot__number=plot)

    hard = {}
    for one in told["hard"]:
        words = {k: one[k] for k in ("reason", "says", "responsible", "leader", "step")}
        owner, opened = owner_of(one["plot"]), date(2026, 4, one["april"])
        hard[one["plot"]] = actions.keep(
            HardCase, by=by, unit=unit, owner=owner, opened=opened, **words
        )
    for number in range(1, 31):
        day = date(2026, 4, number)
        for one in told["owners"]:
            if one.get("april") == number:
                owner = owner_of(one["plot"])
                agreement = f"XY-{one['plot']}"
                owner = actions.sign(
                    owner, by=by, version=owner.version, day=day, agreement=agreement,
                    today=day, settlement="money", certificates_in=True,
                )  # fmt: skip
                _sheet(owner, Item, actions, cast, day)
        for one in told["tenants"]:
            if one.get("april") == number:
                lessee = Lessee.objects.select_related("unit", "block").get(name=one["name"])
                agreement = f"ZH-{lessee.pk}"
                actions.sign(lessee, by=by, version=1, day=day, agreement=agreement, today=day)
        for one in told["hard"]:
            if one.get("solved") == number:
                case = hard[one["plot"]]
                solved = {"closed": day, "result": one["result"]}
                actions.change(case, by=by, version=case.version, **solved)
    for one in told["onwards"]:
        _onwards(one, owner_of(one["plot"]), actions, Lessee, by)
    supply = told["supply"]
    actions.keep(
        Resupply,
        by=by,
        unit=unit,
        block=block,
        on=supply["day"],
        area=square_metres_of_mu(Decimal(supply["mu"])),
        **{k: supply[k] for k in ("way", "receiver", "paper")},
    )
    block.refresh_from_db()
    return block


def _sheet(owner: Any, item: Any, actions: Any, cast: Cast, day: date) -> None:
    """The sheet of an owner, approved by two."""
    items = [
        item("land", "工业", owner.area, "23/50"),
        item("building", "钢混", owner.floor, "0.85"),
        item("signing_reward", quantity=owner.floor),
    ]
    sheet = actions.draft(
        owner,
        by=cast.officer,
        items=items,
        today=day,
        valued_on=date(2026, 3, 25),
        appraiser="清溪评估所",
        compensated=owner.floor,
        declaration="均无亲属和特定关系",
    )
    for one in (cast.head, cast.leader):
        sheet = actions.approve(sheet, by=one, version=sheet.version, today=day)


def _onwards(told: Story, owner: Any, actions: Any, lessees: Any, by: "User") -> None:
    """One owner hands over and is paid; the plot is cleared."""
    gone, paid = told["vacated"], told["paid"]
    rows = lessees.objects.select_related("unit", "block", "plot").filter(plot=owner.plot)
    for lessee in rows.order_by("pk"):
        if lessee.signed_on is None:
            lessee = actions.sign(
                lessee, by=by, version=lessee.version, day=gone, agreement="ZH-补", today=gone
            )
        actions.vacate(lessee, by=by, version=lessee.version, day=gone, today=gone)
    owner = actions.vacate(owner, by=by, version=owner.version, day=gone, today=gone)
    sheet = owner.sheets.get()
    actions.pay(
        sheet, by=by, day=paid, amount=sheet.total, payee=sheet.holder, paper="银行回单", today=paid
    )
    plot = owner.plot
    for name in ("demolished", "cleared"):
        do = actions.demolish if name == "demolished" else actions.clear
        plot = do(plot, by=by, version=plot.version, day=told[name], today=told[name])


def park_year(told: Story, by: "User") -> Any:
    """A park with its parcels, buildings and rooms; who came, paid and left in a year."""
    from yinfeng.mapping.areas import area_written, square_metres_of_mu
    from yinfeng.web.desks.land import actions as land
    from yinfeng.web.desks.land.models import Building, Floor, Parcel, Park, Unit
    from yinfeng.web.desks.tenancy import actions
    from yinfeng.web.desks.tenancy.models import Occupancy, Tenant
    from yinfeng.web.shell.refusals import Refused

    unit = by.unit
    park = land.keep(Park, by=by, unit=unit, **told["park"])
    for one in told["parcels"]:
        land.keep(
            Parcel,
            by=by,
            unit=unit,
            park=park,
            number=one["number"],
            area=square_metres_of_mu(Decimal(one["mu"])),
            floor_area=Decimal(one["floor_area"]) or None,
            state="used",
        )
    for one in told["buildings"]:
        parcel = Parcel.objects.get(unit=unit, number=one["parcel"])
        area, floors = Decimal(one["area"]), one["floors"]
        building = land.keep(
            Building, by=by, unit=unit, parcel=parcel, number=one["number"], area=area,
            storeys=floors,
        )  # fmt: skip
        for level in range(1, floors + 1):
            size = area / floors
            floor = land.keep(Floor, by=by, unit=unit, building=building, level=level, area=size)
            for at in range(1, one["rooms"] + 1):
                number, room = f"{level}{at:02d}", size / one["rooms"]
                land.keep(Unit, by=by, unit=unit, floor=floor, number=number, area=room)
    for one in told["enterprises"]:
        actions.keep_tenant(by=by, unit=unit, **one)
    # What ends is put down before what begins in its place.
    leaves = {one["contract"]: one for one in told["leaves"]}
    for one in sorted(told["stays"], key=lambda row: row["since"]):
        given = {**one, "area": area_written(str(one["area"]))}
        if "rent" in given:
            given["rent"] = Decimal(given["rent"])
        stay = actions.keep(by=by, unit=unit, today=one["since"], **given)
        if left := leaves.get(stay.contract):
            day, why = left["day"], left["reason"]
            actions.leave(stay, by=by, version=stay.version, day=day, reason=why, today=day)
    for one in told["receipts"]:
        stay = Occupancy.objects.get(unit=unit, contract=one["contract"])
        amount = Decimal(one["amount"])
        actions.receive(stay, by=by, day=one["day"], amount=amount, today=one["day"])
    for one in told["refused"]:
        given = {**one, "area": Decimal(one["area"])}
        try:
            actions.keep(by=by, unit=unit, today=one["since"], **given)
        except Refused:
            continue
        raise AssertionError(f"{one['place']} was let twice")
    assert Tenant.objects.standing().filter(unit=unit).count() == len(told["enterprises"])
    return park


def main() -> None:
    """Live both stories in the house of YINFENG_DATA."""
    from scripts.lived_standard import Hands, standard_plots

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")
    sys.path.insert(0, str(ROOT / "src"))
    import django

    django.setup()
    from yinfeng.web.people.models import Post, User
    from yinfeng.web.people.roles import Role

    head = User.objects.get(username=sys.argv[1])

    def hired(name: str, called: str, role: Role) -> User:
        user, _ = User.objects.get_or_create(
            username=name, defaults={"name": called, "unit": head.unit, "one_time": True}
        )
        Post.objects.get_or_create(
            user=user, unit=head.unit, role=role, defaults={"since": date(2020, 1, 1)}
        )
        return user

    cast = Cast(hired("guihua", "李海明", Role.LAND), head, hired("shuji", "沈立群", Role.LEADER))
    renewal_month(story("renewal_month"), cast)
    told = story("park_year")
    park_year(told, cast.officer)
    standard_plots(told, Hands(cast.officer, cast.head, cast.leader))


if __name__ == "__main__":
    main()
