"""Two plots of standard land of the park year, lived through the actions of the workspace.

What happens stands in examples/land/park_year.yaml; scripts/lived.py fills a house with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yinfeng.web.people.models import User

Story = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hands:
    """Who finds, who confirms, who decides."""

    officer: "User"
    head: "User"
    leader: "User"


def standard_plots(told: Story, hands: Hands) -> list[Any]:
    """Plots of standard land through their indicators, commitments, checks and outcomes."""
    from yinfeng.mapping.areas import square_metres_of_mu
    from yinfeng.web.desks.land import actions as land
    from yinfeng.web.desks.land.models import Parcel, Park
    from yinfeng.web.desks.standard import actions
    from yinfeng.web.desks.standard.models import StandardPlot

    by, unit = hands.officer, hands.officer.unit
    park = Park.objects.standing().get(unit=unit, name=told["park"]["name"])
    every = []
    for one in told["standard"]:
        area = square_metres_of_mu(Decimal(one["parcel"]["mu"]))
        number = one["parcel"]["number"]
        parcel = land.keep(
            Parcel, by=by, unit=unit, park=park, number=number, area=area, state="supplied"
        )
        plot = actions.keep(by=by, unit=unit, parcel=parcel, paper=one["paper"])
        day, limits = one["set"], _limits(one["limits"])
        actions.set_indicators(plot, by=by, version=1, since=day, paper=one["paper"], limits=limits)
        plot = StandardPlot.objects.select_related("parcel", "unit").get(pk=plot.pk)
        money = {name: Decimal(one["commitment"][name]) for name in ("price", "deposit")}
        made = actions.commit(
            plot, by=by, today=one["commitment"]["handed_over"],
            limits=_limits(one.get("promises", {})), agreed=one.get("agreed"),
            formulas=one.get("formulas"), **{**one["commitment"], **money},
        )  # fmt: skip
        for check in one["checks"]:
            _checked(made, check, hands)
        every.append(made)
    return every


def _limits(told: Story) -> Any:
    from yinfeng.judgement.standard.values import Limits

    def end(one: Story, name: str) -> Decimal | None:
        return Decimal(str(one[name])) if name in one else None

    return {key: Limits(end(one, "low"), end(one, "high")) for key, one in told.items()}


def _checked(made: Any, told: Story, hands: Hands) -> None:
    """Found by the officer, confirmed by the head, decided by the leader."""
    from yinfeng.web.desks.standard import actions
    from yinfeng.web.desks.standard.actions.checking import Reading

    rounds = made.checks.filter(removed_at=None, point=told["point"])
    check = rounds.select_related("unit").get(round=told.get("round", 1))
    day = told["day"]
    readings = {
        key: Reading(
            parts={name: Decimal(str(part)) for name, part in one["parts"].items()},
            way=one.get("way", ""),
        )
        for key, one in told.get("readings", {}).items()
    }
    check = actions.measure(
        check, by=hands.officer, version=check.version, today=day, day=day, proof=told["proof"],
        readings=readings,
    )  # fmt: skip
    check = actions.confirm(check, by=hands.head, version=check.version, today=day)
    check = actions.decide(
        check, by=hands.leader, version=check.version, today=day, result=told["result"],
        deadline=told.get("deadline"),
    )  # fmt: skip
    for one in told.get("paid", ()):
        given = {"day": one["day"], "paper": one["paper"], "way": one.get("way", "money")}
        amount = Decimal(str(one["amount"]))
        check = actions.pay(
            check, by=hands.officer, version=check.version, today=one["day"], amount=amount, **given
        )
