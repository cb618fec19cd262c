"""Figures of people who get work, told between what gives it and the work: 吸纳1100人就业."""

import re

from yinfeng.facts.indicators.drafts import Draft
from yinfeng.facts.page import Page
from yinfeng.values import Mention, Span

_WORK = re.compile(
    r"[一-龥]{0,6}?(?:稳定|实现|灵活|就近|就地|家门口)*(?P<work>就业|务工)(?=[,，。;；、)）])"
)
_GIVES = re.compile(
    r"(?P<name>(?:吸纳|带动|解决|安置|吸收|拉动)了?(?P<who>[^,，。;；、\d]{0,10}?))"
    r"(?:超过|可达|近|约|超|达)?$"
)


def put_to_work(page: Page, figure: Mention, start: int) -> Draft | None:
    """The people whom something gives work, by its verb and the work behind the figure."""
    clean, at, end = page.text.clean, figure.span.start, figure.span.end
    work = _WORK.match(clean, end) if clean[end - 1] in "人名个" else None
    gives = _GIVES.search(clean, start, at) if work else None
    if work is None or gives is None:
        return None
    who = clean[end : work.start("work")] if not gives["who"] else ""
    span = Span(gives.start("name"), gives.end("name"))
    return Draft(figure, gives["name"] + who + work["work"], span, start, work.end())
