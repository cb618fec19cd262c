"""Lists of coordinates in Excel or CSV: 宗地号, 圈号, 点号, X, Y, and areas in 亩 or ㎡.

Surveyors write X for north and Y for east, geographers the other way round: the columns are read
in the order in which they stand, and the order is found by the size of the figures. Tables may
stand one below another, each with its head and a line 宗地号：云01 above it.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from math import isfinite
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineWorkbook

from yinfeng.mapping.areas import unit_in
from yinfeng.mapping.figures import Drawn, Figure, Point, Unreadable, within_bounds
from yinfeng.mapping.formats.heads import Row, head_at, is_told, plain, told_in
from yinfeng.mapping.formats.rings import Rings
from yinfeng.mapping.formats.texts import decoded

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MOST_ROWS = 400_000
_LOOKED_AT = 60
_ANGLE = re.compile(
    r"(?:东经|北纬|[NE])?\s*(\d{1,3})\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’‘分]\s*)?"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*(?:\"|″|”|“|秒|''|′′)?)?\s*[NE]?"
)
_DEGREES = re.compile(r"(?:东经|北纬)?\s*(\d{1,3}\.\d+)\s*[°度]\s*[NE]?")
_DIGIT = re.compile(r"\d")


def read(content: bytes) -> Drawn:
    """The shapes of a list of their points."""
    problems: list[str] = []
    found: list[Figure] = []
    for name, rows in _tables(content):
        table = _Table(name, problems)
        for line, row in enumerate(rows, 1):
            table.hear(rows, line, row)
        found += table.figures(len(found))
    if not found and not problems:
        raise Unreadable(
            "没有找到坐标列。第一行表头请写：宗地号、圈号、点号、X、Y（圈号、点号可以不写）。"
        )
    return Drawn(within_bounds(found), problems=tuple(problems))


@dataclass
class _Table:
    """One sheet as it is read row by row."""

    name: str
    problems: list[str]
    columns: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    number: str = ""
    ring: str = ""
    told: dict[str, str] = field(default_factory=dict)
    shapes: dict[str, Rings] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def hear(self, rows: Sequence[Row], line: int, row: Row) -> None:
        """Take in a row: a head, a line about what follows, a point, or nothing."""
        if (head := head_at(rows, line - 1)) is not None:
            self._begin(head, rows[line - 1])
            return
        point = _point(row, self.columns) if self.columns else None
        if point is not None:
            self._put(row, point)
        elif told := dict(told_in(row)):
            self.number = told.pop("number", "") or self.number
            self.told.update(told)
        elif not any(row):
            self._part()
        elif self.columns and _is_amiss(row, self.columns):
            where = f"表“{self.name}”" if self.name else ""
            self.problems.append(f"{where}第{line}行的坐标不是数字，已略过")

    def figures(self, before: int) -> Iterator[Figure]:
        """The shapes of the table; of rings that nothing names each stands alone."""
        place = before
        for number, rings in self.shapes.items():
            polygons = rings.polygons()
            words = self.words[number]
            if number or "ring" in self.columns or len(polygons) == 1:
                if not number and self.name:
                    words = {"宗地号": self.name, **words}
                place += 1
                yield Figure(place, tuple(polygons), words)
                continue
            for alone, polygon in enumerate(polygons, 1):
                place += 1
                named = {"宗地号": f"{self.name}-{alone}"} if self.name else {}
                yield Figure(place, (polygon,), {**named, "序号": str(alone), **words})

    def _begin(self, head: Mapping[str, int], row: Row) -> None:
        self._part()
        self.columns = head
        taken = set(head.values())
        self.names = {place: name for place, name in enumerate(row) if place not in taken}

    def _part(self) -> None:
        """What comes next is another ring, where neither ring nor number says so."""
        if self.number in self.shapes and "ring" not in self.columns:
            self.shapes[self.number].part()

    def _put(self, row: Row, point: Point) -> None:
        self.number = _told(row, self.columns.get("number")) or self.number
        self.ring = _told(row, self.columns.get("ring")) or self.ring
        shape = self.shapes.setdefault(self.number, Rings())
        label = _told(row, self.columns.get("point"))
        shape.put(point, ring=self.ring, label=label)
        first = {"宗地号": self.number, **self.told} if self.number else dict(self.told)
        words = self.words.setdefault(self.number, first)
        if self.number:
            self.told = {}
        for place, name in self.names.items():
            if name and place < len(row) and row[place]:
                words.setdefault(_named(name), row[place])


def _tables(content: bytes) -> Iterator[tuple[str, Sequence[Row]]]:
    if content.startswith(_WORKBOOKS):
        try:
            book = CalamineWorkbook.from_object(BytesIO(content))
            for name in book.sheet_names:
                rows = book.get_sheet_by_name(name).to_python(nrows=_MOST_ROWS)
                yield name, [[_cell(one) for one in row] for row in rows]
        except (CalamineError, BadZipFile, OSError, ValueError):
            raise Unreadable("表格打不开，可能损坏或设了密码。") from None
        return
    words = decoded(content)
    separator = _separator(words)
    try:
        lines = csv.reader(StringIO(words), delimiter=separator, skipinitialspace=separator == " ")
        yield "", [[one.strip() for one in row] for row in lines]
    except csv.Error:
        raise Unreadable("CSV读不出来，请在表格软件里另存为xlsx再导入。") from None


def _separator(words: str) -> str:
    """What parts the columns: most lines have it equally often."""
    lines = [line for line in words.splitlines() if line.strip()][:_LOOKED_AT]
    counts = {one: Counter(line.count(one) for line in lines if one in line) for one in ",\t;，"}
    likely = max(counts, key=lambda one: max(counts[one].values(), default=0))
    return likely if counts[likely] or not any(" " in line for line in lines) else " "


def _cell(value: object) -> str:
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    return str(value).strip()


def _named(head: str) -> str:
    """The head of a column; where it names mu, the words keep that."""
    return head.strip() if unit_in(head) else plain(head)


def _point(row: Row, columns: Mapping[str, int]) -> Point | None:
    """The two figures in the order in which their columns stand."""
    first, second = sorted((columns["x"], columns["y"]))
    x, y = (_figure(_told(row, place)) for place in (first, second))
    return None if x is None or y is None else (x, y)


def _figure(words: str) -> float | None:
    """A number, or an angle in degrees, minutes and seconds."""
    try:
        found = float(words.replace(",", ""))
    except ValueError:
        return _angle(words)
    return found if isfinite(found) else None


def _angle(words: str) -> float | None:
    if plainly := _DEGREES.fullmatch(words):
        return float(plainly[1])
    found = _ANGLE.fullmatch(words)
    if found is None:
        return None
    degrees, minutes, seconds = (float(one or 0) for one in found.groups())
    return degrees + minutes / 60 + seconds / 3600 if minutes < 60 and seconds < 60 else None


def _is_amiss(row: Row, columns: Mapping[str, int]) -> bool:
    """Whether the row should be a point: lengths between points and lines of words are none."""
    cells = [_told(row, columns[one]) for one in ("x", "y")]
    if any(_figure(one) is not None for one in cells):
        return True
    if is_told(row):
        return False
    has_label = bool(_told(row, columns.get("point")))
    return has_label or any(_DIGIT.search(one) for one in cells)


def _told(row: Row, at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""
