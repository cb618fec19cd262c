"""What each shape of a file would become: the dry run that the preview shows and the import does.

A shape is a record on hand where its number is known in the unit, else a new one. What is mended
is told with the change of its area; what cannot be kept, and what lies on a neighbour, is a row
of its own with the reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from yinfeng.lexicon.land import measure
from yinfeng.mapping.areas import NotAnArea, area_written, unit_in
from yinfeng.mapping.figures import Figure
from yinfeng.mapping.shapes import Box, Geometry, Meeting, Mended, meetings, mended, outside
from yinfeng.mapping.systems import System, in_degrees
from yinfeng.web.desks.land.columns import in_mu
from yinfeng.web.desks.land.layers import chosen
from yinfeng.web.desks.land.models import Block, Bounded, Building, Drawing, Parcel, Park, Zone
from yinfeng.web.desks.land.rules import rules_of
from yinfeng.web.desks.land.viewport import within

MODELS: Mapping[str, type[Bounded]] = {
    "parcels": Parcel,
    "blocks": Block,
    "parks": Park,
    "buildings": Building,
    "zones": Zone,
}
NUMBERED = {
    "parcels": "number",
    "blocks": "code",
    "parks": "name",
    "buildings": "number",
    "zones": "name",
}
_CALLED = {
    "number": (
        *("宗地号", "地块号", "地块编号", "宗地编号", "宗地代码", "地块代码", "图斑编号", "图斑号"),
        *("编号", "区块编号", "地块", "宗地", "zddm", "zdh", "zdbh", "dkbh", "dkh", "tbbh"),
        *("园区名称", "管控区名称", "名称", "宗地名称", "地块名称", "文字", "name", "bsm"),
        *("序号", "图层", "objectid", "fid"),
    ),
    "name": ("宗地名称", "地块名称", "区块名称", "名称", "项目名称", "zdmc", "dkmc"),
    "holder": ("权利人", "使用权人", "权利人名称", "qlr", "qlrmc"),
    "certificate": ("不动产权证号", "证号", "产权证号", "bdcqzh"),
    "certified": ("证载面积", "证书面积"),
    "area": ("面积", "宗地面积", "用地面积", "地块面积", "图斑面积", "zdmj", "dkmj", "tbmj"),
    "boundary": ("四至", "宗地四至", "zdsz"),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One shape: what it becomes, with what, and what is to be said of it."""

    place: int
    number: str
    made: Mended
    record: Bounded | None
    values: Mapping[str, Any]
    says: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def mu(self) -> Decimal | None:
        """Its area."""
        return in_mu(self.made.area)

    @property
    def is_good(self) -> bool:
        """Whether it can be taken in."""
        return not self.wrong and self.made.geometry is not None

    @property
    def is_doubtful(self) -> bool:
        """Whether it can be taken in, but mending made another area of it."""
        change = self.made.change
        return self.is_good and change is not None and change > measure("mending_share")

    @property
    def doubt(self) -> str:
        """What a person has to look at before such a shape is taken."""
        before, after = self.made.before, self.made.area
        return (
            f"第{self.place}个图形“{self.number}”：按点的次序连线的面积是{before:,}㎡，"
            f"切开理顺后是{after:,}㎡（{self.mu}亩）"
        )

    @property
    def geometry(self) -> Geometry:
        """Its range."""
        assert self.made.geometry is not None
        return self.made.geometry

    @property
    def box(self) -> Box:
        """The box around it."""
        return self.made.box


def columns_of(figures: Sequence[Figure]) -> tuple[str, ...]:
    """What the file says of its shapes, name by name."""
    return tuple(dict.fromkeys(name for figure in figures for name in figure.words))


def guessed_number(columns: Sequence[str]) -> str:
    """The column that likely gives the number."""
    plain = {_plain(name): name for name in reversed(columns)}
    return next((plain[one] for one in _CALLED["number"] if one in plain), "")


def _plain(column: str) -> str:
    return column.partition("（")[0].partition("(")[0].strip().lower()


def targets(drawing: Drawing) -> Any:
    """The records on hand of the kind that the file draws."""
    return MODELS[drawing.target]._default_manager.filter(unit=drawing.unit, removed_at=None)


def plan(drawing: Drawing, figures: Sequence[Figure], system: System) -> tuple[Planned, ...]:
    """What each shape would become, in these coordinates."""
    told: Mapping[str, Any] = drawing.settings
    figures = chosen(figures, told)
    sliver, twin = (float(measure(one)) for one in ("sliver_width", "twin_distance"))
    shapes = [mended(in_degrees(figure, system), sliver=sliver, twin=twin) for figure in figures]
    known = _known(drawing, [_number(figure, told) for figure in figures])
    beside = _beside(drawing, shapes, known, [figure.place for figure in figures])
    most = rules_of(drawing.unit, timezone.localdate()).tolerance
    seen: dict[str, int] = {}
    rows = []
    for at, (figure, made) in enumerate(zip(figures, shapes, strict=True)):
        number = _number(figure, told)
        values, bad = _values(figure, drawing)
        wrong = [*bad, *([made.refused] if made.refused else [])]
        if not number:
            wrong.append("没有编号，请指定哪一列是编号")
        elif number in seen:
            wrong.append(f"编号与第{seen[number]}个图形相同")
        seen.setdefault(number, figure.place)
        says = [*made.mended, *beside["says"].get(at, ())]
        wrong += beside["wrong"].get(at, ())
        rows.append(
            Planned(
                figure.place, number, made, known.get(number), values,
                tuple(says + _certificate(values, made, most)), tuple(wrong),
            )
        )  # fmt: skip
    return tuple(rows)


def _number(figure: Figure, told: Mapping[str, Any]) -> str:
    number = figure.words.get(str(told.get("number", "")), "").strip()
    return number[:40] if number else ""


def _known(drawing: Drawing, numbers: Sequence[str]) -> dict[str, Bounded]:
    name, rows = NUMBERED[drawing.target], targets(drawing)
    if drawing.target == "buildings":
        rows = rows.filter(parcel=drawing.settings.get("parcel") or 0)
    return {str(getattr(one, name)): one for one in rows.filter(**{f"{name}__in": set(numbers)})}


def _values(figure: Figure, drawing: Drawing) -> tuple[dict[str, Any], list[str]]:
    """The fields that the words of a shape fill."""
    names = {field.name: field for field in MODELS[drawing.target]._meta.fields}
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for column, words in figure.words.items():
        plain = _plain(column)
        for name, called in _CALLED.items():
            if plain not in called or name not in names or name == NUMBERED[drawing.target]:
                continue
            if name in ("area", "certified"):
                try:
                    values[name] = area_written(words, unit_in(column) or "㎡")
                except NotAnArea:
                    wrong.append(f"“{column}”里的“{words}”不是面积")
            else:
                longest = names[name].max_length
                values.setdefault(name, words[:longest])
    return values, wrong


def _certificate(values: Mapping[str, Any], made: Mended, most: Decimal) -> list[str]:
    certified = values.get("certified")
    if not certified or made.geometry is None:
        return []
    share = (made.area - certified) / certified
    if abs(share) <= most:
        return []
    return [f"图上{in_mu(made.area)}亩与证载{in_mu(certified)}亩相差{share:+.2%}"]


def _beside(
    drawing: Drawing, shapes: Sequence[Mended], known: Mapping[str, Bounded], places: Sequence[int]
) -> Mapping[str, dict[int, list[str]]]:
    """What lies on one another, and outside the park; parcels on parcels are refused."""
    says: dict[int, list[str]] = {}
    wrong: dict[int, list[str]] = {}
    good = [(at, one.geometry) for at, one in enumerate(shapes) if one.geometry is not None]
    if drawing.target in ("parcels", "buildings"):
        for at, said, is_bad in _overlaps(drawing, good, shapes, known, places):
            (wrong if is_bad else says).setdefault(at, []).append(said)
    key = drawing.settings.get("park")
    park = Park.objects.filter(pk=key).first() if key else None
    if park is not None and park.shape and drawing.target in ("parcels", "blocks"):
        for at, geometry in good:
            left, width = outside(geometry, [park.shape])
            if width > float(measure("sliver_width")):
                said = f"有{in_mu(left)}亩在园区“{park}”范围以外"
                (says if drawing.settings.get("outside") else wrong).setdefault(at, []).append(said)
    return {"says": says, "wrong": wrong}


def _overlaps(
    drawing: Drawing,
    good: Sequence[tuple[int, Geometry]],
    shapes: Sequence[Mended],
    known: Mapping[str, Bounded],
    places: Sequence[int],
) -> Iterator[tuple[int, str, bool]]:
    mine = [geometry for _, geometry in good]
    for one in meetings(mine):
        first, second = good[one.first][0], good[one.second][0]
        yield second, f"与第{places[first]}个图形重叠{in_mu(one.area)}亩", _is_real(one)
    boxes = [shapes[at].box for at, _ in good]
    if not boxes:
        return
    whole = (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip
    rows = targets(drawing)
    replaced = [thing.pk for thing in known.values()]
    there = list(within(rows.exclude(pk__in=replaced), whole))
    for one in meetings(mine, [thing.shape for thing in there]):
        said = f"与已登记的“{there[one.second]}”重叠{in_mu(one.area)}亩"
        yield good[one.first][0], said, _is_real(one)


def _is_real(meeting: Meeting) -> bool:
    """Whether shapes lie on one another, or only meet as measured lines meet."""
    wide = meeting.width > float(measure("sliver_width"))
    return wide and meeting.share > float(measure("overlap_share"))
