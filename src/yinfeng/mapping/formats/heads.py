"""The head of a list of coordinates: which column is what, over one row or two.

纵坐标（X）, 坐标 over X(m) and Y(m), 东经, 拐点编号; above it 宗地号：云01 and 权利人：某厂.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

Row = Sequence[str]

_INSIDE = re.compile(r"[（(\[【](.*?)[)）\]】]")
_ASIDE = re.compile(r"[（(\[【].*?[)）\]】]|\s|[:：]$")
_TOLD = re.compile(r"\s*([^:：]{2,12}?)\s*[:：]\s*(\S.*?)\s*")
NUMBERS = (
    *("宗地号", "宗地代码", "宗地编号", "宗地", "不动产单元号", "地块号", "地块编号", "地块代码"),
    *("地块", "区块编号", "图斑号", "图斑编号", "编号", "幢号", "地块名称", "宗地名称", "zddm"),
    *("zdh", "zdbh", "dkbh", "dkh", "tbbh", "number", "id"),
)
_WORDS = (*("权利人", "使用权人", "权利人名称", "四至", "不动产权证号", "证载面积"),)
_AREAS = ("面积", "宗地面积", "地块面积", "用地面积")
_CALLED: Mapping[str, tuple[str, ...]] = {
    "x": (
        *("x", "x坐标", "坐标x", "x值", "x坐标值", "纵坐标", "纵坐标x", "x纵坐标", "北坐标"),
        *("北坐标x", "北", "北距", "n", "north", "northing"),
        *("经度", "东经", "经度坐标", "lon", "lng", "long", "longitude"),
    ),
    "y": (
        *("y", "y坐标", "坐标y", "y值", "y坐标值", "横坐标", "横坐标y", "y横坐标", "东坐标"),
        *("东坐标y", "东", "东距", "e", "east", "easting"),
        *("纬度", "北纬", "纬度坐标", "lat", "latitude"),
    ),
    "ring": ("圈号", "环号", "圈", "ring", "部件号", "地块圈号"),
    "point": (
        *("点号", "界址点号", "界址点编号", "拐点号", "拐点编号", "点名", "界址点名", "界址点"),
        *("拐点", "桩号", "界桩号", "序号", "顺序号", "point"),
    ),
    "number": NUMBERS,
}


def head_at(rows: Sequence[Row], at: int) -> Mapping[str, int] | None:
    """The columns that the row names, with the row above where that goes over two; or None."""
    own = _columns(rows[at])
    if "x" not in own or "y" not in own:
        return None
    above = _columns(rows[at - 1]) if at and _is_half(rows[at - 1], rows[at]) else {}
    taken = set(own.values())
    return {**{key: place for key, place in above.items() if place not in taken}, **own}


def told_in(row: Row) -> Iterator[tuple[str, str]]:
    """What a line between the tables says of the shape that follows: 宗地号：云01."""
    for cell in row:
        found = _TOLD.fullmatch(cell)
        if found is None:
            continue
        name, inside = _ASIDE.sub("", found[1]), _INSIDE.search(found[1])
        if name.lower() in NUMBERS:
            yield "number", found[2]
        elif name in _AREAS:
            yield (f"{name}（{inside[1]}）" if inside else name), found[2]
        elif name in _WORDS:
            yield name, found[2]


def is_told(row: Row) -> bool:
    """Whether the row is a line of words rather than of figures: 制表：某队."""
    return any("：" in cell or ":" in cell for cell in row)


def plain(head: str) -> str:
    """The head of a column without what stands in brackets."""
    return _ASIDE.sub("", head)


def _columns(row: Row) -> dict[str, int]:
    """What each cell of a row names; of several for one thing the one that is best known."""
    cells = [_ASIDE.sub("", one).lower() for one in row]
    found = {
        key: cells.index(name)
        for key, names in _CALLED.items()
        for name in reversed(names)
        if name in cells
    }
    # 坐标(X) and 坐标(Y): what tells them apart stands in the brackets.
    for place, cell in enumerate(row):
        inside = _INSIDE.search(cell)
        if inside and inside[1].strip().lower() in ("x", "y"):
            found[inside[1].strip().lower()] = place
    return found


def _is_half(above: Row, row: Row) -> bool:
    """Whether the row above is the upper half of a head: it names what this row leaves empty."""
    return any(
        cell and not (row[place] if place < len(row) else "") for place, cell in enumerate(above)
    ) and not is_told(above)
