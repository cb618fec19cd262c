"""A draft as its clauses: 第五条, 一、, （二）, 3. and rows of tables, each under what leads it in.

A clause is the numbered words and the paragraphs that follow until the next number. An enumeration
inside a line (；（二）…) is taken apart too. Words are read packed: without spaces and blanks to
fill in, so that each character still knows its place in the restored text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from yinfeng.text import LineKind, Text
from yinfeng.values import Span

_CHINESE = "一二三四五六七八九十百零〇○两"
_ROMAN = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# From the highest level down; what stands at the head of a line or after ；：。 within it.
_NUMBERS = (
    re.compile(rf"第[{_CHINESE}\d]+[编章节](?=\s|$|[^，。；]{{1,20}}$)"),
    re.compile(rf"第\s*[{_CHINESE}\d]+\s*条(?![第款规约的之中所、及和和至])"),
    re.compile(rf"[{_CHINESE}]{{1,3}}[、．.]"),
    re.compile(rf"[（(][{_CHINESE}]{{1,3}}[）)]"),
    re.compile(r"\d{1,2}(?:[.．]\d{1,2}){1,3}(?=[^\d.．%亿万元亩])[、．.]?"),
    re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))"),
    re.compile(r"[（(]\d{1,2}[）)]|\d{1,2}[）)]"),
    re.compile(rf"[{_ROMAN}]"),
)
_INLINE = re.compile(
    rf"(?<=[；;：:。])\s*(?:[（(][{_CHINESE}]{{1,3}}[）)]|[（(]\d{{1,2}}[）)]|\d{{1,2}}[、．]|\d{{1,2}}\.(?!\d)|[{_ROMAN}]"
    rf"|[{_CHINESE}]{{1,3}}、|第[{_CHINESE}\d]+条(?![第款规约的之中所、及和至]))"
    rf"|(?<=\S)\s*第[{_CHINESE}]{{1,4}}条\s+(?=\S)"
)
_LEAD = re.compile(r"(?:[：:]|(?:下列|以下|如下)[^。；]{0,20}[，,：:]?)\s*$")
_SKIPPED = frozenset(' \t\u3000\xa0\n\r_＿【】[]“”"‘’「」『』*')
_WIDE = str.maketrans(",;:?!()％．", "，；：？！（）%.")
_HEADING = 24
_LONGEST_LEAD = 60
_NUMBER_HEAD = re.compile("^(?:" + "|".join(one.pattern for one in _NUMBERS[1:]) + ")")


@dataclass(slots=True)
class Clause:
    """One clause: its number in full, its stretches of the clean text, and what leads it in."""

    label: str
    level: int
    lines: list[Span] = field(default_factory=list)
    above: "Clause | None" = None
    row: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.lines[-1].end


@dataclass(frozen=True, slots=True)
class Packed:
    """Words without spaces and blanks, and where each character stands in the clean text."""

    words: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The stretch of clean text of a stretch of these words; what led them in is left out."""
        first = next(place for place in self.places[start:end] if place >= 0)
        return Span(first, self.places[end - 1] + 1)


def clauses_of(text: Text) -> list[Clause]:
    """The clauses of a draft in order."""
    found: list[Clause] = []
    stack: list[Clause] = []
    tables = 0
    was_table = False
    row = 0
    for line in text.lines:
        if line.kind is LineKind.FURNITURE or not text.says(line.span).strip():
            continue
        if line.kind is LineKind.TABLE:
            tables, row = (tables, row + 1) if was_table else (tables + 1, 1)
            was_table = True
            above = stack[-1] if stack else None
            label = f"{above.label + ' ' if above else ''}表{tables}第{row}行"
            found.append(Clause(label, 99, [line.span], above))
            continue
        was_table = False
        for piece in _pieces(text, line.span):
            _put(text, piece, found, stack)
    return found


def _put(text: Text, piece: Span, found: list[Clause], stack: list[Clause]) -> None:
    number, level = _number(text.says(piece))
    if level is None:
        if found and found[-1].level < 99 and stack:
            found[-1].lines.append(piece)
        elif stack:
            found.append(Clause(stack[-1].label, 98, [piece], stack[-1]))
        else:
            found.append(Clause("开头", 98, [piece]))
        return
    while stack and stack[-1].level >= level:
        stack.pop()
    above = stack[-1] if stack else None
    joined = above.label + number if above and above.level > 0 else number
    clause = Clause(joined, level, [piece], above)
    stack.append(clause)
    found.append(clause)


def _pieces(text: Text, line: Span) -> Iterator[Span]:
    """The line taken apart where an enumeration goes on inside it."""
    words = text.says(line)
    start = 0
    for match in _INLINE.finditer(words):
        at = match.start() + len(match[0]) - len(match[0].lstrip())
        if words[start:at].strip() and at > start:
            yield Span(line.start + start, line.start + at)
            start = at
    yield Span(line.start + start, line.end)


def _number(words: str) -> tuple[str, int | None]:
    bare = words.lstrip()
    for level, pattern in enumerate(_NUMBERS):
        if match := pattern.match(bare):
            return "".join(match[0].split()).strip("、．."), level
    return "", None


def packed(text: Text, clause: Clause) -> Packed:
    """The words of a clause as they are matched."""
    words: list[str] = []
    places: list[int] = []
    clean = text.clean
    for line in clause.lines:
        for at in range(line.start, line.end):
            sign = clean[at]
            if sign == "\t":
                sign = "，"
            elif sign in _SKIPPED:
                continue
            words.append(sign)
            places.append(at)
        # A paragraph that nothing closes is a heading, or goes on in the next.
        if len(words) and words[-1] not in "。；！？：，、" and line.end - line.start <= _HEADING:
            words.append("\n")
            places.append(line.end - 1)
    packed_words = "".join(words).translate(_WIDE)
    return Packed(_numerals(packed_words), tuple(places))


def _numerals(words: str) -> str:
    """A comma between digits stands for thousands and ends nothing."""
    return re.sub(r"(?<=\d)，(?=\d{3})", "0", words)


def leads(text: Text, clause: Clause) -> str:
    """What leads the clause in: headings above it, and last words above that end in a colon."""
    found: list[str] = []
    above = clause.above
    while above is not None:
        words = packed(text, above).words.strip("\n")
        last = re.split(r"[。；\n]", words.rstrip("。；"))[-1]
        is_heading = len(words) <= _HEADING and words[-1:] not in "。；，"
        if last and (is_heading or _LEAD.search(words)):
            found.append(last)
        above = above.above
    return "\n".join(reversed(found))


def led(words: Packed, lead: str) -> Packed:
    """The words of a clause after what leads it in: 甲方提供以下扶持，装修补助每平方米300元."""
    last = lead.splitlines()[-1] if lead else ""
    bare = _NUMBER_HEAD.sub("", last).rstrip("：")
    if not bare or len(bare) > _LONGEST_LEAD:
        return words
    item = _NUMBER_HEAD.sub("", words.words)
    cut = len(words.words) - len(item)
    places = (*((-1,) * (len(bare) + 1)), *words.places[cut:])
    return Packed(f"{bare}，{item}", places)
