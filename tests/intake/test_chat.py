"""Pasted chats."""

from datetime import date

import pytest

from tests.cases import Case, cases
from tests.intake.made import document, said
from yinfeng.values import BlockKind


@pytest.mark.parametrize("case", cases("intake/cases/chats.yaml"), ids=str)
def test_reads_who_and_when(case: Case) -> None:
    found = document(case.says.encode(), "群.txt")
    assert [part.place for part in found.parts] == case.finds
    assert found.source == case.says
    assert found.published == case.more.get("published")
    assert (found.media == "text/x-chat") == bool(case.finds)


def test_lines_of_who_and_when_are_furniture_and_messages_are_not() -> None:
    words = (
        "张三 2024/3/5 14:02\n总投资5亿元\n[图片]\n李四 2024/3/5 14:03\n收到\n张三撤回了一条消息\n"
    )
    found = document(words.encode(), "群.txt")
    assert said(found, BlockKind.FURNITURE) == [
        "张三 2024/3/5 14:02",
        "[图片]",
        "李四 2024/3/5 14:03",
        "张三撤回了一条消息",
    ]
    assert found.place(words.index("总投资")) == "张三 3月5日14:02"


def test_a_chat_in_gbk_is_a_chat_too() -> None:
    words = "张三 2024/3/5 14:02\n项目签了\n李四 2024/3/5 14:03\n好\n"
    assert document(words.encode("gbk"), "群.txt").media == "text/x-chat"
    assert document((words * 400).encode("gbk"), "群.txt").media == "text/x-chat"


def test_each_message_has_the_day_told_last_above_it() -> None:
    words = (
        "————  2024-03-05  ————\n\n张三  14:02\n项目签了\n\n李四 2024/3/6 9:03\n多少亩\n\n"
        "张三 昨天 10:00\n80亩\n"
    )
    found = document(words.encode(), "群.txt")
    assert [part.day for part in found.parts] == [date(2024, 3, 5), date(2024, 3, 6), None]
