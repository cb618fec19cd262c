"""Who stands in a sentence, and the offices that the words beside the name give.

街道党委书记张国栋 holds 党委书记 in the host; 某县委常委、开发区党工委书记 are two offices of one.
The body of an office is what ends where the office begins; a bare 镇 or 开发区 is the host, a
bare 村 or 公司 the last one named. Shared by the patterns of roles and of engagements.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yinfeng.facts.offices.bodies import (
    ORGAN,
    body_kind,
    body_text,
    is_body,
    is_person,
    is_title,
    nested_in,
    whole_name,
)
from yinfeng.facts.offices.owners import Office, office_of_context
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.mentions.people import BESIDE
from yinfeng.values import Mention, NameKind, Span

_BRANCH = re.compile(r"驻[一-龥]{1,3}(?:办事处|联络处|办)")
_PARENTS = frozenset({NameKind.GOVERNMENT, NameKind.INSTITUTE, NameKind.FIRM})
_UNSAID = re.compile(r"^(?:人民政府|政府)")
_ALIAS = re.compile(r"[(（][^()（）]{2,12}[)）]$")
_GAP = re.compile(r"的|(?:(?![的家个等名是在由与和某位])[一-龥A-Za-z]){0,8}")
_WIDEST = 12
_LEVELLED = re.compile(r"副?[省市县区镇乡街村]|街道|办事处|管委会")
_FIRM_ENDS = (
    "公司",
    "集团",
    "银行",
    "支行",
    "分行",
    "厂",
    "大学",
    "学院",
    "研究院",
    "商会",
    "协会",
)
_LINK = re.compile(r"[(（]|[,，]?(?:是|系|现任|时任)(?!由|在)")
_CHAIN = ("、", "兼", ",", "，")
_NO_OFFICE = (
    *(
        "村民",
        "居民",
        "农户",
        "职工",
        "员工",
        "工作人员",
        "志愿者",
        "党员",
        "大户",
        "种植户",
        "养殖户",
        "经营户",
    ),
    *(
        "领导",
        "干部",
        "代表",
        "企业家",
        "店小二",
        "专家",
        "博士",
        "招商员",
        "老师",
        "联系人",
        "联络员",
    ),
)


class Officer(NamedTuple):
    """A person in a sentence, the offices told beside the name, and the stretch of it all."""

    name: str
    name_span: Span
    offices: tuple[Office, ...]
    title: str
    span: Span


def officers(page: Page, scope: Scope, sentence: Sentence) -> Sequence[Officer]:
    """Everyone named in a sentence, with the offices told beside the name."""
    if not any(map(is_person, sentence.names)):
        return ()
    key = ("officers", sentence.span.start)
    return page.kept(key, lambda: tuple(_officers(page, scope, sentence)))


def _officers(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Officer]:
    people = [m for m in sentence.names if is_person(m)]
    titles = [m for m in sentence.terms if is_title(m)]
    before: Officer | None = None
    for person in people:
        officer = _officer(page, scope, person, titles)
        if before is not None:
            joint = page.says(before.name_span.end, officer.span.start)
            if joint == "、" or (joint in (",", "，") and _goes_on_with(officer, before)):
                officer = _in_same_body(officer, before)
        yield officer
        before = officer


def _goes_on_with(officer: Officer, before: Officer) -> bool:
    """Whether an office behind a comma is of the firm told before it: 某银行行长叶某,副行长李某."""
    told = [office for office in before.offices if office.body]
    own = officer.offices
    is_bare = bool(own) and all(office.body_span is None for office in own)
    if not told or not is_bare or _LEVELLED.match(officer.title):
        return False
    return told[-1].body.endswith(_FIRM_ENDS)


def _in_same_body(officer: Officer, before: Officer) -> Officer:
    """An office without a body beside one that has it: 招商办主任沈某、副主任陆某."""
    bodies = [office.body for office in before.offices if office.body]
    if not bodies:
        return officer
    offices = (
        o if o.body and o.body_span else o._replace(body=bodies[-1]) for o in officer.offices
    )
    return officer._replace(offices=tuple(offices))


def _officer(page: Page, scope: Scope, person: Mention, titles: Sequence[Mention]) -> Officer:
    offices: list[Office] = []
    start, end = person.span
    before = _title_before(page, person.span.start, titles)
    if before is not None:
        offices = sorted(_chain(page, scope, before, titles), key=_start)
        start = min(_start(office) for office in offices)
    elif (after := _title_after(page, person.span.end, titles)) is not None:
        is_beside = after.span.start == person.span.end
        at = start if is_beside else after.span.start
        office = _office(page, scope, after, _body_before(page, at), at)
        offices, end = [office], after.span.end
        start = office.body_span.start if office.body_span else start
    whole = _whole(page, offices)
    name = body_text(person)
    return Officer(name, person.span, tuple(offices), whole, Span(start, end))


def _start(office: Office) -> int:
    return min(office.title_span.start, (office.body_span or office.title_span).start)


def _whole(page: Page, offices: Sequence[Office]) -> str:
    """The title as an engagement tells it: whole where there are several bodies."""
    if len(offices) < 2:
        return offices[0].title if offices else ""
    first = min(offices, key=_start)
    rest = page.says(first.title_span.end, max(o.title_span.end for o in offices))
    return first.title + rest


def _title_before(page: Page, start: int, titles: Sequence[Mention]) -> Mention | None:
    for title in titles:
        gap = page.says(title.span.end, start)
        if title.span.end <= start and len(gap) <= _WIDEST and BESIDE.fullmatch(gap):
            return title
    return None


def _title_after(page: Page, end: int, titles: Sequence[Mention]) -> Mention | None:
    """The office behind a name: 黄某教授, 赵某(副镇长), 龙某是坪寨村党支部书记."""
    link = _LINK.match(page.text.clean, end)
    at = link.end() if link else end
    for title in titles:
        if title.span.start == at or (link and _is_body_between(page, at, title.span.start)):
            return title
    return None


def _is_body_between(page: Page, start: int, end: int) -> bool:
    """Whether nothing but a body's name stands between two offsets."""
    if not start < end:
        return False
    return any(is_body(m) and m.span == Span(start, end) for m in page.within(start, start + 1))


def _chain(page: Page, scope: Scope, title: Mention, titles: Sequence[Mention]) -> Iterator[Office]:
    """The office that *title* tells, and those joined to it on the left."""
    office = _office(page, scope, title, _body_before(page, title.span.start), title.span.start)
    yield office
    at = _start(office)
    if page.says(at - 1, at) in _CHAIN:
        joined = [t for t in titles if t.span.end == at - 1]
        if joined and page.says(at - 1, at) not in (",", "，"):
            yield from _chain(page, scope, joined[0], titles)


def _body_before(page: Page, at: int) -> Mention | None:
    """The body that an office beginning at *at* belongs to: it ends there, or runs into it."""
    alias = _ALIAS.search(page.says(max(0, at - 16), at))
    end = at - len(alias[0]) if alias else at
    found: Mention | None = None
    for mention in page.within(max(0, end - 60), end):
        if not is_body(mention):
            continue
        gap = page.says(mention.span.end, end)
        if _GAP.fullmatch(gap) and (found is None or mention.span.end >= found.span.end):
            found = mention
    return found


def _office(page: Page, scope: Scope, title: Mention, body: Mention | None, at: int) -> Office:
    host = scope.host(title.span.start)
    if body is not None:
        return _office_in(page, scope, title, body, at)
    return office_of_context(page, title, host, at)


def _office_in(page: Page, scope: Scope, title: Mention, body: Mention, at: int) -> Office:
    """An office in a body named right before it."""
    host = scope.host(title.span.start)
    name, start = body_text(body), title.span.start
    organ = ORGAN.search(name)
    nested = nested_in(page, body) if organ else None
    if organ and nested is not None:
        name = body_text(nested)
        start = min(start, body.span.end - len(organ[0]))
    elif at == title.span.start:
        start = body.span.end
    says = _UNSAID.sub("", page.says(start, title.span.end).lstrip("的"))
    branch = _BRANCH.match(says)
    if branch and body_kind(body) in _PARENTS and at == title.span.start:
        end = title.span.end - len(says) + branch.end()
        of = Span(body.span.start, end)
        return Office(page.says(end, title.span.end), page.says(*of), Span(end, title.span.end), of)
    return Office(
        says, whole_name(page, name, body_kind(body), host), Span(start, title.span.end), body.span
    )


def holds_office(office: Office) -> bool:
    """Whether the words tell an office rather than what somebody is: a villager, a guest."""
    return bool(office.title) and not office.title.endswith(_NO_OFFICE)
