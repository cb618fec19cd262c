"""People and their offices: 街道党委书记张国栋, 黄德明教授, “…”冯涛说.

An office is a head (书记, 董事长) with what belongs to it on the left (党工委, 副); several joined
by 、 stay one. A name stands behind an office, before it, or before a verb of speech; a name once
told is known again in the rest of the document.
"""

import re
from collections.abc import Iterator, Mapping

from yinfeng.lexicon import bodies as body_words
from yinfeng.lexicon import people as words
from yinfeng.lexicon.leading import led
from yinfeng.mentions.person_names import is_shown_after, name_at, name_before, parts_off
from yinfeng.text import Text
from yinfeng.values import Mention, Name, NameKind, Span, Term, TermKind

_TITLES = words.titles()
_BEFORE_HEADS = _TITLES.before_heads
BESIDE = re.compile(
    r"(?:[(（](?:挂职|主持工作|兼任?|试用期?|[正副][省部厅司局处县科]级?|[一二三四]级[一-龥]{2,4})[)）])?"
    r"[ \t　]{0,3}[:：]?[ \t　]{0,3}"
)
"""What may stand between an office and the name: a gap, a colon, (挂职)."""
_SPEECH = re.compile(body_words.one_of(_TITLES.speech))
_APART = re.compile(r"(?P<name>[一-龥]{2,4})[,，(（](?P<body>[^,，。;；:：、\n()（）]{0,40})$")
_LONGEST_APART = 48
_LISTED = re.compile(
    r"[、,，。;；)）\s和及与等]|$|参加|出席|陪同|带队|率队|一行|为|先后|分别|共同|介绍|到场|同志"
)
_CALLED = re.compile(
    led(r"老乡|乡友|乡贤|(?:客|台|港|侨|浙|粤|外)商|村支书|经纪人|果农|农机手|返乡青年")
)
# In a list of leaders one may bear a name that looks like something else: 韩强、孙殿镇、张鹏翔.
_ITEM = re.compile(r"[一-龥]{2,3}(?=、)")
_ASSISTANTS = ("助理", "秘书")
_DEPARTMENT = re.compile(
    r"(?:(?<=[、,，。：:“\s])|(?<=街道)|(?<=[镇乡区会司团]))(?P<office>[一-龥]{2,8}(?:科"
    r"|办公室|办|部|室))$"
)
_LONGEST_DEPARTMENT = 12
# 副市长、公安局长; 政协副主席、国内招商局局长: the bureau of a second office that the list lacks.
_BUREAU = re.compile(r"[、兼](?![省市县区镇该本])(?P<of>[一-龥]{2,6}局?)副?局长")


def _heads() -> re.Pattern[str]:
    def head(word: str) -> str:
        stops = _TITLES.not_before.get(word, "") + ("期远效足久江" if word[-1] == "长" else "")
        return re.escape(word) + (f"(?![{stops}])" if stops else "")

    return re.compile(led("|".join(head(word) for word in _TITLES.heads)))


_HEADS = _heads()
Names = dict[int, tuple[int, str]]


def recognise(text: Text) -> Iterator[Mention]:
    """Every office and every person's name, from left to right within each."""
    clean = text.clean
    titles = list(_titles(clean))
    for title in titles:
        says = clean[title.start : title.end]
        yield Mention(title, Term(says, TermKind.TITLE, says))
    names = _names_by_office(clean, titles)
    names |= _called(clean)
    names |= _speakers(clean, names)
    names |= _known(clean, names)
    for start, (end, name) in sorted(names.items()):
        yield Mention(Span(start, end), Name(name, NameKind.PERSON))


def _titles(clean: str) -> Iterator[Span]:
    start = end = -1
    for match in _HEADS.finditer(clean):
        at = _widened(clean, match.start(), max(end, 0))
        if start >= 0 and (_joins(clean, end, at) or _is_bureau(clean, end, match.end())):
            end = match.end()
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = at, match.end()
    if start >= 0:
        yield Span(start, end)


def _joins(clean: str, end: int, at: int) -> bool:
    if at == end:
        return clean.startswith(_ASSISTANTS, at)
    return at == end + 1 and clean[end] in "、兼"


def _is_bureau(clean: str, end: int, stop: int) -> bool:
    """Whether a second office of the same person ends at *stop*: 副市长|、公安局长."""
    return clean[stop - 2 : stop] == "局长" and bool(_BUREAU.fullmatch(clean, end, stop))


def _widened(clean: str, at: int, floor: int) -> int:
    """Where a title begins once the offices and ranks before its head are taken in."""
    while at > floor:
        for word in _BEFORE_HEADS.get(clean[at - 1], ()):
            if at - len(word) >= floor and clean.endswith(word, 0, at):
                at -= len(word)
                break
        else:
            return _department(clean, at, floor)
    return at


def _department(clean: str, at: int, floor: int) -> int:
    """Where the department begins that a title ends: 投资促进科+科长; *at* if there is none."""
    if at == 0 or clean[at - 1] not in "科室办部":
        return at
    match = _DEPARTMENT.search(clean, max(floor, at - _LONGEST_DEPARTMENT), at)
    return match.start("office") if match else at


def _names_by_office(clean: str, titles: list[Span]) -> Names:
    names: Names = {}
    for title in titles:
        before = name_before(clean, title.start) if _may_follow(clean, title) else None
        if before is not None:
            names[before] = (title.start, clean[before : title.start])
            continue
        gap = BESIDE.match(clean, title.end)
        at = gap.end() if gap else title.end
        found = name_at(clean, at)
        if found:
            names[at] = found
            names |= _further(clean, found[0])
        elif apart := _apart(clean, title):
            names |= apart
    return names


def _called(clean: str) -> Names:
    """Names behind a word for what somebody is, which is no office: 老乡杨某某, 台商林某某."""
    found: Names = {}
    for match in _CALLED.finditer(clean):
        name = name_at(clean, match.end(), must_show=True)
        if name and len(name[1]) > 1:
            found[match.end()] = name
    return found


def _may_follow(clean: str, title: Span) -> bool:
    return clean[title.start : title.end].removeprefix("副") in _TITLES.after


def _further(clean: str, end: int) -> Names:
    """The names that 、 joins to the one that ends at *end*; an unknown one is passed over."""
    names: Names = {}
    skipped: set[int] = set()
    while clean[end : end + 1] == "、":
        found = name_at(clean, end + 1, must_show=True)
        if not found or not _LISTED.match(clean, found[0]):
            passed = _ITEM.match(clean, end + 1)
            if passed is None or end in skipped:
                break
            end = passed.end()
            skipped.add(end)
            continue
        names[end + 1] = found
        end = found[0]
    return names


def _apart(clean: str, title: Span) -> Names:
    """A name with its office behind a comma or in brackets: 王强,某公司董事长."""
    if clean[title.end : title.end + 1] not in ("", ",", "，", "。", ")", "）", "\n", ";", "；"):
        return {}
    lowest = max(0, title.start - _LONGEST_APART)
    match = _APART.search(clean[lowest : title.start])
    if not match:
        return {}
    at, end = lowest + match.start("name"), lowest + match.end("name")
    for start in (at, end - 3, end - 2):
        if start < at or not parts_off(clean, start):
            continue
        if name_before(clean, end) == start:
            return {start: (end, clean[start:end])}
    return {}


def _speakers(clean: str, names: Mapping[int, tuple[int, str]]) -> Names:
    """Names without an office, between a stop and a verb of speech."""
    told = {end for end, _ in names.values()}
    found: Names = {}
    for match in _SPEECH.finditer(clean):
        end = match.start()
        if end in told:
            continue
        for at in (end - 3, end - 2):
            if at >= 0 and _is_speaker(clean, at, end):
                found[at] = (end, clean[at:end])
                break
    return found


def _is_speaker(clean: str, at: int, end: int) -> bool:
    if clean[at] not in words.surnames().common or (
        at and clean[at - 1] not in '。,，“”"\n 　!！?？'
    ):
        return False
    return name_before(clean, end) == at


def _known(clean: str, names: Mapping[int, tuple[int, str]]) -> Names:
    """The places where names told already stand again."""
    found: Names = {}
    taken = {at for start, (end, _) in names.items() for at in range(start, end)}
    for name in sorted(
        {name for _, name in names.values() if len(name) > 1}, key=len, reverse=True
    ):
        at = clean.find(name)
        while at >= 0:
            end = at + len(name)
            if at not in taken and (len(name) > 2 or is_shown_after(clean, end)):
                found[at] = (end, name)
                taken.update(range(at, end))
            at = clean.find(name, end)
    return found
