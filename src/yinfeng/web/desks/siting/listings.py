"""The list of siting: one row a project's need."""

from yinfeng.web.desks.siting.models import SitingNeed
from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import Days, Numbers, OneOf, Under, Words, units_of
from yinfeng.web.lists.listing import Listing

NEEDS = Listing(
    key="siting",
    title="选址",
    about="一个项目的用地或厂房需求一行；点开看哪里能放、哪里不能放和为什么。",
    model=SitingNeed,
    reads="siting.read",
    columns=(
        Column(key="project", label="项目", value="project.name"),
        Column(key="on", label="需要", value="on", sort="on"),
        Column(key="area", label="面积", value="wanted"),
        Column(key="priority", label="优先级", value="priority", sort="priority"),
        Column(key="wanted_by", label="最晚交地", value="wanted_by", sort="wanted_by"),
        Column(key="environment", label="环境类别", value="environment", sort="environment"),
        Column(
            key="investment", label="投资", measure="万元", value="investment",
            kind=Kind.NUMBER, sort="investment",
        ),
        Column(
            key="tax", label="年税收", measure="万元", value="tax", kind=Kind.NUMBER, sort="tax"
        ),
        Column(key="chain", label="产业链", value="chain", sort="chain", is_shown=False),
        Column(key="unit", label="单位", value="unit.name", is_shown=False),
    ),
    filters=(
        Words(paths=("chain", "wishes", "avoids", "note")),
        OneOf(key="on", label="需要", path="on", choices=SitingNeed.On.choices),
        Numbers(key="low", label="面积下限", path="low", measure="㎡"),
        Days(key="wanted_by", label="最晚交地", path="wanted_by"),
        Under(among=units_of("siting.read")),
    ),
    order=("-priority", "-pk"),
    related=("unit", "project"),
    opens="siting:need",
    template="siting/index.html",
    empty="还没有选址需求。请打开一个项目，在“选址”一栏登记它对地块或厂房的要求。",
)  # fmt: skip
