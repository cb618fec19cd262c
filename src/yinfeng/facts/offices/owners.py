"""Whose an office is that no body is named beside.

镇长 is the host's, 县委书记 the county's, 公司董事长 the firm's that was last named.
"""

import re
from typing import NamedTuple

from yinfeng.facts.offices.bodies import body_kind, body_text, is_body, whole_name
from yinfeng.facts.page import Page
from yinfeng.lexicon.leading import led
from yinfeng.values import Mention, Name, NameKind, Span

_SEATS = re.compile(
    r"(?:镇|街道|乡|开发区|经开区|高新区|园区|新区|新城|全镇|我镇|该镇|我街道|该街道)$"
)


_ZONES = frozenset({"开发区", "经开区", "高新区"})


_DEPARTMENT = re.compile(
    r"^(?P<body>[一-龥]{2,12}(?:局|中心|所|大队|服务站))(?P<title>.{2,8})$|^(?P<office>[一-龥]{2,8}(?:办公室|办(?!公)))(?P<of>.{2,8})$"
)


_UPPER = re.compile(r"(?:[一-龥]{0,2}新区|[省市县]|(?<![发开新园社辖片技])区)$")


_HOST_OFFICE = re.compile(
    led(
        r"(?:副)?(?:镇长|乡长)|管委会|办事处|党工委|人大工委|街道|(?:党委|纪委|人大|政协)(?!班子)"
        r"|招商办|经发办|党政办|项目办|工业办|综治办|农办|城建办|应急办|驻企专员|人武部|武装部|宣传委员|组织委员|统战委员"
    )
)


# 并邀请|县环保局 names no county.
_NO_VERB = "(?![并邀请陪会联由经与同和向在到赴全本该各外我]|[一-龥][全我本该各])"
_ORGANS = ("政府", "人大", "政协", "委")
_COUNTY_OFFICE = re.compile(r"(?P<seat>[县区市])(?:委|长)|(?P<vice>副)(?P<of>[县区市])长")


_SENIOR = re.compile(
    r"(?P<organ>(?:[省市县]|(?<![发开新园社辖片技])区)(?:政府|人大|政协|纪委|监委|工商联|总工会|妇联|团委|政法委|组织部|宣传部|统战部)?)$"
)


_PARTS = frozenset("由向对与和同在把请让的是、跟着领派邀找叫见随")


_LEVEL = re.compile(r"[一-龥]{2,6}$")


_FIRM_OFFICE = re.compile(
    r"董事长|总经理|总裁|CEO|CFO|CTO|COO|创始人|合伙人|董事|总监|厂长|经理|法人|法定代表人|负责人|执行官|老板"
)


_OWN_FIRM = re.compile(r"(?:该)?(?:公司|集团|企业|厂|合作社|农场)$")


_VILLAGE_HEADS = frozenset({"主任", "副主任"})


_OWN_VILLAGE = re.compile(r"(?:该)?(?:村|社区)$")


_FIRMS = frozenset({NameKind.FIRM, NameKind.GROUP, NameKind.BRAND, NameKind.BANK})


class Office(NamedTuple):
    """An office in a body, and the words that tell both."""

    title: str
    body: str
    title_span: Span
    body_span: Span | None


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


def office_of_context(page: Page, title: Mention, host: str, at: int) -> Office:
    """An office that begins at *at* with no body named before it."""
    says = page.says(*title.span)
    left = page.says(max(0, at - 8), at)
    department = _department_office(page, title)
    if department is not None:
        return department
    if of_host := _own_seat(page, title, host):
        return of_host
    if named := _place_before(page, at):
        return Office(says, page.says(*named), title.span, named)
    county = _COUNTY_OFFICE.match(says)
    if county and (county["seat"] or county["of"]):
        seat = county["seat"] or county["of"]
        place = _there(page, seat, at) or _county(page, left, seat, host)
        span = Span(at - len(place) + 1, at) if left.endswith(place[:-1]) and place else None
        return Office(says, place, title.span, span)
    senior = _SENIOR.search(left)
    if senior:
        start = at - len(senior["organ"])
        organ = senior["organ"] if len(senior["organ"]) > 1 else ""
        upper = page.says(max(0, start - 6), start)
        if (place := _county(page, upper, senior["organ"][0], host)) and not organ:
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


def _place_before(page: Page, at: int) -> Span | None:
    """The county or city that is named right before an office: 张家港市|常务副市长."""
    for mention in page.within(at - 5, at - 1):
        value = mention.value
        is_place = isinstance(value, Name) and value.kind is NameKind.PLACE
        if is_place and mention.span.end == at and page.says(at - 1, at) in "市县区州旗省":
            return mention.span
    return None


def _there(page: Page, seat: str, at: int) -> str:
    """The county that the words before say one is in: 在玛纳斯县,|县委书记."""
    if page.says(at - 1, at) not in (",", "，"):
        return ""
    for mention in page.within(at - 8, at - 1):
        value, (start, end) = mention.value, mention.span
        if isinstance(value, Name) and value.kind is NameKind.PLACE and end == at - 1:
            lead = page.says(max(0, start - 3), start)
            if "在" in lead and value.text.endswith(seat):
                return value.text
    return ""


def _own_seat(page: Page, title: Mention, host: str) -> Office | None:
    """One of several offices joined by 、 that is of the host's own level: 市委常委、|区委书记."""
    says = page.says(*title.span)
    if "、" not in says or not host or host.endswith(tuple(_ZONES)):
        return None
    for match in _COUNTY_OFFICE.finditer(says):
        is_first = says[match.start() - 1 : match.start()] in ("", "、")
        if match.start() and is_first and host.endswith(match["seat"] or match["of"]):
            begin = 0 if _COUNTY_OFFICE.match(says) else match.start()
            span = Span(title.span.start + begin, title.span.end)
            return Office(page.says(*span), host, span, None)
    return None


def _is_named(left: str) -> bool:
    """Whether the words before an office may name another body than the host."""
    return _LEVEL.search(left) is not None and left[-1] not in _PARTS


def _county(page: Page, left: str, seat: str, host: str) -> str:
    """The county of a 县委常委: the words before it, the host, else the county most told of."""
    run = re.search(rf"(?:(?<![一-龥])|(?<=[着了由向与和对])){_NO_VERB}[一-龥]{{2,3}}\Z", left)
    if run and not run[0].endswith(_ORGANS):
        return run[0].removesuffix(seat) + seat
    if host.endswith(seat) and not host.endswith(tuple(_ZONES)):
        return host
    told = re.search(
        rf"(?<![一-龥]){_NO_VERB}(?:(?![全我本各])[一-龥]){{2,3}}{seat}(?=委|政府|人民政府|人大|[一-龥]{{2,4}}局)",
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
    if own:
        near = [m for m in near if body_kind(m) is not NameKind.BANK] or near
    near = [m for m in near if body_kind(m) is not NameKind.BRAND] or near
    name = whole_name(page, body_text(near[-1]), body_kind(near[-1]), "") if near else ""
    if kinds == frozenset({NameKind.VILLAGE}) and says in _VILLAGE_HEADS:
        return Office("村" + says, name, title.span, span)
    return Office(says, name, title.span, span)
