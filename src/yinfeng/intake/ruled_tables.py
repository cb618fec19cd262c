"""Tables that a page of a PDF draws with lines: the rules, the cells between them, their words.

Programs draw a table as one line a border, as a thin rectangle a cell's edge, or as boxes. What
counts is where a rule stands: rules that touch belong to one frame, and two cells without a rule
between them are one. A frame whose cells hold whole articles only lays out its page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yinfeng.intake.grid import Grid, Merge, one_line
from yinfeng.intake.grid_heads import names_columns
from yinfeng.intake.reading_order import PageLine, Run, lines_of

if TYPE_CHECKING:
    from pypdfium2 import PdfPage  # type: ignore[import-untyped]

_THIN = 3.0
_NEAR = 2.5
_SHORTEST = 4.0
# A map or a drawing has more lines than any table.
_MOST_PATHS, _MOST_RULES = 20_000, 600
_FEWEST_LINES = 3
"""Two columns have three rules, two rows too."""
_LONGEST_CELL = 300
_DEEPEST = 3


class Rule(NamedTuple):
    """A straight line: where it stands, and from where to where it runs; y grows downwards."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The lines of a page that go across, and those that go down."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    def part(self, left: float, right: float, y: float) -> bool:
        """Whether a line goes down between two places at the height *y*."""
        return any(left < rule.at < right and rule.start <= y <= rule.end for rule in self.down)


class Frame(NamedTuple):
    """A table's borders: where its columns and its rows begin and end, and its own rules."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    rules: Rules

    def holds(self, run: Run) -> bool:
        """Whether the middle of a run stands inside."""
        x, y = (run.left + run.right) / 2, (run.top + run.bottom) / 2
        return self.columns[0] < x < self.columns[-1] and self.rows[0] < y < self.rows[-1]


def rules_of(page: "PdfPage") -> Rules:
    """The lines that a page draws, edges of rectangles too; none where a page is all drawing."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    height = page.get_height()
    across: list[Rule] = []
    down: list[Rule] = []
    drawn = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST)
    for count, path in enumerate(drawn):
        if count >= _MOST_PATHS:
            return Rules((), ())
        left, bottom, right, top = path.get_bounds()
        _edges(left, height - top, right, height - bottom, across, down)
    rules = Rules(tuple(_joined(across)), tuple(_joined(down)))
    return rules if max(map(len, rules)) <= _MOST_RULES else Rules((), ())


def _edges(
    left: float, top: float, right: float, bottom: float, across: list[Rule], down: list[Rule]
) -> None:
    """Take a box as one rule where it is thin, else as the four around it."""
    is_flat, is_narrow = bottom - top <= _THIN, right - left <= _THIN
    if is_flat and right - left >= _SHORTEST:
        across.append(Rule((top + bottom) / 2, left, right))
    elif is_narrow and bottom - top >= _SHORTEST:
        down.append(Rule((left + right) / 2, top, bottom))
    elif not is_flat and not is_narrow:
        across += [Rule(top, left, right), Rule(bottom, left, right)]
        down += [Rule(left, top, bottom), Rule(right, top, bottom)]


def _joined(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The rules, pieces of one line put together."""
    last: Rule | None = None
    for rule in sorted(rules, key=lambda one: (round(one.at / _NEAR), one.start)):
        is_same = last is not None and abs(rule.at - last.at) <= _NEAR
        if last is not None and is_same and rule.start <= last.end + _NEAR:
            last = Rule(last.at, last.start, max(last.end, rule.end))
            continue
        if last is not None:
            yield last
        last = rule
    if last is not None:
        yield last


def frames_of(rules: Rules) -> list[Frame]:
    """The frames that the rules of a page make, from top to bottom, none inside another."""
    groups = _touching(rules)
    frames = [frame for group in groups if (frame := _frame(group)) is not None]
    frames.sort(key=lambda one: one.rows[0])
    return [one for one in frames if not any(_lies_in(one, other) for other in frames)]


def _touching(rules: Rules) -> list[Rules]:
    """The rules by groups in which each crosses or meets another."""
    owner = list(range(len(rules.across) + len(rules.down)))

    def find(at: int) -> int:
        while owner[at] != at:
            owner[at] = at = owner[owner[at]]
        return at

    for at, one in enumerate(rules.across):
        for beside, other in enumerate(rules.down, len(rules.across)):
            meets = one.start - _NEAR <= other.at <= one.end + _NEAR
            if meets and other.start - _NEAR <= one.at <= other.end + _NEAR:
                owner[find(beside)] = find(at)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate((*rules.across, *rules.down)):
        group = groups.setdefault(find(at), ([], []))
        group[at >= len(rules.across)].append(rule)
    return [Rules(tuple(across), tuple(down)) for across, down in groups.values()]


def _frame(rules: Rules) -> Frame | None:
    columns, rows = _places(rules.down), _places(rules.across)
    if min(len(columns), len(rows)) < _FEWEST_LINES:
        return None
    return Frame(columns, rows, rules)


def _places(rules: Sequence[Rule]) -> tuple[float, ...]:
    """The places at which rules stand, those that nearly meet as one."""
    found: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    return tuple(found)


def _lies_in(inner: Frame, outer: Frame) -> bool:
    x = outer.columns[0] <= inner.columns[0] and inner.columns[-1] <= outer.columns[-1]
    y = outer.rows[0] <= inner.rows[0] and inner.rows[-1] <= outer.rows[-1]
    return inner is not outer and x and y


def grid_of(frame: Frame, runs: Sequence[Run], name: str) -> Grid | None:
    """The table that *runs* fill in a frame; None where the frame only lays out its page."""
    height, width = len(frame.rows) - 1, len(frame.columns) - 1
    merges = tuple(_merges(frame, height, width))
    first = {
        (row, column): (merge.top, merge.left)
        for merge in merges
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    }
    held: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        row = _slot(frame.rows, (run.top + run.bottom) / 2)
        column = _slot(frame.columns, (run.left + run.right) / 2)
        held.setdefault(first.get((row, column), (row, column)), []).append(run)
    words = {place: _words(inside) for place, inside in held.items()}
    if max(map(len, words.values()), default=0) > _LONGEST_CELL or len(words) < 4:
        return None
    rows = (tuple(words.get((r, c), "") for c in range(width)) for r in range(height))
    return Grid(name, tuple(rows), merges)


def _words(runs: Sequence[Run]) -> str:
    return one_line("\n".join(line.words.replace("\t", " ") for line in lines_of(runs)))


def _slot(places: Sequence[float], at: float) -> int:
    return max(0, sum(place <= at for place in places[:-1]) - 1)


def _merges(frame: Frame, height: int, width: int) -> Iterator[Merge]:
    """The cells of more than one place: no rule parts them, to the right and then below."""
    taken: set[tuple[int, int]] = set()
    for top in range(height):
        for left in range(width):
            if (top, left) in taken:
                continue
            right = left
            while right + 1 < width and not _is_parted(frame, top, right):
                right += 1
            bottom = top
            while bottom + 1 < height and _goes_on(frame, bottom, left, right):
                bottom += 1
            if (bottom, right) != (top, left):
                taken |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
                yield Merge(top, left, bottom, right)


def _is_parted(frame: Frame, row: int, column: int) -> bool:
    """Whether a rule stands between a cell and the next one to its right."""
    y = (frame.rows[row] + frame.rows[row + 1]) / 2
    at = frame.columns[column + 1]
    return frame.rules.part(at - _NEAR, at + _NEAR, y)


def _goes_on(frame: Frame, row: int, left: int, right: int) -> bool:
    """Whether no rule stands below the cells from *left* to *right* of a row."""
    at = frame.rows[row + 1]
    for column in range(left, right + 1):
        x = (frame.columns[column] + frame.columns[column + 1]) / 2
        for rule in frame.rules.across:
            if abs(rule.at - at) <= _NEAR and rule.start <= x <= rule.end:
                return False
    return True


def items_of(runs: Sequence[Run], rules: Rules, name: str) -> list[PageLine | Grid]:
    """A page from top to bottom: lines in reading order, and between them its ruled tables."""
    kept = [run for run in runs if run.words.strip() and run.height > 0]
    tables: list[tuple[float, Grid]] = []
    for frame in frames_of(rules):
        inside = [run for run in kept if frame.holds(run)]
        grid = grid_of(frame, inside, f"{name}表{len(tables) + 1}")
        if grid is not None:
            tables.append((frame.rows[0], grid))
            kept = [run for run in kept if run not in inside]
    items: list[PageLine | Grid] = []
    for top, grid in tables:
        above = [run for run in kept if run.top < top]
        kept = [run for run in kept if run.top >= top]
        items += [*lines_of(above), grid]
    return [*items, *lines_of(kept)]


def gone_on(first: Grid, second: Grid) -> Grid | None:
    """*first* with the rows of *second*, where the next page goes on with it; else None.

    The head is told once though each page repeats it.
    """
    if first.width != second.width:
        return None
    pairs = zip(first.rows, second.rows, strict=False)
    repeated = next((at for at, (one, other) in enumerate(pairs) if one != other), 0)
    if not repeated and names_columns(second, 0):
        return None
    behind = len(first.rows) - repeated
    merges = tuple(
        Merge(merge.top + behind, merge.left, merge.bottom + behind, merge.right)
        for merge in second.merges
        if merge.top >= repeated
    )
    return replace(first, rows=first.rows + second.rows[repeated:], merges=first.merges + merges)
