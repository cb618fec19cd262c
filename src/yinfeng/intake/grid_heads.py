"""Where the head of a table begins in a grid of cells, how many rows it has, what it calls them."""

import re

from yinfeng.intake.grid import Grid, Place

_NUMBER = re.compile(r"[-+－]?[¥￥$]?\d[\d,，]*+(?:\.\d++)?\s*(?:%|％|‰)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Above a table: 单位：万元.
CAPTION = re.compile(
    r"(?:单位|填报|填表|制表|编制|报送|统计|截至|截止|日期|时间|年度|密级|编号)[^:：]{0,8}[:：]"
)
_LONGEST_HEADING = 40
_HEADING_WORD = re.compile(
    r"序号|名称|单位|企业|公司|项目|金额|投资|时间|日期|备注|进度|进展|地点|地址|面积|产值|税收|负责|联系|产业|指标|合计|完成|数量"
)


def head_of(grid: Grid, begin: int) -> range | None:
    """The rows of the first table head at or below row *begin*."""
    # A head stands near the top of its region; looking further would take a body row for one.
    for row in range(begin, min(begin + 12, len(grid.rows) - 1)):
        filled = grid.filled(row)
        if len(filled) > 2 and any(is_figure(grid.words(*place)) for place in filled):
            return None
        if _is_head(grid, row, filled):
            return range(row, _end_of_head(grid, row))
    return None


def _is_head(grid: Grid, row: int, filled: frozenset[Place]) -> bool:
    if len(filled) < 2 or any(not _is_heading(grid.words(*place)) for place in filled):
        return False
    if any(CAPTION.match(grid.words(*place)) for place in filled):
        return False
    below = [len(grid.filled(r)) for r in range(row + 1, min(row + 4, len(grid.rows)))]
    if not below or max(below) < 2:
        return False
    covered = sum(bool(grid.meant(row, column)) for column in range(grid.width))
    return covered * 2 >= max(below)


def _is_heading(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and not is_figure(words)


def is_figure(words: str) -> bool:
    """Whether a cell holds a number that is no year."""
    return bool(_NUMBER.fullmatch(words)) and not _YEAR.fullmatch(words)


def _end_of_head(grid: Grid, row: int) -> int:
    """The row after the last one of the head that begins at *row*."""
    end = row + 1
    last = len(grid.rows) - 1
    while end < last and end - row < 5 and (_spans_down(grid, row, end) or _splits(grid, row, end)):
        end += 1
    return end


def _spans_down(grid: Grid, first: int, row: int) -> bool:
    """Whether a merge that began in the head reaches into *row*."""
    return any(merge.top < row <= merge.bottom and merge.top >= first for merge in grid.merges)


def _splits(grid: Grid, first: int, row: int) -> bool:
    """Whether *row* gives finer headings to headings of the row above that span columns."""
    above = row - 1
    own = [column for column in range(grid.width) if grid.words(row, column)]
    if not own or any(not _is_heading(grid.words(row, column)) for column in own):
        return False
    wide = {
        column
        for merge in grid.merges
        if first <= merge.top <= above <= merge.bottom and merge.right > merge.left
        for column in range(merge.left, merge.right + 1)
        if any(grid.words(r, merge.left) for r in range(merge.top, merge.bottom + 1))
    }
    if wide:
        return wide >= set(own) and len(own) > 1
    # Without merges: the finer headings begin under a heading that has empty cells to its right.
    empty = {column for column in range(grid.width) if not grid.meant(above, column)}
    return (
        len(own) > 1 and all(c in empty or c + 1 in empty for c in own) and bool(empty & set(own))
    )


def headings_of(grid: Grid, head: range) -> tuple[str, ...]:
    """One heading a column, the levels joined from above by a stroke."""
    levels = [_level(grid, row, row == head[-1]) for row in head]
    columns = zip(*levels, strict=True)
    return tuple("/".join(dict.fromkeys(filter(None, column))) for column in columns)


def _level(grid: Grid, row: int, is_last: bool) -> list[str]:
    level = [grid.meant(row, column) for column in range(grid.width)]
    if not is_last:
        for column in range(1, grid.width):
            if not level[column] and grid.words(row + 1, column):
                level[column] = level[column - 1]
    return level


def names_columns(grid: Grid, row: int) -> bool:
    """Whether most cells of a row are words that head columns."""
    words = [grid.words(*place) for place in grid.filled(row)]
    return sum(bool(_HEADING_WORD.search(one)) for one in words) * 2 > len(words)
