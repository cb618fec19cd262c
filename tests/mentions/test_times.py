"""Times are found with their whole words and placed on the right days."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import Case, cases
from tests.growth import EVEN, growth
from yinfeng.mentions import times
from yinfeng.text import restore
from yinfeng.text.plain import plain
from yinfeng.values import CHAT_MEDIA, Document, Grain, Part, Period

DAY = date(2022, 6, 20)
SNIPPETS = st.sampled_from(
    [
        *"年月日号至到-—一十二前底初个半近五初每周上下“”,。的()/.〇廿 ",
        *("季度", "2", "20", "2019", "3", "12", "今年", "去年", "截至", "以来", "世纪", "年代"),
        *("过去", "农历", "正月", "十四五", "期间"),
    ]
)


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


@pytest.mark.parametrize("case", cases("mentions/cases/times.yaml"), ids=str)
def test_finds_what_the_case_says(case: Case) -> None:
    text = plain(case.says, published=case.more.get("day", DAY))
    found = {
        text.says(m.span): [m.value.first, m.value.last]
        for m in times.recognise(text)
        if isinstance(m.value, Period)
    }
    assert found == {words: [_iso(d) for d in days] for words, days in case.finds.items()}


@pytest.mark.parametrize(
    "case", [c for c in cases("mentions/cases/times.yaml") if "recurs" in c.more], ids=str
)
def test_recurring_times_say_so(case: Case) -> None:
    (mention,) = times.recognise(plain(case.says, published=DAY))
    assert isinstance(mention.value, Period)
    assert mention.value.recurs


@pytest.mark.parametrize(
    "case", [c for c in cases("mentions/cases/times.yaml") if "grain" in c.more], ids=str
)
def test_a_year_only_compared_with_has_no_grain(case: Case) -> None:
    (mention,) = times.recognise(plain(case.says, published=DAY))
    assert isinstance(mention.value, Period)
    assert mention.value.grain is Grain(case.more["grain"])


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.text("的,。项目 \n", max_size=20))
def test_finds_a_day_wherever_it_stands(day: date, around: str) -> None:
    words = f"{day.year}年{day.month}月{day.day}日"
    (mention,) = times.recognise(plain(f"{around},{words},{around}"))
    assert isinstance(mention.value, Period)
    assert mention.value.start == day


@given(st.lists(SNIPPETS, max_size=40), st.none() | st.dates())
@settings(max_examples=400, deadline=None)
def test_any_words_are_read_without_fault(pieces: list[str], day: date | None) -> None:
    text = plain("".join(pieces), published=day)
    for mention in times.recognise(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text.clean)


@pytest.mark.parametrize(
    "piece",
    [
        "年",
        "2019年",
        "20",
        "一",
        "2019-",
        "1至",
        "截至",
        "“十",
        "每",
        "前一",
        "2019年3月至",
        " ",
        "十年",
    ],
)
def test_repeated_words_take_no_longer_each(piece: str) -> None:
    def reads(length: int) -> object:
        return list(times.recognise(plain(piece * (length // len(piece)), published=DAY)))

    assert growth(reads, 15_000) < EVEN


_REVIEW = (
    "石桥街道2022年度招商工作总结\n\n今年以来,街道新签约项目9个。3月8日,书记带队外出。\n\n一、主要做法\n\n"
    "截至12月底,到位资金3亿元,全年接待客商40批。\n\n二、下一步打算\n\n今年力争签约12个,4月底前开工2个。\n"
)


def test_a_review_read_in_the_year_after_tells_of_its_own_year_until_it_looks_ahead() -> None:
    text = restore(Document(name="x", source=_REVIEW, published=date(2023, 1, 10)))
    found = {
        text.says(m.span): (m.value.first, m.value.last)
        for m in times.recognise(text)
        if isinstance(m.value, Period)
    }
    assert found == {
        "2022年度": ("2022-01-01", "2022-12-31"),
        "今年以来": ("2022-01-01", "2022-12-31"),
        "3月8日": ("2022-03-08", "2022-03-08"),
        "截至12月底": (None, "2022-12-31"),
        "全年": ("2022-01-01", "2022-12-31"),
        "今年": ("2023-01-01", "2023-12-31"),
        "4月底前": (None, "2023-04-30"),
    }


def test_a_review_read_at_once_keeps_the_year_of_its_day() -> None:
    text = restore(Document(name="x", source=_REVIEW, published=date(2022, 12, 30)))
    ends = {str(m.value.last)[:4] for m in times.recognise(text) if isinstance(m.value, Period)}
    assert ends == {"2022"}


def _years(says: str, published: date) -> list[str]:
    text = restore(Document(name="case", source=says, published=published))
    found = [m.value for m in times.recognise(text)]
    return [str(value.start.year) for value in found if isinstance(value, Period) and value.start]


def test_a_heading_that_looks_back_tells_what_this_year_means() -> None:
    says = "云溪镇工作汇报\n\n一、2021年工作回顾\n\n"
    says += "这一年,我们攻坚克难。全年引进项目6个。今年以来形势向好。"
    assert _years(says, date(2022, 6, 20)) == ["2021"] * 4


def test_months_that_have_not_come_in_spring_are_of_the_year_before() -> None:
    says = "前三季度,全区引进项目6个,1-8月新增企业12家。\n\n一季度力争开工项目3个。"
    assert _years(says, date(2022, 3, 18)) == ["2021", "2021", "2022"]


def test_today_in_a_chat_is_the_day_of_its_message() -> None:
    says = "张三 2024/3/5 14:02\n今天签约\n李四 2024/3/7 8:05\n今天开工\n"
    messages = (
        Part(0, 21, "张三", date(2024, 3, 5)),
        Part(21, len(says), "李四", date(2024, 3, 7)),
    )
    text = restore(
        Document(
            name="群", source=says, media=CHAT_MEDIA, published=date(2024, 3, 7), parts=messages
        )
    )
    days = [m.value.start for m in times.recognise(text) if isinstance(m.value, Period)]
    assert days == [date(2024, 3, 5)] * 2 + [date(2024, 3, 7)] * 2
