"""A form that has its labels beside the answers: a project's card with 项目名称 | … | 总投资 | ….

Its labels become the headings of a table with one row, so a card reads like a line of a ledger.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from yinfeng.intake.grid import Grid, Place, set_row
from yinfeng.intake.manuscript import Manuscript
from yinfeng.values import BlockKind, Cell, Table

_LABEL = re.compile(
    r"(?:(?:项目|企业|公司|单位|投资方?|产品|园区|载体|地块)"
    r"(?:名称|简介|概况|内容|地址|类型|性质|编号|所在地)"
    r"|投资(?:主体|方|人|商|额|总额|规模|强度)|(?:项目|计划)?总投资额?|意向投资(?:方|额)"
    r"|(?:用地|厂房|土地|载体)(?:需求|规模)|洽谈(?:情况|进展)|填报(?:单位|人|日期|时间)"
    r"|建设(?:内容|地点|单位|规模|周期|期限|性质)|占地(?:面积)?|(?:用地|建筑|占地)面积"
    r"|项目(?:选址|进度|进展|负责人|单位|来源)|联系(?:人|电话|方式)|法(?:定代表)?人(?:代表)?"
    r"|注册(?:资本|地址?)|所属(?:行业|产业)|行业|产业(?:类别|类型)?|负责人|责任(?:人|单位|领导)"
    r"|(?:预计)?年?(?:产值|销售收入|销售|税收|纳税|产能)|(?:目前|最新)?(?:进展|进度|阶段)(?:情况)?"
    r"|备注|存在问题|(?:开工|竣工|签约|投产)时间|主要产品|经营范围|成立时间)"
    r"\s*(?:[（(][^）)]{1,8}[）)])?\s*[:：]?"
)
_SHORT = re.compile(r"[一-龥（）()、/]{2,10}[:：]?")
_FEWEST = 3
_MOST_ROWS = 40


def answers(grid: Grid) -> tuple[tuple[Place, Place], ...]:
    """The label and the answer of each field, if *grid* is a form; otherwise nothing."""
    if len(grid.rows) > _MOST_ROWS or grid.width < 2:
        return ()
    pairs = tuple(_pairs(grid, frozenset()))
    # Where labels stand one below the other, the words between them are labels too.
    counted = Counter(label[1] for label, _ in pairs)
    columns = frozenset(at for at, count in counted.items() if count > 1)
    pairs = tuple(_pairs(grid, columns)) if len(pairs) >= _FEWEST else pairs
    rows = {label[0] for label, _ in pairs}
    labels = sum(_is_label(grid.words(*place)) for place in _all_filled(grid))
    if len(pairs) < _FEWEST or len(rows) < _FEWEST or len(pairs) * 4 < labels * 3:
        return ()
    return pairs


def set_card(manuscript: Manuscript, grid: Grid, pairs: tuple[tuple[Place, Place], ...]) -> None:
    """Set the rows of a form and keep its fields as a table of one row."""
    cells: dict[Place, Cell] = {}
    kind = BlockKind.TITLE
    for row in range(len(grid.rows)):
        is_lone = len(grid.filled(row)) == 1
        for column, cell in enumerate(
            set_row(manuscript, grid, row, kind if is_lone else BlockKind.TABLE)
        ):
            cells[row, column] = cell
        kind = BlockKind.PARAGRAPH
    headings = tuple(grid.words(*label).rstrip(":： ") for label, _ in pairs)
    manuscript.table(Table(grid.name, headings, (tuple(cells[at] for _, at in pairs),)))


def _all_filled(grid: Grid) -> frozenset[Place]:
    return frozenset().union(*(grid.filled(row) for row in range(len(grid.rows))))


def _pairs(grid: Grid, columns: frozenset[int]) -> Iterator[tuple[Place, Place]]:
    """Labels and answers, row by row; in *columns* short words are labels whatever they say."""
    for row in range(len(grid.rows)):
        places = dict.fromkeys(grid.firsts.get((row, c), (row, c)) for c in range(grid.width))
        for label, answer in pairwise(places):
            own = label[0] == row and answer[0] == row
            told = grid.words(*label)
            is_label = _is_label(told) or (label[1] in columns and _SHORT.fullmatch(told))
            if own and is_label and not _is_label(grid.words(*answer)) and answer[1] not in columns:
                yield label, answer


def _is_label(words: str) -> bool:
    return bool(_LABEL.fullmatch(words))
