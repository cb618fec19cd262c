from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.reviewing import Sheet, faults_of, outcome_of
from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.lexicon.reviews import reviewing

RULES = reviewing()
FULL = {item.key: Decimal(item.points) for item in RULES.items}


def sheet(member: str, share: str) -> Sheet:
    return Sheet(member, {key: points * Decimal(share) for key, points in FULL.items()})


def test_the_items_come_to_a_hundred() -> None:
    assert sum(FULL.values()) == 100
    assert len(RULES.items) == 11


@pytest.mark.parametrize(
    ("share", "conclusion"), [("0.7", "pass"), ("0.69", "conditional"), ("0.599", "refuse")]
)
def test_the_mean_decides(share: str, conclusion: str) -> None:
    found = outcome_of([sheet(name, share) for name in "甲乙丙"], RULES)
    assert found.conclusion == conclusion
    assert found.dropped == ()


def test_of_seven_sheets_the_highest_and_lowest_do_not_count() -> None:
    sheets = [sheet("甲", "0"), sheet("乙", "1"), *(sheet(name, "0.8") for name in "丙丁戊己庚")]
    found = outcome_of(sheets, RULES)
    assert found.score == Decimal("80.00")
    assert [one.member for one in found.dropped] == ["甲", "乙"]
    assert outcome_of(sheets[:6], RULES).score == Decimal("70.00")


def test_one_veto_refuses_whatever_the_score() -> None:
    found = outcome_of([sheet(name, "1") for name in "甲乙丙"], RULES, vetoed=["生态红线冲突"])
    assert found.conclusion == "refuse"
    assert "生态红线冲突" in found.reasons[0]


def test_what_is_missing_leaves_it_open_and_is_named() -> None:
    found = outcome_of([sheet("甲", "1")], RULES, waiting=["乙"], lacking=["选址意见"])
    assert found.conclusion == "open"
    assert any("乙" in says for says in found.reasons)
    assert any("选址意见" in says for says in found.reasons)


def test_a_sheet_with_a_gap_or_too_many_points_is_told() -> None:
    assert faults_of(FULL, RULES) == []
    assert len(faults_of({**FULL, "jobs": Decimal(6)}, RULES)) == 1
    assert len(faults_of({k: v for k, v in FULL.items() if k != "jobs"}, RULES)) == 1
    assert len(faults_of({**FULL, "luck": Decimal(1)}, RULES)) == 1


def test_an_office_has_its_own_sheet_and_lines() -> None:
    own = reviewing(
        "version: 云泽\nitems: {jobs: null, culture: {says: 文化, points: 5}}\npass_from: 80"
    )
    assert own.pass_from == 80
    assert "culture" in {item.key for item in own.items}
    with pytest.raises(BadPolicy, match="100"):
        reviewing("version: 云泽\nitems: {jobs: null}")


@given(st.lists(st.decimals(0, 1, places=3), min_size=3, max_size=12))
def test_the_score_lies_between_the_sheets(shares: list[Decimal]) -> None:
    sheets = [sheet(f"{at}", str(share)) for at, share in enumerate(shares)]
    found = outcome_of(sheets, RULES)
    totals = [one.total for one in sheets]
    assert found.score is not None
    assert min(totals) - Decimal("0.01") <= found.score <= max(totals) + Decimal("0.01")
