"""Who stands in a sentence, and the offices that the words beside the name give.

街道党委书记张国胜 holds 党委书记 in the host; 某县委常委、开发区党工委书记 are two offices of one.
The body of an office is what ends where the office begins; a bare 镇 or 开发区 is the host, a
bare 村 or 公司 the last one named. Shared by the patterns of roles and of engagements.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Mention, Name, NameKind, Span, Term, TermKind

_SEATS = re.compile(r"(?:镇|街道|乡|开发区|经开区|高新区|园区|新区|全镇|我镇|该镇|我街道|该街道)$")
_ZONES = frozenset({"开发区", "经开区", "高新区"})
_DEPARTMENT = re.compile(
    r"^(?P<body>[一-龥]{2,12}(?:局|中心|所|大队|服务站))(?P<title>.{2,8})$|^(?P<office>[一-龥]{2,8}(?:办|办公室))(?P<of>.{2,8})$"
)
_BRANCH = re.compile(r"驻[一-龥]{1,3}(?:办事处|联络处|办)")
_PARENTS = frozenset({NameKind.GOVERNMENT, NameKind.INSTITUTE, NameKind.FIRM})
_UPPER = re.compile(r"(?:[一-龥]{0,2}新区|[省市县]|(?<![发开新园社辖片技])区)$")
_HOST_OFFICE = re.compile(
    r"(?:副)?(?:镇长|乡长)|管委会|办事处|党工委|人大工委|街道|(?:党委|纪委|人大|政协)(?!班子)"
    r"|招商办|经发办|党政办|项目办|工业办|综治办|农办|城建办|应急办|驻企专员|人武部|武装部|宣传委员|组织委员|统战委员"
)
_COUNTY_OFFICE = re.compile(r"(?P<seat>[县区市])(?:委|长)|(?P<vice>副)(?P<of>[县区市])长")
_SENIOR = re.compile(
    r"(?P<organ>(?:[省市县]|(?<![发开新园社辖片技])区)(?:政府|人大|政协|纪委|监委|工商联|总工会|妇联|团委|政法委|组织部|宣传部|统战部)?)$"
)
_PARTS = frozenset("由向对与和同在把请让的是、跟")
_LEVEL = re.compile(r"[一-龥]{2,6}$")
_FIRM_OFFICE = re.compile(
    r"董事长|总经理|总裁|CEO|CFO|CTO|COO|创始人|合伙人|董事|总监|厂长|经理|法人|法定代表人|负责人|执行官|老板"
)
_OWN_FIRM = re.compile(r"(?:该)?(?:公司|集团|企业|厂|合作社|农场)$")
_VILLAGE_HEADS = frozenset({"主任", "副主任"})
_OWN_VILLAGE = re.compile(r"(?:该)?(?:村|社区)$")
_ORGAN = re.compile(
    r"(?:人民政府|政府|办事处|街道办|管委会|管理委员会|村委会|村民委员会|居委会|居民委员会)$"
)
_UNSAID = re.compile(r"^(?:人民政府|政府)")
_ALIAS = re.compile(r"[(（][^()（）]{2,12}[)）]$")
_GAP = re.compile(r"的|(?:(?![的家个等名是在由与和某位])[一-龥A-Za-z]){0,8}")
_ZONE_END = re.compile(
    r"(?:经济技术|经济|高新技术产业|高新技术|高新产业|工业)?(?:开发区|经开区|高新区|园区|经开)$"
)
_LINK = re.compile(r"[(（]|(?:是|系|现任|时任)(?!由|在)")
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
_BODIES = frozenset(NameKind) - {NameKind.PERSON, NameKind.PLACE}
_FIRMS = frozenset({NameKind.FIRM, NameKind.GROUP, NameKind.BRAND, NameKind.BANK})
_INSTITUTES = frozenset({NameKind.INSTITUTE})


class Office(NamedTuple):
    """An office in a body, and the words that tell both."""

    title: str
    body: str
    title_span: Span
    body_span: Span | None


class Officer(NamedTuple):
    """A person in a sentence, the offices told beside the name, and the stretch of it all."""

    name: str
    name_span: Span
    offices: tuple[Office, ...]
    title: str
    span: Span


def is_title(mention: Mention) -> bool:
    """Whether a mention tells an office."""
    return isinstance(mention.value, Term) and mention.value.kind is TermKind.TITLE


def is_person(mention: Mention) -> bool:
    """Whether a mention names a person."""
    return isinstance(mention.value, Name) and mention.value.kind is NameKind.PERSON


def is_body(mention: Mention) -> bool:
    """Whether a mention names a body, a park or a building."""
    return isinstance(mention.value, Name) and mention.value.kind in _BODIES


def body_text(mention: Mention) -> str:
    """The name that a mention of a body tells."""
    assert isinstance(mention.value, Name)
    return mention.value.text


def body_kind(mention: Mention) -> NameKind:
    """The kind of the body that a mention names."""
    assert isinstance(mention.value, Name)
    return mention.value.kind


def officers(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Officer]:
    """Everyone named in a sentence, with the offices told beside the name."""
    people = [m for m in sentence.names if is_person(m)]
    if not people:
        return
    titles = [m for m in sentence.terms if is_title(m)]
    before: Officer | None = None
    for person in people:
        officer = _officer(page, scope, person, titles)
        if before is not None and page.says(before.name_span.end, officer.span.start) == "、":
            officer = _in_same_body(officer, before)
        yield officer
        before = officer


def _in_same_body(officer: Officer, before: Officer) -> Officer:
    """An office without a body beside one that has it: 招商办主任沈某、副主任陆某."""
    bodies = [office.body for office in before.offices if office.body]
    if not bodies:
        return officer
    offices = (o if o.body else o._replace(body=bodies[-1]) for o in officer.offices)
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
        if title.span.end <= start and len(gap) <= 5 and not gap.strip(" 　\t:："):
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
    return _office_of_context(page, title, host, at)


def _office_in(page: Page, scope: Scope, title: Mention, body: Mention, at: int) -> Office:
    """An office in a body named right before it."""
    host = scope.host(title.span.start)
    name, start = body_text(body), title.span.start
    organ = _ORGAN.search(name)
    nested = _nested(page, body) if organ else None
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


def _nested(page: Page, body: Mention) -> Mention | None:
    """The town, zone or village inside the name of its office."""
    for mention in page.within(body.span.start, body.span.end):
        if mention is not body and is_body(mention) and body.span.covers(mention.span):
            return mention
    return None


def _department_office(page: Page, title: Mention) -> Office | None:
    """An office in a department that is a body of its own: 县+投资促进办+副主任."""
    split = _DEPARTMENT.match(page.says(*title.span))
    if split is None:
        return None
    start = title.span.start
    upper = _UPPER.search(page.says(max(0, start - 4), start))
    if split["office"] and not upper:
        return None
    says = split["title"] or split["of"]
    begin, end = start - len(upper[0]) if upper else start, title.span.end - len(says)
    return Office(says, page.says(begin, end), Span(end, title.span.end), Span(begin, end))


def _office_of_context(page: Page, title: Mention, host: str, at: int) -> Office:
    says = page.says(*title.span)
    left = page.says(max(0, at - 8), at)
    department = _department_office(page, title)
    if department is not None:
        return department
    county = _COUNTY_OFFICE.match(says)
    if county and (county["seat"] or county["of"]):
        seat = county["seat"] or county["of"]
        place = _county(page, left, seat, host)
        span = Span(at - len(place) + 1, at) if left.endswith(place[:-1]) and place else None
        return Office(says, place, title.span, span)
    senior = _SENIOR.search(left)
    if senior:
        start = at - len(senior["organ"])
        organ = senior["organ"] if len(senior["organ"]) > 1 else ""
        if (place := _county(page, "", senior["organ"][0], host)) and not organ:
            return Office(page.says(start, title.span.end), place, title.span, Span(start, at))
        span = Span(start, at)
        return Office(says if organ else page.says(start, title.span.end), organ, title.span, span)
    own = _SEATS.search(left)
    if own and own[0] in _ZONES and host and not host.endswith("区"):
        return Office(says, own[0], title.span, Span(at - len(own[0]), at))
    if own or (_HOST_OFFICE.search(says) and not _is_named(left)):
        span = Span(at - len(own[0]), at) if own else None
        return Office(says, host, title.span, span)
    return _office_of_last(page, says, left, title)


def _is_named(left: str) -> bool:
    """Whether the words before an office may name another body than the host."""
    return _LEVEL.search(left) is not None and left[-1] not in _PARTS


def _county(page: Page, left: str, seat: str, host: str) -> str:
    """The county of a 县委常委: the words before it, the host, else the county most told of."""
    run = re.search(r"(?<![一-龥])[一-龥]{2,3}$", left)
    if run:
        return run[0] + seat
    if host.endswith(seat) and not host.endswith(tuple(_ZONES)):
        return host
    told = re.search(
        rf"(?<![一-龥])[一-龥]{{2,3}}{seat}(?=委|政府|人民政府|人大|[一-龥]{{2,4}}局)",
        page.text.clean,
    )
    return told[0] if told else ""


def _office_of_last(page: Page, says: str, left: str, title: Mention) -> Office:
    """An office of the firm or village last named: 公司董事长, 村党总支书记."""
    if own := _OWN_VILLAGE.search(left):
        kinds = frozenset({NameKind.VILLAGE})
    elif (own := _OWN_FIRM.search(left)) or _FIRM_OFFICE.search(says):
        kinds = _FIRMS
    else:
        return Office(says, "", title.span, None)
    reach = 400 if own else 60
    at = title.span.start
    near = [m for m in page.within(max(0, at - reach), at) if is_body(m) and body_kind(m) in kinds]
    span = Span(at - len(own[0]), at) if own else None
    near = [m for m in near if body_kind(m) is not NameKind.BRAND] or near
    name = whole_name(page, body_text(near[-1]), body_kind(near[-1]), "") if near else ""
    if kinds == frozenset({NameKind.VILLAGE}) and says in _VILLAGE_HEADS:
        return Office("村" + says, name, title.span, span)
    return Office(says, name, title.span, span)


def whole_name(page: Page, name: str, kind: NameKind, host: str) -> str:
    """A short name as the page tells it in full: 申纺投资, 泓山经开区."""
    if kind is NameKind.ZONE:
        stem, full = _ZONE_END.sub("", name), _ZONE_END.sub("", host)
        return host if host and (not stem or stem == full) else name
    if kind is NameKind.BRAND:
        core = re.sub(r"(?:公司|集团|厂)$", "", name)
        longer = [
            body_text(m)
            for m in page.mentions
            if is_body(m) and body_kind(m) is NameKind.FIRM and core in body_text(m)
        ]
        return longer[0] if longer else name
    return name


def plain_body(page: Page, mention: Mention, host: str) -> str:
    """A body's name without its organ: 白鹤坝镇人民政府 acts as 白鹤坝镇."""
    name = body_text(mention)
    if _ORGAN.search(name) and (nested := _nested(page, mention)) is not None:
        return body_text(nested)
    return whole_name(page, name, body_kind(mention), host) if _is_zone(mention) else name


def _is_zone(mention: Mention) -> bool:
    return body_kind(mention) is NameKind.ZONE


def holds_office(office: Office) -> bool:
    """Whether the words tell an office rather than what somebody is: a villager, a guest."""
    return bool(office.title) and not office.title.endswith(_NO_OFFICE)
