"""The lists of land, one a kind of record: filtered, sorted, exported, as of any day."""

from typing import Any

from django.db.models import F, Q

from yinfeng.web.desks.land.columns import (
    LAST,
    LONG,
    RELATED,
    Mu,
    day,
    differs,
    far_of,
    filters,
    floor_space,
    mu,
    number,
    of_grounds,
    of_let,
    of_parcels,
    one_of,
    plain,
)
from yinfeng.web.desks.land.differing import Differing
from yinfeng.web.desks.land.editing import editing_of
from yinfeng.web.desks.land.kinds import KINDS, kind_of
from yinfeng.web.desks.land.models import Block, Park
from yinfeng.web.lists.columns import Column
from yinfeng.web.lists.columns import Kind as Sort
from yinfeng.web.lists.filters import Days, Of, Whether
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User

_TONES = {"clear": "good", "idle": "bad", "renewal": "plain"}
_RULE_TONES = {"forbidden": "bad", "conditional": "plain", "opinion": "plain"}


def _listing(key: str, title: str, **more: Any) -> Listing:
    kind = kind_of(key)
    assert kind is not None
    more.setdefault("related", RELATED)
    return Listing(
        key=f"land-{key}",
        model=kind.model,
        title=title,
        about=kind.about,
        reads="land.read",
        opens=f"land:{key}-record",
        template="land/list.html",
        also=lambda request: {
            "kind": kind,
            "kinds": KINDS,
            "may_keep": may(request.user, "land.keep", request.user.unit),
        },
        editing=editing_of(kind),
        defers=(*LONG, *(("shape",) if kind.has_shape else ())),
        **more,
    )


def _parks(user: User) -> Any:
    return Park.objects.visible_to(user).order_by("name")


def _blocks(user: User) -> Any:
    return Block.objects.visible_to(user).order_by("code")


_OF_PARK = Of(key="park", label="园区", path="park", among=_parks)
_TOTALS = (
    mu("parcel_area", "宗地面积", sorts=False),
    mu("free_area", "净地和未建", sorts=False),
    floor_space("space", "单元面积", sorts=False, is_shown=False),
    floor_space("space_let", "单元已租", sorts=False),
    floor_space("space_vacant", "单元空置", sorts=False),
)

LISTS = {
    "parks": _listing(
        "parks",
        "园区",
        columns=(
            plain("name", "园区"),
            plain("kind", "类别"),
            mu("planned", "规划面积", told=True),
            mu("built", "已建成", told=True),
            mu("unbuilt", "未建", sorts=False),
            *_TOTALS,
            mu("measured", "图上面积", is_shown=False),
            plain("industries", "主导产业", is_shown=False),
            day("since", "设立日期", is_shown=False),
            plain("boundary", "四至", is_shown=False),
            *LAST,
        ),
        filters=filters(
            ("name", "industries", "boundary"),
            one_of("kind", "类别", "parks"),
            Mu(key="planned", label="规划面积", path="planned"),
        ),
        order=("name", "pk"),
        prepares=of_grounds("park"),
        empty="还没有园区。点“登记园区”，或从材料里采用读出的园区，或导入园区红线图。",
    ),
    "blocks": _listing(
        "blocks",
        "区块",
        columns=(
            plain("name", "区块"),
            plain("code", "编号"),
            plain("park", "园区", path="park.name"),
            mu("planned", "规划面积", told=True),
            mu("built", "已建成", told=True),
            mu("unbuilt", "未建", sorts=False, is_shown=False),
            *_TOTALS,
            mu("measured", "图上面积", is_shown=False),
            plain("functions", "规划功能", is_shown=False),
            day("since", "启动日期", is_shown=False),
            plain("boundary", "四至", is_shown=False),
            *LAST,
        ),
        filters=filters(
            ("name", "code", "functions", "boundary"),
            _OF_PARK,
            Mu(key="planned", label="规划面积", path="planned"),
        ),
        order=("code", "pk"),
        related=(*RELATED, "park"),
        prepares=of_grounds("block"),
        empty="还没有区块。成片规划或腾退的一块地登记为一个区块，也可以导入区块图。",
    ),
    "parcels": _listing(
        "parcels",
        "宗地",
        columns=(
            plain("number", "宗地号"),
            plain("name", "名称"),
            plain("park", "园区", path="park.name"),
            plain("block", "区块", path="block.name", is_shown=False),
            Column(
                key="state",
                label="状态",
                value="state",
                sort="state",
                tone=lambda row: _TONES.get(row.state, "plain"),
            ),
            plain("use", "用途"),
            mu("area", "面积"),
            mu("vacant", "空置", sorts=False),
            plain("holder", "权利人"),
            day("until", "使用权止"),
            Column(
                key="differs",
                label="图证差",
                value=lambda row: f"{differs(row):+.2%}" if differs(row) else "",
                tone=lambda row: "bad" if differs(row) else "",
            ),
            mu("certified", "证载面积", is_shown=False),
            mu("measured", "图上面积", is_shown=False),
            mu("uncertified", "无证面积", is_shown=False),
            mu("let_area", "已租（已用）", is_shown=False),
            Column(key="far", label="容积率", value=far_of, kind=Sort.NUMBER, is_shown=False),
            number("far_low", "容积率下限", is_shown=False),
            number("far_high", "容积率上限", is_shown=False),
            floor_space("floor_area", "总建筑面积", is_shown=False),
            plain("right", "权利类型", is_shown=False),
            plain("certificate", "不动产权证号", is_shown=False),
            day("since", "使用权起", is_shown=False),
            day("free_on", "可供日期", is_shown=False),
            number("power", "供电容量", "kVA", is_shown=False),
            plain("pipes", "管线配套", is_shown=False),
            plain("soil", "土壤调查", is_shown=False),
            plain("boundary", "四至", is_shown=False),
            plain("drawn_from", "图形来源", is_shown=False),
            *LAST,
        ),
        filters=filters(
            ("number", "name", "holder", "certificate"),
            one_of("state", "状态", "states"),
            one_of("use", "用途", "uses"),
            _OF_PARK,
            Of(key="block", label="区块", path="block", among=_blocks),
            Mu(key="area", label="面积", path="area"),
            Days(key="until", label="使用权止", path="until"),
            Differing(key="differs", label="图证不符"),
            Whether(key="drawn", label="已上图", holds=Q(west__isnull=False)),
        ),
        order=("number", "pk"),
        related=(*RELATED, "park", "block"),
        prepares=of_parcels,
        empty="还没有宗地。点“登记宗地”逐宗登记，用表格导入，或导入GeoJSON、SHP、KML、DXF、坐标表。",
    ),
    "buildings": _listing(
        "buildings",
        "楼幢",
        columns=(
            plain("number", "幢号"),
            plain("name", "名称"),
            plain("parcel", "宗地号", path="parcel.number"),
            plain("structure", "结构"),
            plain("use", "用途"),
            number("storeys", "层数"),
            floor_space("area", "建筑面积"),
            floor_space("certified", "有证", is_shown=False),
            floor_space("uncertified", "无证"),
            day("built_on", "竣工日期", is_shown=False),
            plain("certificate", "不动产权证号", is_shown=False),
            number("power", "供电容量", "kVA", is_shown=False),
            *LAST,
        ),
        filters=filters(
            ("number", "name", "parcel__number", "certificate"),
            one_of("structure", "结构", "structures"),
            Of(key="park", label="园区", path="parcel__park", among=_parks),
        ),
        order=("parcel__number", "number", "pk"),
        related=(*RELATED, "parcel"),
        empty="还没有楼幢。打开宗地页，在下面登记它上面的楼，或用表格导入（每行写明宗地号和幢号）。",
    ),
    "floors": _listing(
        "floors",
        "楼层",
        columns=(
            number("level", "楼层"),
            plain("building", "楼幢", path="building.number"),
            plain("parcel", "宗地号", path="building.parcel.number"),
            floor_space("area", "建筑面积"),
            number("height", "层高", "米"),
            number("load", "楼面荷载", "kN/㎡"),
            *LAST,
        ),
        filters=filters(
            ("building__number", "building__name", "building__parcel__number"),
            Of(key="park", label="园区", path="building__parcel__park", among=_parks),
        ),
        order=("building__parcel__number", "building__number", "level", "pk"),
        related=(*RELATED, "building__parcel"),
        empty="还没有楼层。打开楼幢页，在下面登记每一层，或用表格导入（每行写明宗地号、幢号和楼层）。",
    ),
    "units": _listing(
        "units",
        "单元",
        columns=(
            plain("number", "单元号"),
            Column(
                key="level",
                label="楼层",
                value="floor.level",
                sort="floor__level",
                kind=Sort.NUMBER,
            ),
            plain("building", "楼幢", path="floor.building.number"),
            plain("parcel", "宗地号", path="floor.building.parcel.number"),
            floor_space("area", "建筑面积"),
            floor_space("let_area", "已租"),
            floor_space("vacant", "空置", sorts=False),
            day("free_on", "可租日期"),
            plain("beside", "相邻单元", is_shown=False),
            plain("use", "用途", is_shown=False),
            number("power", "供电容量", "kVA", is_shown=False),
            *LAST,
        ),
        filters=filters(
            ("number", "floor__building__number", "floor__building__parcel__number"),
            Of(key="park", label="园区", path="floor__building__parcel__park", among=_parks),
            Whether(
                key="vacant",
                label="有空置",
                holds=Q(let_area=None) | Q(let_area__lt=F("area")),
            ),
        ),
        order=("floor__building__parcel__number", "floor__building__number", "number", "pk"),
        related=(*RELATED, "floor__building__parcel"),
        prepares=of_let,
        empty="还没有单元。打开楼层页，在下面登记可以单独出租的单元，或用表格导入（每行写明宗地号、幢号、楼层和单元号）。",
    ),
    "charges": _listing(
        "charges",
        "抵押查封",
        columns=(
            plain("kind", "类别"),
            plain("holder", "权利人或机关"),
            plain("parcel", "宗地号", path="parcel.number"),
            plain("building", "楼幢", path="building.number"),
            plain("paper", "文号"),
            number("amount", "金额", "万元"),
            day("since", "起"),
            day("until", "止"),
            *LAST,
        ),
        filters=filters(
            ("holder", "paper", "parcel__number"),
            one_of("kind", "类别", "charges"),
            Days(key="until", label="到期", path="until"),
        ),
        order=("-since", "-pk"),
        related=(*RELATED, "parcel", "building"),
        empty="还没有抵押、查封。打开宗地页或楼幢页登记。",
    ),
    "zones": _listing(
        "zones",
        "管控区",
        columns=(
            plain("name", "管控区"),
            plain("layer", "图层"),
            Column(
                key="rule",
                label="规则",
                value="rule",
                sort="rule",
                tone=lambda row: _RULE_TONES.get(row.rule, "plain"),
            ),
            plain("basis", "依据"),
            day("since", "施行日期"),
            day("until", "失效日期"),
            mu("measured", "图上面积", told=True),
            plain("conditions", "准入条件", is_shown=False),
            plain("asks", "征求意见的部门", is_shown=False),
            plain("boundary", "四至", is_shown=False),
            *LAST,
        ),
        filters=filters(
            ("name", "basis", "boundary", "conditions"),
            one_of("layer", "图层", "layers"),
            one_of("rule", "规则", "rules"),
            Days(key="until", label="失效", path="until"),
        ),
        order=("layer", "name", "pk"),
        empty="还没有管控区。把预控区、红线、基本农田等登记进来，或导入它们的图形，系统会指出压占的宗地和项目。",
    ),
}
