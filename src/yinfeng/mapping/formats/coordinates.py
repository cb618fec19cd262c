"""Lists of coordinates in Excel or CSV: 宗地号, 圈号, 点号, X, Y, and areas in 亩 or ㎡.

Surveyors write X for north and Y for east, geographers the other way round: the columns are read
in the order in which they stand, and the order is found by the size of the figures.
"""

import csv
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from math import isfinite
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineWorkbook

from yinfeng.mapping.areas import unit_in
from yinfeng.mapping.figures import Drawn, Figure, Point, Polygon, Unreadable, closed, within_bounds

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MOST_ROWS = 400_000
_HEAD_WITHIN = 15
_ASIDE = re.compile(r"[（(\[【].*?[)）\]】]|\s")
_CALLED: Mapping[str, tuple[str, ...]] = {
    "x": ("x", "x坐标", "纵坐标", "北坐标", "经度", "lon", "lng", "longitude", "x值"),
    "y": ("y", "y坐标", "横坐标", "东坐标", "纬度", "lat", "latitude", "y值"),
    "ring": ("圈号", "环号", "圈", "ring", "部件号", "地块圈号"),
    "point": ("点号", "界址点号", "序号", "拐点号", "点名", "界址点", "point"),
    "number": (
        "宗地号",
        "地块号",
        "地块编号",
        "编号",
        "区块编号",
        "宗地编号",
        "图斑号",
        "幢号",
        "number",
        "id",
    ),
}


def read(content: bytes) -> Drawn:
    """The shapes of a list of their points."""
    problems: list[str] = []
    found: list[Figure] = []
    for name, rows in _tables(content):
        head = _head(rows)
        if head is not None:
            found += _figures(name, rows, head, len(found), problems)
    if not found and not problems:
        raise Unreadable(
            "没有找到坐标列。第一行表头请写：宗地号、圈号、点号、X、Y（圈号、点号可以不写）。"
        )
    return Drawn(within_bounds(found), problems=tuple(problems))


def _tables(content: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    if content.startswith(_WORKBOOKS):
        try:
            book = CalamineWorkbook.from_object(BytesIO(content))
            for name in book.sheet_names:
                rows = book.get_sheet_by_name(name).to_python(nrows=_MOST_ROWS)
                yield name, [[_cell(one) for one in row] for row in rows]
        except (CalamineError, BadZipFile, OSError, ValueError):
            raise Unreadable("表格打不开，可能损坏或设了密码。") from None
        return
    words = _decoded(content)
    first = next((line for line in words.splitlines() if line.strip()), "")
    separator = max(",\t;", key=first.count)
    try:
        yield (
            "",
            [
                [one.strip() for one in row]
                for row in csv.reader(StringIO(words), delimiter=separator)
            ],
        )
    except csv.Error:
        raise Unreadable("CSV读不出来，请在表格软件里另存为xlsx再导入。") from None


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文字的编码认不出来，请另存为“CSV UTF-8”或xlsx。")


def _cell(value: object) -> str:
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    return str(value).strip()


def _head(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The row that names the columns, and which is which."""
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        plain = [_ASIDE.sub("", one).lower() for one in row]
        found = {
            key: plain.index(name)
            for key, names in _CALLED.items()
            for name in reversed(names)
            if name in plain
        }
        if "x" in found and "y" in found:
            return at, found
    return None


def _figures(
    table: str,
    rows: Sequence[Sequence[str]],
    head: tuple[int, dict[str, int]],
    before: int,
    problems: list[str],
) -> Iterator[Figure]:
    at, columns = head
    names = {place: name for place, name in enumerate(rows[at]) if place not in columns.values()}
    rings: dict[str, dict[str, list[Point]]] = {}
    words: dict[str, dict[str, str]] = {}
    number, ring = table if "number" not in columns else "", "1"
    for line, row in enumerate(rows[at + 1 :], at + 2):
        number = _told(row, columns.get("number")) or number
        ring = _told(row, columns.get("ring")) or ring
        point = _point(row, columns)
        if point is None:
            if any(row):
                problems.append(
                    f"{f'表“{table}”' if table else ''}第{line}行的坐标不是数字，已略过"
                )
            continue
        rings.setdefault(number, {}).setdefault(ring, []).append(point)
        told = words.setdefault(number, {"宗地号": number} if number else {})
        for place, name in names.items():
            if name and place < len(row) and row[place]:
                told.setdefault(_named(name), row[place])
    for place, (key, parts) in enumerate(rings.items(), before + 1):
        polygons = tuple(_polygons(parts.values()))
        yield Figure(place, polygons, words[key])


def _named(head: str) -> str:
    """The head of a column; where it names mu, the words keep that."""
    return head.strip() if unit_in(head) else _ASIDE.sub("", head)


def _polygons(rings: Iterable[Sequence[Point]]) -> Iterator[Polygon]:
    """A ring within the first is a hole of it; one beside it a polygon of its own."""
    outer: list[list[tuple[Point, ...]]] = []
    for points in rings:
        ring = closed(points)
        home = next((one for one in outer if _is_within(ring[0], one[0])), None) if ring else None
        if home is not None:
            home.append(ring)
        else:
            outer.append([ring])
    yield from (tuple(one) for one in outer)


def _is_within(point: Point, ring: Sequence[Point]) -> bool:
    """Whether the point lies in the ring, by counting the edges to its right."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _point(row: Sequence[str], columns: Mapping[str, int]) -> Point | None:
    """The two figures in the order in which their columns stand."""
    first, second = sorted((columns["x"], columns["y"]))
    try:
        x, y = float(row[first].replace(",", "")), float(row[second].replace(",", ""))
    except (ValueError, IndexError):
        return None
    return (x, y) if isfinite(x) and isfinite(y) else None


def _told(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""
