"""The text in which surveys of building land are handed in: [属性描述], [地块坐标], @ lines.

`5,1.0123,DK01,柳岸地块,面,H51G0,工业用地,0601,@` begins a plot; `J1,1,3378804.048,40590696.854` is
a point: its number, its ring, north, east. The head says the coordinate system.
"""

import re
from collections.abc import Iterator, Mapping
from math import isfinite

from yinfeng.mapping.figures import Drawn, Figure, Point, within_bounds
from yinfeng.mapping.formats.rings import Rings
from yinfeng.mapping.formats.texts import decoded
from yinfeng.mapping.systems import declared_system, zoned

_PART = re.compile(r"^\s*\[地块坐标\]", re.MULTILINE)
_PLOT = re.compile(r".*,\s*@\s*")
_NAMED = re.compile(r"\s*([^=\[\],]+?)\s*=\s*(.*?)\s*")
_FIELDS = ("", "面积（公顷）", "地块编号", "地块名称", "", "图幅号", "用途", "地类编码")
_ZONES = range(25, 46)


def is_exchange(content: bytes) -> bool:
    """Whether the file is of this kind."""
    try:
        return bool(_PART.search(content.decode("gb18030", "ignore"))) or bool(
            _PART.search(content.decode("utf-8", "ignore"))
        )
    except LookupError:
        return False


def read(content: bytes) -> Drawn:
    """The plots of the file."""
    lines = decoded(content).splitlines()
    told: dict[str, str] = {}
    for line in lines:
        if found := _NAMED.fullmatch(line):
            told[found[1]] = found[2]
    problems: list[str] = []
    figures = within_bounds(_figures(lines, problems))
    declared, refused = _system(told, figures)
    return Drawn(figures, declared, refused, tuple(problems))


def _figures(lines: list[str], problems: list[str]) -> Iterator[Figure]:
    words: dict[str, str] = {}
    rings, place, is_within = Rings(), 0, False
    for at, line in enumerate(lines, 1):
        if _PLOT.fullmatch(line):
            if polygons := rings.polygons():
                place += 1
                yield Figure(place, tuple(polygons), words)
            words, rings, is_within = _words(line), Rings(), True
        elif is_within and line.strip():
            cells = [one.strip() for one in line.split(",")]
            point = _point(cells)
            if point is None:
                problems.append(f"第{at}行的坐标不是数字，已略过")
            else:
                rings.put(point, ring=cells[1] or "1", label=cells[0])
    if polygons := rings.polygons():
        yield Figure(place + 1, tuple(polygons), words)


def _words(line: str) -> dict[str, str]:
    cells = [one.strip() for one in line.split(",")]
    named = zip(_FIELDS, cells, strict=False)
    return {name: cell for name, cell in named if name and cell and cell != "@"}


def _point(cells: list[str]) -> Point | None:
    try:
        x, y = float(cells[2]), float(cells[3])
    except (IndexError, ValueError):
        return None
    return (x, y) if isfinite(x) and isfinite(y) else None


def _system(told: Mapping[str, str], figures: tuple[Figure, ...]) -> tuple[str, str]:
    """The zone that the head declares, or why its system is refused."""
    named = told.get("坐标系", "")
    if named and "2000" not in named:
        for years, former in (("80", "西安80"), ("54", "北京54")):
            if years in named:
                return declared_system(former)
    width, number = told.get("几度分带", ""), told.get("带号", "")
    if width and width != "3":
        why = f"文件写的是{width}度分带，系统只收国家2000三度带，请测绘单位转换后再导入。"
        return "", why
    if not number.isdecimal() or int(number) not in _ZONES or not figures:
        return "", ""
    east = figures[0].polygons[0][0][0][1]
    return zoned(int(number), numbered=east >= 1_000_000).key, ""
