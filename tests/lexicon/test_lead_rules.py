import pytest

from yinfeng.lexicon.lead_rules import claims, losses
from yinfeng.lexicon.office_files import BadPolicy, Term


def test_the_house_rules_say_what_they_rest_on() -> None:
    for rules in (claims(), losses()):
        assert rules.version
        assert rules.basis
    assert claims().credit == (40, 60)
    assert claims().complete["meeting"] == "对接记录"


def test_an_office_gives_its_own_terms_and_keeps_the_rest() -> None:
    own = claims("version: 云泽1\nprotection: {days: 60, kind: calendar}\nquiet: {lapse: 45}\n")
    assert own.protection == Term(60, working=False)
    assert (own.notice, own.lapse) == (60, 45)
    assert own.version == f"{claims().version}+云泽1"
    assert losses("version: 1\nrevisit: {days: 90, kind: calendar}").revisit.days == 90


def test_a_loss_to_a_rival_asks_for_its_place() -> None:
    reasons = {reason.code: reason.rival for reason in losses().reasons}
    assert [code for code, rival in reasons.items() if rival] == ["R9"]
    assert len(reasons) == 14
    assert losses().reason("R99") is None


@pytest.mark.parametrize(
    "overlay",
    [
        "protection: {days: 60, kind: calendar}",
        "version: 1\ncredit: {first: 50}",
        "version: 1\nprotection: {days: 很久, kind: calendar}",
        "version: 1\nprotection: {days: 5, kind: 工作日}",
        "version: 1\ncomplete: {horoscope: 星座}",
        "version: 1\nprotected: 5",
        "version: 1\ncomplete: 都要",
        "- 表",
        "version: [",
    ],
)
def test_rules_of_first_reports_that_cannot_be_used_are_refused(overlay: str) -> None:
    with pytest.raises(BadPolicy):
        claims(overlay)


@pytest.mark.parametrize(
    "overlay",
    [
        "version: 1\nreasons: [{code: R1, says: 甲, rival: no}, {code: R1, says: 乙, rival: no}]",
        "version: 1\nreasons: 用地",
        "version: 1\nreasons: [{code: R1}]",
    ],
)
def test_reasons_of_a_loss_that_cannot_be_used_are_refused(overlay: str) -> None:
    with pytest.raises(BadPolicy):
        losses(overlay)
