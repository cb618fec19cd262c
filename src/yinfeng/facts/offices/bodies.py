"""What a mention of a body or of a person tells, and the full name of a body."""

import re

from yinfeng.facts.page import Page
from yinfeng.values import Mention, Name, NameKind, Term, TermKind

_ZONE_END = re.compile(
    r"(?:经济技术|经济|高新技术产业|高新技术|高新产业|工业)?(?:开发区|经开区|高新区|园区|经开)$"
)


ORGAN = re.compile(
    r"(?:人民政府|政府|办事处|街道办|管委会|管理委员会|村委会|村民委员会|居委会|居民委员会)$"
)
_BODIES = frozenset(NameKind) - {NameKind.PERSON, NameKind.PLACE}


def is_title(mention: Mention) -> bool:
    """Whether a mention tells an office."""
    value = mention.value
    return type(value) is Term and value.kind is TermKind.TITLE


def is_person(mention: Mention) -> bool:
    """Whether a mention names a person."""
    value = mention.value
    return type(value) is Name and value.kind is NameKind.PERSON


def is_place(mention: Mention) -> bool:
    """Whether a mention names a region."""
    value = mention.value
    return type(value) is Name and value.kind is NameKind.PLACE


def is_body(mention: Mention) -> bool:
    """Whether a mention names a body, a park or a building."""
    value = mention.value
    return type(value) is Name and value.kind in _BODIES


def body_text(mention: Mention) -> str:
    """The name that a mention of a body tells."""
    assert isinstance(mention.value, Name)
    return mention.value.text


def body_kind(mention: Mention) -> NameKind:
    """The kind of the body that a mention names."""
    assert isinstance(mention.value, Name)
    return mention.value.kind


def nested_in(page: Page, body: Mention) -> Mention | None:
    """The town, zone or village inside the name of its office."""
    for mention in page.within(body.span.start, body.span.end):
        if mention is not body and is_body(mention) and body.span.covers(mention.span):
            return mention
    return None


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
    if ORGAN.search(name) and (nested := nested_in(page, mention)) is not None:
        return body_text(nested)
    return whole_name(page, name, body_kind(mention), host) if _is_zone(mention) else name


def _is_zone(mention: Mention) -> bool:
    return body_kind(mention) is NameKind.ZONE
