"""The integer programs of a placement, solved by HiGHS: one thread, fixed seed, never by the clock.

The same offers in the same order make the same program, and that the same answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from yinfeng.siting.lots import Floats, Ints
from yinfeng.siting.offers import WAYS, Offers

# A clash of two projects at one place: of these offers at most one.
Either = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Solved:
    """What a program came to: the share of each offer taken, prices of places, and its bound."""

    shares: Floats
    prices: Floats
    bound: float


def relaxed(offers: Offers, kept: Ints) -> Solved:
    """The best mixture of the offers kept, with the price of the whole of each place."""
    program, places = _program(offers, kept, ())
    program.run()
    solution = program.getSolution()
    prices = np.zeros((WAYS, len(offers.lots.places)))
    duals = np.abs(np.asarray(solution.row_dual))
    rows = duals[len(duals) - WAYS * len(places) :].reshape(len(places), WAYS)
    prices[:, list(places)] = rows.T
    shares = np.asarray(solution.col_value)
    return Solved(shares, prices, program.getInfo().objective_function_value)


def whole(
    offers: Offers,
    kept: Ints,
    either: Sequence[Either],
    start: Mapping[int, int],
    *,
    left: Ints | None = None,
    nodes: int,
) -> Solved:
    """The best placement of the offers kept that the limit of nodes allows, begun at *start*.

    Where only part of each place is *left*, the offers may take no more of it.
    """
    program, _ = _program(offers, kept, either, left)
    count = len(kept)
    columns = np.arange(count, dtype=np.int32)
    kinds = np.full(count, highspy.HighsVarType.kInteger.value, dtype=np.uint8)
    program.changeColsIntegrality(count, columns, kinds)
    program.setOptionValue("mip_rel_gap", 0.0)
    program.setOptionValue("mip_abs_gap", 0.5)
    program.setOptionValue("mip_max_nodes", nodes)
    begun = highspy.HighsSolution()
    begun.col_value = np.isin(kept, list(start.values())).astype(np.float64).tolist()
    program.setSolution(begun)
    program.run()
    shares = np.asarray(program.getSolution().col_value)
    return Solved(shares, np.zeros(0), float(program.getInfo().mip_dual_bound))


def _program(
    offers: Offers, kept: Ints, either: Sequence[Either], left: Ints | None = None
) -> tuple[highspy.Highs, Mapping[int, int]]:
    """A program of the offers kept; the last rows are those of the places, in their order."""
    projects = {one: row for row, one in enumerate(np.unique(offers.project[kept]).tolist())}
    at = {int(offer): column for column, offer in enumerate(kept)}
    choices = [[at[one] for one in group if one in at] for group in either]
    choices = [group for group in choices if len(group) > 1]
    lists: list[list[tuple[int, float]]] = [
        [(projects[int(offers.project[offer])], 1.0)] for offer in kept
    ]
    for number, group in enumerate(choices):
        for column in group:
            lists[column].append((len(projects) + number, 1.0))
    first = len(projects) + len(choices)
    uses = [offers.uses(int(offer)) for offer in kept]
    used = sorted({row for one in uses for row in one})
    places = {row: number for number, row in enumerate(used)}
    weights = [offers.weights(kept, number).tolist() for number in range(WAYS)]
    for column, one in enumerate(uses):
        for order, row in enumerate(one):
            for number in range(WAYS):
                share = 1.0 if order else weights[number][column]
                if share:
                    lists[column].append((first + WAYS * places[row] + number, share))
    upper = np.ones(first + WAYS * len(places))
    if left is not None:
        # The other ways of reckoning hold for a whole place only.
        for row, number in places.items():
            free = int(offers.lots.free[row])
            upper[first + WAYS * number] = int(left[row]) / free
            upper[first + WAYS * number + 1 : first + WAYS * (number + 1)] = (
                1.0 if left[row] == free else highspy.kHighsInf
            )
    return _passed(offers.value[kept], lists, upper), places


def _passed(
    value: Ints, lists: Sequence[Sequence[tuple[int, float]]], upper: Floats
) -> highspy.Highs:
    program = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, given in (
        ("output_flag", False),
        ("threads", 1),
        ("parallel", "off"),
        ("random_seed", 1),
    ):
        program.setOptionValue(option, given)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(lists), len(upper)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = value.astype(np.float64)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(lists)), np.ones(len(lists))
    lp.row_lower_ = np.full(len(upper), -highspy.kHighsInf)
    lp.row_upper_ = upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(one) for one in lists)])
    lp.a_matrix_.index_ = np.array([row for one in lists for row, _ in one], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([share for one in lists for _, share in one])
    program.passModel(lp)
    return program
