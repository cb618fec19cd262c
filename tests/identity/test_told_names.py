from tests.papers import paper
from yinfeng.identity.naming import EntityKind, kind_of
from yinfeng.identity.told_names import declared_aliases, namings_of


def test_a_project_names_itself_its_host_and_who_invests() -> None:
    says = "远帆重工有限公司在我镇投资风电法兰项目"
    _, (fact,) = paper(
        says,
        {"kind": "project", "name": "风电法兰项目", "investors": ["远帆重工有限公司"]},
    )
    assert {(n.kind, n.name) for n in namings_of(fact, {})} == {
        (EntityKind.PLACE, "柳林镇"),
        (EntityKind.PROJECT, "风电法兰项目"),
        (EntityKind.ENTERPRISE, "远帆重工有限公司"),
    }


def test_a_paper_declares_short_and_second_names() -> None:
    says = (
        "江苏远帆高端装备有限公司（以下简称“远帆高装”）与柳林经济开发区（河湾街道）签约，"
        "建设占地50亩（约合3.3万平方米）的厂房。"
    )
    found = declared_aliases(says, ["江苏远帆高端装备有限公司", "柳林经济开发区"])
    assert found == {
        "江苏远帆高端装备有限公司": ("远帆高装",),
        "柳林经济开发区": ("河湾街道",),
    }


def test_endings_tell_what_a_name_names() -> None:
    kinds = {
        "远帆重工有限公司": EntityKind.ENTERPRISE,
        "东澜大学": EntityKind.ENTERPRISE,
        "河湾村": EntityKind.PLACE,
        "柳林经济开发区": EntityKind.PLACE,
        "云泽市": EntityKind.PLACE,
        "双创园": EntityKind.CARRIER,
        "远帆": EntityKind.ENTERPRISE,
    }
    assert {name: kind_of(name) for name in kinds} == kinds
