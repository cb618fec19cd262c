"""The projects of the five seeds, accepted in the library, stand here at the stages told."""

from pathlib import Path

import pytest
from django.utils import timezone

from tests.web.conftest import browser_of
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.counts_told import counts_told
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.actions import accept_all, take_in
from yinfeng.web.store.models import Fact

SEEDS = Path(__file__).resolve().parents[5] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared is not beside this copy")

# What the texts tell: the gate, its day, and how well the day is known.
STAGES = {
    "复旦江苏复兴医院": ("C1", "none"),
    "双金属材料项目": ("N1", "2019-03-15"),
    "6AT组件项目": ("N1", "2019-03-18"),
    "钛材项目": ("N1", "2019-03-21"),
    "无极变速项目": ("L0", "none"),
    "捷尔达汽车精密件": ("O1", "none"),
    "佐控智能科技": ("C1", "none"),
    "轻合金新材料": ("C1", "2019-06-30"),
    "华怡不锈钢生产加工项目": ("A2", "paper"),
    "特种钢丝生产加工项目": ("A2", "paper"),
    "新艺高档不锈钢装饰材料生产项目": ("A2", "paper"),
    "沈荡大桥": ("C3", "month"),
    "中科康成种苗农业合作项目": ("A2", "year"),
    "交运智慧湾科创园": ("O1", "2020-12-25"),
    "村庄污水整治工程": ("", ""),
}
FIGURES = {
    "观光旅游基地": ("land", "150亩"),
    "智能化机器换人项目": ("amount", "1.2亿元"),
    "果蔬冷藏项目": ("amount", "200多万元"),
    "年产8000万条引线框架建设项目": ("amount", "10亿元"),
    "年产50000吨高性能工程材料基地项目": ("amount", "4000万欧元"),
    "交运智慧湾科创园": ("land", "118亩"),
}


def test_projects_stages_quotes_and_counts_are_those_of_the_texts(
    head: User, town: OrgUnit
) -> None:
    for path in sorted(SEEDS.iterdir()):
        take_in(path.read_bytes(), path.name, by=head)
    told = Fact.objects.filter(kind="project").order_by("pk")
    for fact in told:
        accept_all(fact, by=head)
    made = actions.adopt_accepted(town, by=head, today=timezone.localdate())
    by_name = {project.name: project for project in made}
    assert len(by_name) == told.count()
    for name, (gate, day) in STAGES.items():
        project = by_name[name]
        passage = project.passages.first()
        assert (project.stage, project.proved) == (gate, ""), name
        if passage is not None:
            known = passage.precision if passage.precision != "day" else f"{passage.day}"
            assert known == day, name
    for name, (field, says) in FIGURES.items():
        assert getattr(by_name[name], field) == says, name
    _each_field_has_its_quote(made)
    _nothing_is_adopted_twice(head, town)
    _counts(head, town)


def _each_field_has_its_quote(made: list[Project]) -> None:
    for project in made:
        for telling in project.tellings.select_related("entry__fact__reading"):
            assert telling.entry is not None
            source = telling.entry.fact.reading.source
            assert source[telling.start : telling.end] == telling.quote, project.name


def _nothing_is_adopted_twice(head: User, town: OrgUnit) -> None:
    count = Project.objects.count()
    assert actions.adopt_accepted(town, by=head, today=timezone.localdate()) == []
    assert Project.objects.count() == count


def _counts(head: User, town: OrgUnit) -> None:
    counts = {one.name: one for one in counts_told([town])}
    signed = counts["新签约超亿元项目"]
    assert [one.name for one in signed.projects] == [
        "华怡不锈钢生产加工项目", "特种钢丝生产加工项目", "新艺高档不锈钢装饰材料生产项目",
    ]  # fmt: skip
    assert signed.made.verdict == "some"
    assert all(one.project for one in signed.projects)
    assert counts["签约项目"].made.says == "文中只给出数字，没有点名项目"
    assert counts["引进世界500强项目"].made.verdict == "none"
    page = browser_of(head).get("/projects/told").content.decode()
    assert "文中只给出数字，没有点名项目" in page
    assert "文中点名3个，其余只给出数字" in page
