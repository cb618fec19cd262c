"""The damage report says in plain Chinese what was mended, and where doubt remains."""

from yinfeng.text import damage_report, damage_rows, restore
from yinfeng.values import Document


def test_the_report_counts_the_repairs_and_shows_the_doubts() -> None:
    source = "沈蕩鎮(zhèn)招商\n完成投资??亿元。"
    text = restore(Document(name="简报", source=source))
    assert damage_report(text) == (
        "简报：删去夹注拼音1处、繁体转为简体1处。\n存疑：第2行“镇招商 完成投资??亿元。”"
    )
    rows = list(damage_rows(text))
    assert [row.place for row in rows] == ["第1行", "第1行", "第2行"]
    assert [row.quote for row in rows] == ["(zhèn)", "蕩鎮", "??"]


def test_a_sound_document_has_nothing_to_report() -> None:
    text = restore(Document(name="简报", source="全镇签约项目6个。"))
    assert damage_report(text) == "简报：未见损坏。"
    assert list(damage_rows(text)) == []


def test_the_line_ends_of_another_system_are_no_damage() -> None:
    text = restore(Document(name="简报", source="全镇推进项目建设。\r\n新开工项目6个。\r\n"))
    assert text.clean == "全镇推进项目建设。\n新开工项目6个。\n"
    assert not text.damage.mended
    assert damage_report(text) == "简报：未见损坏。"
