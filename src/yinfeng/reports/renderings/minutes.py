"""Minutes of a meeting (会议纪要): what they say, and how a template names it."""

from dataclasses import dataclass
from datetime import date

from yinfeng.reports.renderings.minutes_template import minutes_template
from yinfeng.reports.renderings.word import filled
from yinfeng.reports.report import chinese_day

_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the minutes: its heading, and what was said or decided under it."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: what, whose, by when."""

    says: str
    owner: str
    due: date
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes of one meeting say."""

    office: str
    title: str
    number: str
    day: date
    place: str
    chair: str
    recorder: str
    present: str
    absent: str
    opening: str
    parts: tuple[Part, ...]
    decisions: tuple[Decided, ...]
    words: tuple[str, ...]
    issued: date
    to: str = ""


def minutes_document(minutes: Minutes, template: bytes | None = None) -> bytes:
    """The minutes as a Word document, in the house's form or in an office's own."""
    return filled(context_of_minutes(minutes), template or minutes_template())


def context_of_minutes(minutes: Minutes) -> dict[str, object]:
    """What a template of minutes may name."""
    shown = [part for part in minutes.parts if part.lines]
    return {
        "office": minutes.office,
        "title": minutes.title,
        "number": minutes.number,
        "day": chinese_day(minutes.day),
        "place": minutes.place,
        "chair": minutes.chair,
        "recorder": minutes.recorder,
        "present": minutes.present,
        "absent": minutes.absent,
        "opening": minutes.opening,
        "parts": [
            {"number": numeral(at), "title": part.title, "lines": list(part.lines)}
            for at, part in enumerate(shown)
        ],
        "decisions_number": numeral(len(shown)),
        "decisions": [_decided(at, one) for at, one in enumerate(minutes.decisions, 1)],
        "words": list(minutes.words),
        "words_number": numeral(len(shown) + bool(minutes.decisions)),
        "issued": chinese_day(minutes.issued),
        "to": minutes.to,
    }


def numeral(at: int) -> str:
    """The numeral of a heading, from 0: 一, 二, …, 十一."""
    if at < len(_NUMERALS):
        return _NUMERALS[at]
    tens, ones = divmod(at + 1, len(_NUMERALS))
    head = "" if tens == 1 else _NUMERALS[tens - 1]
    return f"{head}十{_NUMERALS[ones - 1] if ones else ''}"


def _decided(at: int, one: Decided) -> dict[str, object]:
    says = one.says.rstrip("。；; ")
    measure = f"，完成标准：{one.measure.rstrip('。')}" if one.measure else ""
    due = f"{one.due.year}年{one.due.month}月{one.due.day}日前完成{measure}。"
    return {"number": at, "says": says, "owner": one.owner, "due": due}
