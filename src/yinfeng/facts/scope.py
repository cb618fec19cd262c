"""What a clause inherits: whose ledger it belongs to, its period, and how real it is.

A town's own paper seldom repeats its name: 全镇实现工业总产值… belongs to the host, 其中… to the
period of the sentence before, and all that follows 今年将… is wanted, not reached. A page of
several bodies (three zones in one newspaper page) changes host at each heading that names one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yinfeng.facts.page import Page, Sentence
from yinfeng.lexicon import words
from yinfeng.mentions.times import Anchor, anchor
from yinfeng.text import LineKind
from yinfeng.values import Grain, Mention, Name, NameKind, Period, Status

_OWN = re.compile(
    r"(?:全|我|该|本)(?P<kind>镇|街道|乡|县|市|区)(?!级|域)"
    r"|(?P<office>镇|街道|乡|县)(?:党委|党工委|政府|办事处|纪委|人大|主要领导|党政|招商)"
    r"|(?<![一-龥])(?P<self>镇|街道|乡)(?=[一-龥])(?!镇|街|乡村)"
    r"|(?P<zone>管委会|(?:我|全|该|本)(?:园区|开发区|高新区|经开区)|园区党工委)"
)
_AWAY = re.compile(
    r"(?:赴|到|前往|与|和|同|来自|对接|邀请|参观|观摩|考察|毗邻|紧邻)[^,，。;；]{0,8}$"
)
_FUTURE = words.pattern("future")
_TARGET = words.pattern("target")
_PLAN = words.pattern("plan")
_PAST = words.pattern("past")
_MEASURED_BY = re.compile(
    r"(?:占|完成|达到?|超|为|是)[^,，。;；]{0,12}?(?:目标|任务|计划|预算)(?:任务|数|值)?的?"
)
_SUBHEADING = re.compile(r"\s*[(（]?(?:[0-9０-９]{1,2}|[①-⑳])[)）.．、]")
_REVIEW = re.compile(r"总结|回顾|小结|完成情况|进展情况|情况通报|统计|工作情况|运行情况|情况汇报")
_WHOLE_YEAR = re.compile(r"^(?:全年|年内|当年|年中|年末|年底)")
_ADVERBIAL = re.compile(
    r"(?:[^\n。;；\d]{0,14}[,，:：])?[“”\s—]*(?:[一-龥]{0,3}|[一-龥]{2,10}(?:镇|街道|乡|区|县))$"
)
_LEADS_ON = re.compile(
    r"[,，、]|(?:全|我|该|本|共|累计|实现|完成|辖区|镇|街道|园区|开发区|区|县|乡|[一-龥]{2,12}?(?:镇|街道|乡|区|县|村|园))"
)
_HOST_KINDS = (NameKind.TOWN, NameKind.ZONE)
_ZONE = re.compile(
    r"(?:开发区|高新区|经开区|新区|集中区|示范区|保税区|合作区|产业园区|工业园区|园区|新城|港区|度假区|科技城)$"
)
_KIND_ENDINGS = {"镇": "镇", "街道": "街道", "乡": "乡"}
_STATISTICAL = (Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.MONTH, Grain.SPAN, Grain.YEARS)


@dataclass(frozen=True)
class Scope:
    """The hosts of a page by where their sections start, its date, and its paragraphs' moods."""

    page: Page
    anchor: Anchor
    starts: tuple[int, ...]
    hosts: tuple[str, ...]
    wanted: frozenset[int]
    periods: dict[int, Mention]

    def host(self, offset: int) -> str:
        """The body whose ledger the words at *offset* belong to; empty when none is named."""
        if not self.hosts:
            return ""
        return self.hosts[max(0, bisect_right(self.starts, offset) - 1)]

    def status(self, sentence: Sentence, start: int, end: int) -> Status:
        """How real the words between two offsets say they are, else their paragraph's mood."""
        says = _freed(self.page.says(start, end))
        if _TARGET.search(says):
            return Status.TARGET
        if _PLAN.search(says):
            return Status.PLANNED
        if _PAST.search(says):
            return Status.DONE
        before = _freed(self.page.says(sentence.span.start, start))
        if _last(_TARGET, before) > _last(_PAST, before):
            return Status.TARGET
        return Status.TARGET if sentence.span.start in self.wanted else Status.DONE

    def period(self, sentence: Sentence, offset: int) -> Mention | None:
        """The period in force at *offset*: the last one told in the sentence, else inherited."""
        told = [m for m in sentence.periods if m.span.start < offset]
        if told and _is_day(told[-1]):
            return None
        told = [m for m in told if _counts(m) and self._reaches(m, offset)]
        inherited = self.periods.get(sentence.span.start)
        if not told:
            return inherited
        if inherited is not None and _WHOLE_YEAR.match(self.page.text.says(told[-1].span)):
            return _year_of(inherited) or told[-1]
        return told[-1]

    def _reaches(self, mention: Mention, offset: int) -> bool:
        """Whether a time governs a figure: a month only its own clause, and none behind 的."""
        between = self.page.says(mention.span.end, offset)
        if between.startswith("的"):
            return False
        return not _is_month(mention) or ("。" not in between and len(between) < 30)


def _year_of(mention: Mention) -> Mention | None:
    """The mention, if it tells a year, so that 全年 below it means that year."""
    period = mention.value
    return mention if isinstance(period, Period) and period.grain is Grain.YEAR else None


def _is_day(mention: Mention) -> bool:
    period = mention.value
    return isinstance(period, Period) and period.grain is Grain.DAY and period.start is not None


def _is_month(mention: Mention) -> bool:
    period = mention.value
    if not isinstance(period, Period) or period.start is None or period.end is None:
        return False
    return period.grain is Grain.MONTH and (period.end - period.start).days <= 31


def scope_of(page: Page) -> Scope:
    """The scope of a page: hosts, date, and what each sentence inherits."""
    sections = tuple(_sections(page))
    return Scope(
        page,
        anchor(page.text),
        tuple(start for start, _ in sections),
        tuple(host for _, host in sections),
        frozenset(_wanted(page)),
        dict(_inherited(page)),
    )


def _freed(says: str) -> str:
    """The words without the goals that a rate is taken of: 占年度计划的86.5% is no plan."""
    if "目标" in says or "任务" in says or "计划" in says or "预算" in says:
        return _MEASURED_BY.sub("", says)
    return says


def _last(pattern: re.Pattern[str], says: str) -> int:
    """Where the last match of a pattern begins, -1 without one."""
    at = -1
    for match in pattern.finditer(says):
        at = match.start()
    return at


def _counts(mention: Mention) -> bool:
    period = mention.value
    return isinstance(period, Period) and not period.recurs and period.grain in _STATISTICAL


def _sections(page: Page) -> Iterator[tuple[int, str]]:
    named = [m for m in page.mentions if isinstance(m.value, Name) and m.value.kind in _HOST_KINDS]
    headed = list(_headed(page, named))
    if len({host for _, host in headed}) > 1:
        previous = ""
        for start, host in headed:
            if host != previous:
                yield start, host
            previous = host
        return
    host = _single_host(page, named)
    if host:
        yield 0, host


def _headed(page: Page, named: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """Headings that open with a body's name, and the body."""
    at = {m.span.start: m for m in named}
    for line in page.text.lines:
        if line.kind not in (LineKind.TITLE, LineKind.HEADING):
            continue
        mention = at.get(line.span.start)
        if mention is not None:
            yield line.span.start, _shortest(mention)


def _shortest(mention: Mention) -> str:
    assert isinstance(mention.value, Name)
    return words.without_region(mention.value.text)


def _single_host(page: Page, named: Sequence[Mention]) -> str:
    clean = page.text.clean
    votes: Counter[str] = Counter()
    for mention in named:
        name = _shortest(mention)
        away = _AWAY.search(clean, max(0, mention.span.start - 10), mention.span.start)
        votes[name] += 1 if away is None else 0
    own = _own_kind(clean)
    scores = {name: _weight(name, votes[name], clean, own) for name in votes}
    best = max(scores, key=lambda name: (scores[name], -clean.find(name)), default="")
    if best and scores[best] > 0:
        return best
    return _county(page)


def _weight(name: str, votes: int, clean: str, own: str) -> float:
    ending = next((e for e in ("街道", "镇", "乡") if name.endswith(e)), "区")
    stem = name[: -len(ending)] if ending != "区" else name
    weight = votes + 0.3 * min(clean.count(stem) if len(stem) > 1 else 0, 20)
    if own:
        weight *= 2.0 if ending == own else 0.6
    if name in clean[:200]:
        weight += 2
    if ending == "区" and not _ZONE.search(name):
        weight *= 0.3
    return weight if votes else 0.2 * weight


def _own_kind(clean: str) -> str:
    """The kind of body that the text calls its own: 我镇, 街道党工委, 管委会; empty if none."""
    kinds: Counter[str] = Counter()
    for match in _OWN.finditer(clean):
        kinds["区" if match["zone"] else match["kind"] or match["office"] or match["self"]] += 1
    kind = kinds.most_common(1)[0][0] if kinds else ""
    return _KIND_ENDINGS.get(kind, "区" if kind == "区" else "")


def _county(page: Page) -> str:
    """The county or district most told of, where no town or zone is."""
    votes = Counter(
        m.value.text
        for m in page.mentions
        if isinstance(m.value, Name)
        and m.value.kind is NameKind.PLACE
        and m.value.text.endswith(("县", "区", "市"))
        and len(m.value.text) > 2
    )
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else ""


def _wanted(page: Page) -> Iterator[int]:
    """Starts of the sentences that stand in a paragraph of intentions."""
    paragraph, wanted, section = -1, False, False
    for sentence in page.sentences:
        says = _freed(sentence.says)
        if sentence.line.kind in (LineKind.TITLE, LineKind.HEADING):
            if not _SUBHEADING.match(says):
                section = bool(_TARGET.search(says) or _FUTURE.search(says))
            wanted = section
            continue
        if sentence.paragraph != paragraph:
            paragraph, wanted = sentence.paragraph, section
        if _FUTURE.search(says):
            wanted = True
        elif not _TARGET.search(says) and _PAST.search(says):
            wanted = False
        if wanted:
            yield sentence.span.start
        if says.endswith((";", "；")) and _TARGET.search(says):
            wanted = True


def _inherited(page: Page) -> Iterator[tuple[int, Mention]]:
    """The period that each sentence takes over from its paragraph or the heading above."""
    paragraph = -1
    heading: Mention | None = None
    current: Mention | None = None
    for sentence in page.sentences:
        if sentence.line.kind in (LineKind.TITLE, LineKind.HEADING):
            told = [m for m in sentence.periods if _counts(m) and not _is_month(m)]
            heading = told[0] if told and _rules(sentence) else heading
            current = heading
            continue
        if sentence.paragraph != paragraph:
            paragraph, current = sentence.paragraph, heading
        if current is not None:
            yield sentence.span.start, current
        if any(_is_day(m) for m in sentence.periods):
            current = None
        current = next((m for m in sentence.periods if _opens(page, sentence, m)), current)
        if sentence.says.endswith(("如下:", "如下：", "如下。")) and current is not None:
            heading = current
        if sentence.says.endswith((";", "；")):
            told = [m for m in sentence.periods if _counts(m) and not _is_month(m)]
            current = told[-1] if told else current


def _rules(sentence: Sentence) -> bool:
    """Whether a title or heading says of what period all below it tells."""
    if sentence.line.kind is LineKind.HEADING:
        return True
    return _REVIEW.search(sentence.says) is not None


def _opens(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """Whether a period opens its sentence and so holds for those behind it: 2017年,全镇…."""
    if not _counts(mention) or _is_month(mention):
        return False
    lead = page.says(sentence.span.start, mention.span.start)
    if _ADVERBIAL.fullmatch(lead) is None:
        return False
    return _LEADS_ON.match(page.says(mention.span.end, sentence.span.end)) is not None
