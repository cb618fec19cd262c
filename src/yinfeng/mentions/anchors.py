"""The document's own date: what 今年, 3月5日 and 过去五年 are reckoned from.

Its format may give it; else a header says so (发布时间:2021-06-18, a masthead, a signature,
本报3月5日讯). Failing these the document's own words give the year: the latest that is no goal, no
history and no copyright. A writer who says 今年 does not call the same year by its number to tell
its results, so a bare year told only as done lies one year back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from yinfeng.lexicon import dates
from yinfeng.mentions.report_dates import given_on, year_of_title
from yinfeng.text import Line, LineKind, Text
from yinfeng.values import Span

_HEAD_LINES, _HEAD_REACH = 14, 1500
_LATE = 4
"""Reports of a year are put out until so late a month of the next."""
_DATE = (
    r"(?P<y>(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})\s?[-/.年]\s?"
    r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?[-/.月]\s?"
    r"(?P<d>3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?!\d)日?"
)
# The day of a meeting or of a work is not that of the paper.
_LABEL = re.compile(
    r"(?:时间|日期)(?<!会议时间|活动时间|开工时间|竣工时间|举办时间|截止时间|报名时间|签约时间|建设时间|成立时间"
    r"|成立日期|开工日期|竣工日期|截止日期)\s?[:：]\s?\[?" + _DATE
)
_NUMBER = re.compile(r"[〔\[（(](?P<y>20\d\d)[〕\]）)]\s?(?:第)?\d{1,4}\s?号")
# A newspaper's name may stand before its date: 云泽日报 2025年3月28日 星期五 第3版.
_ALONE = re.compile(
    r"(?:(?:第?[A-D]?\d{1,2}版?\s+)?[\u4e00-\u9fff·]{2,12}(?:[报刊网]|[快简周]讯|信息|要闻|通讯)\s*)?[\s\[【(（“\"—–\-·|]*"
    + _DATE
    + r"[\s\])）】|,，]*(?:星期[一二三四五六日天])?"
    r"(?:\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?(?P<rest>.*)"
)
# The line that says where a page is from or who edits it holds its date too, in any place.
_IMPRINT = re.compile(
    r"(?:来源|作者|编辑|责编|编审|审核|浏览|点击|阅读|发布单位|发布机构)\s*[:：]|第\s*\d+\s*期|(?:编印|编发|编写|印发|主编|编)(?:\s|$)"
)
# So does the line of who wrote it, at its end: 本报记者 苏晓 2022年3月8日.
_BYLINE = re.compile(
    r"(?:(?:记者|通讯员|撰稿|采写|整理|执笔|文[/／:：])[^。;；]*|[供撰来]稿|报道组|宣传[部办科组]|党政办|办公室|融媒体中心|新闻中心)\s*$"
)
_DATED = re.compile(_DATE)
# A signature in brackets closes a text: (柳林镇党政办 2022年4月1日编).
_SIGNED = re.compile(r"[(（][^()（）。\n]{0,40}?" + _DATE + r"[^()（）。\n]{0,12}[)）]\s*$")
_PRINTED = re.compile(
    r"(?:编印|编发|编写|印发|编)\s+(?P<m>1[0-2]|[1-9])月(?P<d>3[01]|[12]\d|[1-9])日\s*$",
    re.MULTILINE,
)
_ISSUE = re.compile(r"(?P<y>20\d\d)年\s*(?:第\s*\d+\s*[期号]|[(（]总第)")
_DATELINE = re.compile(
    r"(?:本报|本网|本刊|新华社|新华网|人民网|中新网|中新社|讯|记者|通讯员|电)[^。\n]{0,24}?"
    r"(?:(?P<y>20\d\d)年)?(?P<m>1[0-2]|[1-9])月(?P<d>3[01]|[12]\d|[1-9])日(?:电|讯|消息)"
)
_FULL = re.compile(
    r"(?P<y>(?:19|20)\d\d)\s?(?:年|[-/.])\s?(?P<m>1[0-2]|0?[1-9])(?:\s?月|[-/.])(?:\s?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d))?"
)
_BARE = re.compile(
    r"(?:2(?<![\d\-—至到~.]2)0\d\d|1(?<![\d\-—至到~.]1)9\d\d|二[〇零○][〇零○一二三四五六七八九]{2})"
    r"年(?!代|\d|[一二三四五六七八九十]+月)"
)
_NOT_OWN = re.compile(
    r"(?:©|[Cc]opyright|版权|[成设创建始]立?[于自]|建于|创办|生于|自|到|至|力争|争取|计划|预计|规划|[—\-~])[^。;；\n、]{0,4}$"
)
_GOAL = re.compile(
    r"\s?(?:底|末)?(?:之前|以前|前(?!三|[一二两]?个|\d))|[-—~至到]+\d{4}|.{0,4}(?:目标|规划|远景)"
)
# 2010年停产 begins a story told much later; 将于2024年底建成 ends one told much earlier.
_CLOSED_DOWN = re.compile(
    r"[^,，。;；\n]{0,6}?(?:停产|破产|倒闭|关停|改制|歇业|荒废|闲置至今|(?:长期|一直)闲置|停办|停用|撤并|整体搬迁后)"
)
_WILL = re.compile(r"将(?:于|在)?\s?$|拟于\s?$")
_BE_BUILT = re.compile(
    r"(?:底|末|初|上半|下半|[一二三四]季度|\d{1,2}月(?:底|份)?)?前?(?:全部|全面|正式|整体|竣工)?"
    r"(?:建成|投产|竣工|完工|投用|投入使用|交付|达产|通车|启用)"
)
_EVENT = re.compile(
    r"(?<![\d年.\-—~/])(?P<y>20\d\d)(?=[一-龥“][^,，。;；\d\s]{0,18}?(?:节|[洽推览恳商交对投]\S会|大会|峰会|论坛))"
)
_DONE = re.compile(
    r"完成|实现|达到|突破|增长|荣获|入选|获评|引进|累计|经过|成功|建成|新增|共|首次|投产|签约|竣工|了"
)
_AHEAD = re.compile(r"将|部署|力争|计划|安排|确保|预计|打算|要|目标|继续|推进")
# 2025年第一季度项目集中签约仪式举行: a meeting is named by the year that it is held in.
_HELD = re.compile(r"[^,，。;；]*(?<!成功)(?:举行|召开)(?![了过])")
_THIS_YEAR = re.compile(r"今年(?!来)|今[春夏秋冬]|本年度")
_LAST_YEAR = re.compile(r"去年|上年(?!同期|度?[增下])")
_BARE_DATE = re.compile(r"(?<![年\d])(?P<m>1[0-2]|[1-9])月(?:\d|份|[上中下初底])")
_PLAN_YEAR = re.compile(
    rf"今年[^。\n]{{0,6}}[“\"](?P<plan>{dates.one_of('plans')})[”\"](?:规划)?的?(?P<part>开局|收官)之?年"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day, or only the year, that a document was written."""

    day: date | None = None
    year: int | None = None


def anchor(text: Text) -> Anchor:
    """The document's own date, from its format, its header, or its words."""
    return _own(text.clean, text.lines, text.document.published)


# The recognisers of times and of places and the facts ask for the anchor of one text in turn.
@lru_cache(maxsize=4)
def _own(clean: str, lines: tuple[Line, ...], published: date | None) -> Anchor:
    if (day := given_on(clean)) is not None:
        return Anchor(day, day.year)
    told = Anchor(published, published.year) if published else _told_by(clean, lines)
    titled = year_of_title(clean, lines) if told.day is not None else None
    if told.day is not None and titled is not None:
        years = told.day.year - titled
        if years > 1 or (years == 1 and told.day.month > _LATE):
            return Anchor(None, titled)
    return told


def _told_by(clean: str, lines: tuple[Line, ...]) -> Anchor:
    day = _labelled(clean) or _standing_alone(clean, lines) or _in_imprint(clean, lines)
    day = day or _signed(clean) or _printed(clean)
    if day is not None:
        return Anchor(day, day.year)
    years = (_numbered(clean), _year_by_words(clean, lines))
    year = max((y for y in years if y is not None), default=None)
    return _dateline(clean, year) or Anchor(None, year)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(*(dates.number(match[k] or "") for k in ("y", "m", "d")))
    except ValueError:
        return None


def _labelled(clean: str) -> date | None:
    """The day behind a label, as in 发布时间:2021-06-18, at the head or the foot."""
    foot = max(0, len(clean) - 400)
    match = _LABEL.search(clean, 0, _HEAD_REACH) or _LABEL.search(clean, foot)
    return _day(match) if match else None


def _numbered(clean: str) -> int | None:
    """The year of the paper's own number at its head, as in 柳政发〔2021〕12号."""
    match = _NUMBER.search(clean, 0, 200)
    return int(match["y"]) if match else None


def _standing_alone(clean: str, lines: Sequence[Line]) -> date | None:
    """The day of a masthead or a signature: a short line near either end that opens with it."""
    for line in (*lines[:_HEAD_LINES], *lines[-6:]):
        if line.kind is LineKind.TABLE or _width(clean, line.span) > 60:
            continue
        match = _ALONE.match(clean, line.span.start, line.span.end)
        if match and _closes_a_header(match["rest"]):
            return _day(match)
    return None


def _in_imprint(clean: str, lines: Sequence[Line]) -> date | None:
    """The day in the line that tells source, editor or issue: 来源:柳林日报 2021-06-18 07:42."""
    for line in (*lines[:_HEAD_LINES], *lines[-6:]):
        if line.kind is LineKind.TABLE or _width(clean, line.span) > 60:
            continue
        match = _DATED.search(clean, *line.span)
        if match and (_IMPRINT.search(clean, *line.span) or _by_its_writer(clean, line, match)):
            rest = clean[line.span.start : match.start()] + clean[match.end() : line.span.end]
            if not re.search(r"[。;；]", rest):
                return _day(match)
    return None


def _by_its_writer(clean: str, line: Line, match: re.Match[str]) -> bool:
    """Whether a date closes the line that says who wrote a text."""
    closes = not clean[match.end() : line.span.end].strip()
    return closes and _BYLINE.search(clean, line.span.start, match.start()) is not None


def _signed(clean: str) -> date | None:
    """The day of the signature in brackets that closes a text."""
    match = _SIGNED.search(clean, max(0, len(clean) - 80))
    return _day(match) if match else None


def _printed(clean: str) -> date | None:
    """The day beside who prints an issue, in the year of its number: 2021年第14期…."""
    issue, match = _ISSUE.search(clean, 0, 200), _PRINTED.search(clean, 0, 400)
    if issue is None or match is None:
        return None
    try:
        return date(int(issue["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _width(clean: str, span: Span) -> int:
    """The signs of a line; the gaps of a masthead that is set wide are none."""
    return sum(map(len, clean[span.start : span.end].split()))


def _closes_a_header(rest: str) -> bool:
    """Whether what follows a date on its line is a header's, not a sentence's."""
    return not re.search(r"[。,，;；]", rest) and len(rest.strip()) <= 36


def _dateline(clean: str, year: int | None) -> Anchor | None:
    match = _DATELINE.search(clean, 0, _HEAD_REACH)
    if match is None:
        return None
    own = int(match["y"]) if match["y"] else year
    if own is None:
        return None
    try:
        return Anchor(date(own, int(match["m"]), int(match["d"])), own)
    except ValueError:
        return None


def _year_by_words(clean: str, lines: Sequence[Line]) -> int | None:
    plan = _PLAN_YEAR.search(clean)
    if plan:
        return dates.offsets("plans")[plan["plan"]] + (0 if plan["part"] == "开局" else 4)
    says_this_year = _THIS_YEAR.search(clean) is not None
    full = max(_full_dates(clean, lines), default=None)
    bare = _bare_year(clean, says_this_year)
    if full is not None and (bare is None or full[0] >= bare):
        return _year_after(full, clean) if says_this_year else full[0]
    return bare if bare is not None else _year_of_an_event(clean)


def _year_of_an_event(clean: str) -> int | None:
    """The latest year in the name of a fair or feast: 2019中国·云泽菜花节."""
    return max((int(match["y"]) for match in _EVENT.finditer(clean)), default=None)


def _full_dates(clean: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Year and month of every date written in full that is no goal, history or furniture."""
    furniture = [line.span for line in lines if line.kind is LineKind.FURNITURE]
    for match in _FULL.finditer(clean):
        here = Span(*match.span())
        if _is_own(clean, match) and not any(span.meets(here) for span in furniture):
            yield int(match["y"]), int(match["m"])


def _is_own(clean: str, match: re.Match[str]) -> bool:
    before = clean[max(0, match.start() - 14) : match.start()]
    if _NOT_OWN.search(before) or _GOAL.match(clean, match.end()):
        return False
    if _CLOSED_DOWN.match(clean, match.end()):
        return False
    return not (_WILL.search(before) and _BE_BUILT.match(clean, match.end()))


def _year_after(full: tuple[int, int], clean: str) -> int:
    """The year of 今年 beside dates written in full: the next one, if bare dates begin it anew."""
    year, month = full
    bare = [int(match["m"]) for match in _BARE_DATE.finditer(clean)]
    return year + 1 if month >= 9 and bare and max(bare) <= 6 else year


def _bare_year(clean: str, says_this_year: bool) -> int | None:
    """The latest year named alone, moved on by one if it is only told as past."""
    told = [
        (dates.number(match.group()[:4]), match)
        for match in _BARE.finditer(clean)
        if _is_own(clean, match)
    ]
    if not told:
        return None
    year = max(y for y, _ in told)
    clauses = [_clause(clean, match) for y, match in told if y == year]
    all_past = all(_DONE.search(c) and not _AHEAD.search(c) and not _HELD.match(c) for c in clauses)
    some_past = any(_DONE.search(c) for c in clauses)
    if says_this_year and all_past:
        return year + 1
    is_own = any(_AHEAD.search(c) or _HELD.match(c) for c in clauses)
    if _LAST_YEAR.search(clean) and some_past and not is_own:
        return year + 1
    return year


def _clause(clean: str, match: re.Match[str]) -> str:
    """The words after a year, to the end of its sentence."""
    end = min((at for c in "。\n" if (at := clean.find(c, match.end())) >= 0), default=len(clean))
    return clean[match.end() : min(end, match.end() + 120)]
