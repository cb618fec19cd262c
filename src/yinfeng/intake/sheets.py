"""Sheets of a workbook → lines of source: the used range of each, as a form or as tables.

A sheet keeps only its cells with words, because one stray cell in column XFD must not make a
grid of a thousand million empty ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yinfeng.intake.card import answers, set_card
from yinfeng.intake.format import Unreadable
from yinfeng.intake.grid import Grid, Merge, Place
from yinfeng.intake.grid_setting import set_grid
from yinfeng.intake.limits import MAX_AREA, MAX_CELLS, MAX_COLUMNS
from yinfeng.intake.manuscript import Manuscript

_WIDEST_GAP = 30
_TOO_LARGE = "表格超过40万个单元格，没有读取。请只保留需要的行再导入。"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the words of its cells by row and column, its merged cells."""

    name: str
    cells: Mapping[Place, str]
    merges: tuple[Merge, ...] = ()


def set_sheet(manuscript: Manuscript, grid: Grid) -> None:
    """Set *grid* as what its shape shows it to be."""
    if pairs := answers(grid):
        set_card(manuscript, grid, pairs)
    else:
        set_grid(manuscript, grid)


def set_sheets(manuscript: Manuscript, sheets: Iterable[Sheet]) -> None:
    """Set every sheet; more cells than a ledger can have are left out, with a note."""
    left = MAX_CELLS
    for sheet in sheets:
        grids = list(_grids(sheet)) if len(sheet.cells) <= left else None
        left -= len(sheet.cells)
        if grids is not None:
            for grid in grids:
                set_sheet(manuscript, grid)
        elif manuscript.length:
            manuscript.note(f"工作表“{sheet.name}”太大，没有读取")
        else:
            raise Unreadable("too-large", _TOO_LARGE)


def _grids(sheet: Sheet) -> Iterator[Grid]:
    """The used range of a sheet; far-off rows begin a grid of their own."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), words in sheet.cells.items():
        if column < MAX_COLUMNS:
            rows.setdefault(row, {})[column] = words
    for numbers in _runs(sorted(rows)):
        yield _grid(sheet, rows, numbers)


def _runs(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    begin = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] - numbers[at - 1] > _WIDEST_GAP:
            yield numbers[begin:at]
            begin = at


def _grid(sheet: Sheet, rows: Mapping[int, Mapping[int, str]], numbers: Sequence[int]) -> Grid:
    top, bottom = numbers[0], numbers[-1]
    left = min(min(rows[number]) for number in numbers)
    width = max(max(rows[number]) for number in numbers) - left + 1
    empty: dict[int, str] = {}
    if width * (bottom - top + 1) > MAX_AREA:
        raise Unreadable("too-large", _TOO_LARGE)
    lines = tuple(
        tuple(rows.get(number, empty).get(left + column, "") for column in range(width))
        for number in range(top, bottom + 1)
    )
    merges = (
        Merge(
            one.top - top,
            max(one.left - left, 0),
            min(one.bottom - top, len(lines) - 1),
            min(one.right - left, width - 1),
        )
        for one in sheet.merges
        if top <= one.top <= bottom and left <= one.right and one.left - left < width
    )
    return Grid(sheet.name, lines, tuple(_apart(merges, width * len(lines))), top, left)


def _apart(merges: Iterable[Merge], area: int) -> Iterator[Merge]:
    """The merges as long as they fit the grid; real ones never overlap."""
    for merge in merges:
        area -= (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        if area < 0:
            return
        yield merge
