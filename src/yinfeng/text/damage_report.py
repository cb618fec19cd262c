"""The damage report: what was mended in a document and where doubt remains, in plain Chinese.

删去夹注拼音562处;还原错位乱码4处。存疑1处:第31行“斗志?/p>”。
"""

from collections.abc import Iterator
from typing import NamedTuple

from yinfeng.text.text import Text
from yinfeng.values import Span

LABELS = {
    "shift": "还原错位乱码",
    "pinyin": "删去夹注拼音",
    "mojibake": "还原误读编码",
    "script": "繁体转为简体",
    "width": "全角转为半角",
    "leftover": "清除网页残留",
    "spaced": "合拢拉开的字",
    "break": "接合断开的行",
    "caption": "移出句中图注",
}
"""What each kind of repair is called."""

AROUND = 8
"""So many characters on either side show where a doubt stands."""


class DamageRow(NamedTuple):
    """One row of the report: what it is, how often or where, and the words as published."""

    says: str
    place: str
    quote: str


def damage_rows(text: Text) -> Iterator[DamageRow]:
    """A row for each kind of repair, with its first place, then one for each place of doubt."""
    first = {repair.kind: repair for repair in reversed(text.damage.repairs)}
    for kind, label in LABELS.items():
        if kind in first:
            repair = first[kind]
            quote = text.document.source[repair.start : repair.end]
            says = f"{label}{text.damage.mended[kind]}处"
            yield DamageRow(says, text.document.place(repair.start), quote)
    for span in text.damage.unsure:
        evidence = text.evidence(span)
        yield DamageRow("存疑，未改动或待核", text.document.place(evidence.start), evidence.quote)


def damage_report(text: Text) -> str:
    """The report as a clerk reads it, one sentence of repairs and one for each doubt."""
    told = [f"{LABELS[kind]}{count}处" for kind, count in _counts(text)]
    lines = [f"{text.document.name}：{'、'.join(told)}。" if told else _sound(text)]
    lines += [f"存疑：{_shown(text, span)}" for span in text.damage.unsure]
    return "\n".join(lines)


def _counts(text: Text) -> Iterator[tuple[str, int]]:
    for kind in LABELS:
        if kind in text.damage.mended:
            yield kind, text.damage.mended[kind]


def _sound(text: Text) -> str:
    return f"{text.document.name}：未见损坏。"


def _shown(text: Text, span: Span) -> str:
    start = text.evidence(span).start
    around = Span(max(0, span.start - AROUND), min(len(text.clean), span.end + AROUND))
    says = text.says(around).replace("\n", " ")
    return f"{text.document.place(start)}“{says}”"
