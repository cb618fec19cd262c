"""The reader does not fall below what it once reached on the development set and the figures."""

from pathlib import Path

import pytest

from bench import floor
from bench.figures import found_by_reader, shares
from bench.fuzz import failures, made
from bench.quality.sets import OPEN, score


@pytest.mark.parametrize("folder", OPEN, ids=lambda folder: folder.name)
def test_an_open_set_is_not_below_its_floor(folder: Path) -> None:
    assert floor.below(folder.name, floor.reached(score(folder, folder))) == []


def test_the_listed_figures_are_not_below_their_floor() -> None:
    right = {kind: got / of for kind, (got, of) in shares(found_by_reader).items()}
    assert floor.below("figures", right) == []


def test_nothing_fails_on_inputs_that_nobody_would_write() -> None:
    # How long a thing may take is judged by the bench, on a machine that does nothing else.
    assert [one for one in failures(map(made, range(2000))) if not one.is_slow] == []
