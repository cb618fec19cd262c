"""Whose words a quotation is: “…与某公司签了约。”某村党支部书记某某说 speaks for the village."""

import re

from yinfeng.facts.offices.posts import officers
from yinfeng.facts.page import Page
from yinfeng.facts.partnerships.party_lines import FIRM, SEAT, VILLAGE, Party
from yinfeng.facts.scope import Scope
from yinfeng.values import Span

_SAYS = re.compile(r"说|介绍|表示|坦言|感慨|告诉|透露|道")
_VILLAGES = ("村", "社区")
_LONGEST, _NEAR = 300, 40


def speaker(page: Page, scope: Scope, at: int) -> Party | None:
    """The body for which somebody speaks in the quotation around *at*, if one is told."""
    clean = page.text.clean
    opens = clean.rfind("“", max(0, at - _LONGEST), at)
    if opens < 0 or clean.find("”", opens, at) >= 0:
        return None
    closes = clean.find("”", at, at + _LONGEST)
    stretches = ((opens - _NEAR, opens), (closes, closes + _NEAR) if closes >= 0 else (0, 0))
    for start, end in stretches:
        if (said := _who(page, scope, max(0, start), end)) is not None:
            return said
    return None


def _who(page: Page, scope: Scope, start: int, end: int) -> Party | None:
    """Who is told to speak between two offsets."""
    for sentence in page.sentences_between(start, end):
        for officer in officers(page, scope, sentence):
            span = officer.name_span
            bodies = [office.body for office in officer.offices if office.body]
            is_here = start <= span.start and span.end <= end
            if bodies and is_here and _SAYS.search(page.says(span.end, span.end + 8)):
                return Party(bodies[-1], _sign(scope, bodies[-1], span), officer.span)
    return None


def _sign(scope: Scope, body: str, span: Span) -> str:
    if body.endswith(_VILLAGES):
        return VILLAGE
    return SEAT if body == scope.host(span.start) else FIRM
