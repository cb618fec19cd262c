"""The papers of the issue: what was read, what was mended in them, what could not be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from yinfeng.ledger.papers import Paper, paper_of
from yinfeng.reports.report import Cell, Section, chinese_day, lines
from yinfeng.reports.sourcing import cell
from yinfeng.text import Damage
from yinfeng.values import Document, Problem

_SHOWN = 0
_MENDED = {
    "pinyin": "去除拼音注音{}处",
    "script": "繁体转简体{}处",
    "shift": "修复错位字节{}处",
    "mojibake": "修复乱码{}处",
    "leftover": "清理换行和网页残留{}处",
    "spaced": "并拢隔开的字{}处",
    "lost": "补回缺字{}处",
    "break": "接回断行{}处",
    "caption": "移出图片说明{}处",
    "width": "统一全半角{}处",
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """One paper that was read: how many facts it told, what was mended, what stayed unsure."""

    paper: Paper
    facts: int
    mended: tuple[tuple[str, int], ...] = ()
    unsure: int = 0
    notes: tuple[str, ...] = ()

    def reprinting(self, first: str) -> "Arrival":
        """The same paper, known to tell the story of another one that came before."""
        return replace(self, notes=(*self.notes, f"与《{first}》是同一报道，事实已合并"))


def arrival_of(document: Document, damage: Damage, facts: int) -> Arrival:
    """The arrival of a document that told *facts* facts."""
    return Arrival(
        paper_of(document),
        facts,
        tuple(damage.mended.items()),
        len(damage.unsure),
        document.notes,
    )


def papers_section(arrivals: Iterable[Arrival], problems: Iterable[Problem]) -> Section:
    """The papers that were read, then the ones with problems."""
    rows = [*(_read(arrival) for arrival in arrivals), *(_not_read(p) for p in problems)]
    return Section(
        key="papers",
        title="材料与问题",
        columns=("材料", "标题", "发布", "事实", "修复与问题"),
        widths=(20, 30, 20, 7, 23),
        lines=lines(rows),
        shown=_SHOWN,
        empty="没有读入材料。",
    )


def _read(arrival: Arrival) -> Iterator[Cell]:
    paper = arrival.paper
    day = chinese_day(paper.published) if paper.published else "日期未载明"
    yield cell(paper.name)
    yield cell(paper.title or "—")
    yield cell(f"{paper.publisher} {day}".strip())
    yield cell(str(arrival.facts))
    yield cell("；".join(damage_words(arrival)) or "完好")


def _not_read(problem: Problem) -> Iterator[Cell]:
    yield cell(problem.document)
    yield cell("—")
    yield cell("—")
    yield cell("0")
    yield cell(f"{problem.place} {problem.says}".strip())


def damage_words(arrival: Arrival) -> Iterator[str]:
    """What was mended in a paper and what stayed unsure, in words."""
    for kind, times in arrival.mended:
        yield _MENDED.get(kind, kind + "{}处").format(times)
    if arrival.unsure:
        yield f"有{arrival.unsure}处无法确定，已标明，未作猜测"
    yield from arrival.notes
