import pytest

from bench.siting import measured, siting
from tests.siting.town import needs, town


def test_a_small_town_is_measured_with_its_greedy_baseline(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not [one for one in siting(30, 60) if "gap 0" not in one]
    assert "proven bound" in capsys.readouterr().out


def test_the_best_is_never_below_the_greedy_one() -> None:
    found = measured(needs(40, 3), town(50, 3))
    assert found.greedy <= found.value <= found.bound
