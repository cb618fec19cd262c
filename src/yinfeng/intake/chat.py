"""Pasted chats of WeCom, WeChat, DingTalk and QQ: a line says who and when, then come messages.

    张三 2024/3/5 14:02
    明天去苏州看那个5亿元的项目

The source stays as pasted. Lines of who and when are furniture, and a part says whose words follow.
A list of headlines with a time behind each looks alike, but no words follow there.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from yinfeng.intake.encodings import decoded
from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.plain import words_of
from yinfeng.values import CHAT_MEDIA, Block, BlockKind, Document, Part

_HEAD = 6_000
_DAY = (
    r"(?:(?P<year>(?:19|20)\d\d)[-/.年])?(?P<month>1[0-2]|0?[1-9])[-/.月]"
    r"(?P<day>3[01]|[12]\d|0?[1-9])日?"
)
_LOOSE_DAY = r"(?:今天|昨天|前天|(?:星期|周)[一二三四五六日天])"
_CLOCK = (
    r"(?:凌晨|早上|上午|中午|下午|晚上|AM |PM )?\x20?"
    r"(?:2[0-3]|[01]?\d):[0-5]\d(?::[0-5]\d)?(?:\x20?[AP]M)?"
)
_LOOSE = re.compile(_LOOSE_DAY)
_WHO = r"[^\s\d:：,，。;；!！?？\[\]][^\n\r:：，。；！？\[\]]{0,29}?"
_GAP = r"[ \t\u3000]"


def _when(mark: str) -> str:
    """The pattern of a day and a clock; group names carry *mark*, as a pattern may hold two."""
    day = _DAY.replace("(?P<", f"(?P<{mark}")
    of_week = rf"(?:{_GAP}*+(?:星期|周)[一二三四五六日])?"
    return rf"(?:(?:{day}|{_LOOSE_DAY}){of_week}{_GAP}*+)?(?P<{mark}clock>{_CLOCK})"


# Who then when, when then who, and (in one line with the message) when, who and a colon.
_HEADER = re.compile(
    rf"^{_GAP}*+(?:"
    rf"(?P<a_who>{_WHO})(?:{_GAP}++|[:：]{_GAP}*+)[\[(（]?{_when('a_')}[\])）]?{_GAP}*+[:：]?{_GAP}*+(?=\r?$)"
    rf"|[\[(（]?{_when('b_')}[\])）]?{_GAP}++(?P<b_who>{_WHO})"
    rf"(?:{_GAP}*+(?=\r?$)|{_GAP}*+[:：]{_GAP}*+)"
    rf")",
    re.MULTILINE,
)
_TWO_CLOCKS = re.compile(rb"\d:[0-5]\d(?s:.)*?\d:[0-5]\d")
_RULE = r"[-—–─=*·.  \t]{0,60}"
_DIVIDER = re.compile(
    rf"^{_RULE}{_DAY}{_RULE}(?:(?:星期|周)[一二三四五六日])?{_RULE}(?=\r?$)", re.MULTILINE
)
_NOT_WORDS = re.compile(
    r"^[ \t]*(?:\[(?:图片|语音|视频|文件|动画表情|表情|链接|位置|名片|小程序|引用)[^\]\n]*\]"
    r"|.{0,40}撤回了一条消息|.{0,60}(?:加入了?群聊|移出了?群聊|修改群名为.*)"
    r"|以上是打招呼的内容)[ \t]*(?=\r?$)",
    re.MULTILINE,
)
_QQ_HEAD = re.compile(
    r"\A\s*消息记录[^\n]*\n(?:[^\n]*\n){0,12}?(?=\d{4}-\d\d-\d\d )|\A\s*消息记录[^\n]*\n"
)
_NO_PERSON = re.compile(
    r"(?:时间|日期|发布|更新|编辑|来源|作者|阅读|浏览|点击|地点|来自|上午|下午|会议|截至|截止)"
)


def _recognises(data: bytes, origin: Origin) -> bool:
    if origin.ending not in ("", "txt", "log", "chat"):
        return False
    top = data[:_HEAD]
    if top.count(b":") < 2 or not _TWO_CLOCKS.search(top.replace(b"\0", b"")):
        return False
    try:
        head = decoded(top if len(top) < _HEAD else top[: top.rfind(b"\n") + 1]).text
    except Unreadable:
        return False
    return _is_chat(head)


def _is_chat(head: str) -> bool:
    """Whether at least two lines of who and when stand near the top, most with words behind."""
    headers = _headers(head)
    if len(headers) < 2 or _words_before(head, headers[0]) > 200:
        return False
    ends = [header.start() for header in headers[1:]] + [len(head)]
    said = sum(
        bool(head[header.end() : end].strip()) for header, end in zip(headers, ends, strict=True)
    )
    return said * 3 >= len(headers) * 2


def _headers(text: str) -> list[re.Match[str]]:
    return [
        header
        for header in _HEADER.finditer(text)
        if not _NO_PERSON.search(header["a_who"] or header["b_who"])
    ]


def _words_before(head: str, header: re.Match[str]) -> int:
    preamble = _QQ_HEAD.match(head)
    return header.start() - (preamble.end() if preamble else 0)


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    text, encoding, notes = words_of(data)
    headers = _headers(text)
    days = sorted(_days(text, headers))
    yield Document(
        name=origin.name,
        source=text,
        sha256=origin.sha256,
        path=origin.path,
        media=CHAT_MEDIA,
        encoding=encoding,
        published=next((day for _, day in reversed(days) if day), None),
        parts=tuple(_parts(text, headers, days)),
        blocks=tuple(_blocks(text, headers)),
        notes=notes,
    )


def _days(text: str, headers: Sequence[re.Match[str]]) -> Iterator[tuple[int, date | None]]:
    for header in headers:
        mark = "a_" if header["a_who"] else "b_"
        yield header.start(), _day(*(header[mark + part] for part in ("year", "month", "day")))
    for divider in _DIVIDER.finditer(text):
        yield divider.start(), _day(*divider.group("year", "month", "day"))


def _day(year: str | None, month: str | None, day: str | None) -> date | None:
    try:
        return date(int(year), int(month), int(day)) if year and month and day else None
    except ValueError:
        return None


def _parts(
    text: str, headers: Sequence[re.Match[str]], days: Sequence[tuple[int, date | None]]
) -> Iterator[Part]:
    ends = [header.start() for header in headers[1:]] + [len(text)]
    for header, end in zip(headers, ends, strict=True):
        mark = "a_" if header["a_who"] else "b_"
        who, month, day = (header[mark + part] for part in ("who", "month", "day"))
        when = f"{int(month)}月{int(day)}日" if month and day else ""
        place = f"{who.strip()} {when}{header[mark + 'clock'].strip()}"
        yield Part(header.start(), end, place, _last_told(days, header))


def _last_told(days: Sequence[tuple[int, date | None]], header: re.Match[str]) -> date | None:
    """The day of a message: its own, else the one told last above it; none after 昨天 09:12."""
    told = [day for at, day in days if at <= header.start() and day is not None]
    mark = "a_" if header["a_who"] else "b_"
    is_loose = _LOOSE.search(header[0]) is not None and not header[mark + "month"]
    return told[-1] if told and not is_loose else None


def _blocks(text: str, headers: Sequence[re.Match[str]]) -> tuple[Block, ...]:
    found = {(header.start(), header.end()) for header in headers}
    for pattern in (_DIVIDER, _NOT_WORDS):
        found |= {match.span() for match in pattern.finditer(text)}
    if preamble := _QQ_HEAD.match(text):
        found.add(preamble.span())
    return tuple(_apart(sorted(found)))


def _apart(stretches: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """The stretches as furniture, those left out that begin inside an earlier one."""
    reached = -1
    for start, end in stretches:
        if start >= reached and start < end:
            yield Block(start, end, BlockKind.FURNITURE)
            reached = end


CHAT = Format("聊天记录", _recognises, _read)
