import pytest

from yinfeng.ledger.promises import Promise, promises_of
from yinfeng.reading import read_document
from yinfeng.values import Document

LEAD = "3月2日，柳林镇招商引资项目建设推进会召开。远帆重工有限公司投资2亿元的风电法兰项目已经签约，"


def promises(says: str) -> tuple[Promise, ...]:
    document = Document("简报", "柳林镇2026年3月项目简报\n" + LEAD + says)
    reading = read_document(document)
    return promises_of(reading.text, reading.mentions, reading.facts)


@pytest.mark.parametrize(
    ("says", "stage", "day"),
    [
        ("计划于2026年年底投产。", "producing", "2026-12-31"),
        ("预计2026年6月底前开工。", "started", "2026-06-30"),
        ("将于2027年6月竣工。", "completed", "2027-06-30"),
    ],
)
def test_an_announced_stage_is_a_promise(says: str, stage: str, day: str) -> None:
    (promise,) = promises(says)
    assert (promise.project, promise.stage) == ("风电法兰项目", stage)
    assert promise.day.isoformat() == day
    assert promise.evidence.quote in says


@pytest.mark.parametrize("says", ["2026年2月已开工。", "目前正在加快建设。", "争取早日投产。"])
def test_what_was_reached_or_has_no_day_is_none(says: str) -> None:
    assert not promises(says)
