"""How drawings are checked: the house's share, and an office's own over it."""

from decimal import Decimal

import pytest

from yinfeng.lexicon.land_checking import checking
from yinfeng.lexicon.office_files import BadPolicy


def test_an_office_lays_its_own_share_over_the_houses() -> None:
    assert (checking().tolerance, checking().parts, checking().percent) == (
        Decimal("0.005"), 50, "0.5",
    )  # fmt: skip
    own = checking("version: 本镇2026\ncertificate_tolerance: '0.0025'\n")
    assert (own.parts, own.percent, own.version) == (25, "0.25", "2026.1+本镇2026")


@pytest.mark.parametrize(
    ("said", "why"),
    [("0.2", "0.05"), ("0.00333", "四位小数"), ("-1", "不小于零"), ("千分之五", "数字")],
)
def test_a_share_that_cannot_be_is_refused(said: str, why: str) -> None:
    with pytest.raises(BadPolicy, match=why):
        checking(f"version: 1\ncertificate_tolerance: '{said}'\n")


def test_a_slip_of_the_pen_is_refused() -> None:
    with pytest.raises(BadPolicy, match="不认识的项目"):
        checking("version: 1\ncertificate_tolerence: '0.01'\n")
