import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, cases
from yinfeng.identity.naming import EntityKind, Naming
from yinfeng.identity.reasons import REASONS
from yinfeng.identity.score import Verdict, likeness, likeness_of_names

LETTERS = "新桥重工齿轮汽配海盐街道镇村经济开发区有限公司()上海昆山二期项目大学"


@pytest.mark.parametrize("case", cases("identity/cases/likeness.yaml"), ids=str)
def test_two_names_are_held_to_be_what_the_case_says(case: Case) -> None:
    found = likeness_of_names(case.says, case.more["other"])
    assert found.verdict == case.finds, found
    assert case.more["why"] in found.says


def test_one_credit_code_is_one_firm_and_two_are_two() -> None:
    left = Naming(EntityKind.ENTERPRISE, "新桥重工", code="91320581MA1A0000XA")
    right = Naming(EntityKind.ENTERPRISE, "苏州远帆机械有限公司", code="91320581MA1A0000XA")
    other = Naming(EntityKind.ENTERPRISE, "新桥重工", code="91320581MA1B1111XB")
    assert likeness(left, right).verdict is Verdict.SAME
    assert likeness(left, other).verdict is Verdict.DIFFERENT


def test_a_declared_short_name_is_the_firm() -> None:
    full = Naming(EntityKind.ENTERPRISE, "江苏远帆高端装备有限公司", aliases=("远帆高装",))
    found = likeness(full, Naming(EntityKind.ENTERPRISE, "远帆高装"))
    assert found.verdict is Verdict.SAME
    assert "简称" in found.says


@pytest.mark.parametrize(
    ("left", "right", "host", "verdict"),
    [
        ("轻量化汽车零部件项目", "轻量化汽车零部件", "柳林镇", Verdict.SAME),
        ("柳林双创园", "双创园", "柳林镇", Verdict.SAME),
        ("储能电池项目一期", "储能电池项目二期", "柳林镇", Verdict.DIFFERENT),
        ("储能电池项目", "储能电池项目二期", "柳林镇", Verdict.QUESTION),
        ("钛材项目", "双金属材料项目", "柳林镇", Verdict.DIFFERENT),
    ],
)
def test_projects_of_one_host(left: str, right: str, host: str, verdict: Verdict) -> None:
    ours, theirs = (Naming(EntityKind.PROJECT, name, host) for name in (left, right))
    assert likeness(ours, theirs).verdict is verdict


def test_the_same_park_of_two_hosts_is_not_joined() -> None:
    ours = Naming(EntityKind.CARRIER, "双创园", "柳林镇")
    theirs = Naming(EntityKind.CARRIER, "双创园", "河湾街道")
    assert likeness(ours, theirs).verdict is not Verdict.SAME


@given(st.text(LETTERS, max_size=14), st.text(LETTERS, max_size=14))
def test_likeness_is_the_same_both_ways_and_never_fails(left: str, right: str) -> None:
    one, other = likeness_of_names(left, right), likeness_of_names(right, left)
    assert one == other
    assert 0 <= one.score <= 1
    assert all(ground.reason in {r.key for r in REASONS} | {"kind"} for ground in one.grounds)
