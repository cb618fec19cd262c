"""Two plots of standard land in the year of a park, as the example tells it."""

from datetime import date
from decimal import Decimal

import pytest

from scripts.lived import park_year, story
from scripts.lived_standard import Hands, standard_plots
from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.standard.models import Check, Commitment, Verdict
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role


@pytest.fixture
def lived(head: User, hire: Hire, town: OrgUnit) -> list[Commitment]:
    """Both plots, as they stand at the end."""
    told = story("park_year")
    hands = Hands(hire("guihua", town, Role.LAND), head, hire("shuji", town, Role.LEADER))
    park_year(told, hands.officer)
    standard_plots(told, hands)
    return list(Commitment.objects.order_by("pk"))


def test_one_plot_is_begun_and_the_other_pays_for_its_missed_tax(
    lived: list[Commitment], head: User
) -> None:
    begun, reviewed = lived
    assert (begun.state, begun.limits["tax"].low) == (Commitment.State.RUNNING, Decimal(28))
    checks = {one.point: one for one in begun.checks.filter(removed_at=None)}
    assert checks["start"].actual == date(2026, 6, 23)
    assert checks["finish"].due == date(2028, 6, 23)
    assert reviewed.state == Commitment.State.FULFILLED
    told = Check.objects.standing().filter(commitment=reviewed).order_by("pk")
    assert [(one.label, one.round, one.result, one.amount) for one in told] == [
        ("开工", 1, "passed", None),
        ("竣工", 1, "penalty", Decimal("16.20")),
        ("竣工验收", 1, "passed", None),
        ("投产", 1, "passed", None),
        ("达产复核", 1, "rectify", None),
        ("达产复核", 2, "penalty", Decimal("18.00")),
    ]
    late = Verdict.objects.get(check_of=told[1], kind=Verdict.Kind.DECIDED)
    assert "逾期天数〔36〕" in late.owed[0]["working"]
    page = browser_of(head).get(f"/standard/checks/{told[5].pk}").content.decode()
    assert "低3万元/亩（12%）" in page
    assert "差额〔3〕 × 用地亩数〔30〕 × 20%" in page
