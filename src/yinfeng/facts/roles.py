"""Roles: a person, the office and the body it is held in: 四甲镇党委书记冯涛.

One record for a person and a body. An office told without a body belongs to whom the words
beside it mean (镇长: the host, 公司董事长: the firm last named); 村民 and the like are no office.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.offices.bodies import body_text, is_body, is_title
from yinfeng.facts.offices.owners import Office
from yinfeng.facts.offices.posts import Officer, holds_office, officers
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Role, Span

_BECOMES = re.compile(
    r"[^,，。;；]{0,4}?(?:受聘担任|担任|兼任|出任|受聘为|受聘|当选为|当选|成了|成为|任)"
)
# 聘请某商会会长段某|为招商顾问
_HIRED_AS = re.compile(r"(?:等[^,，。;；]{0,8}?)?(?:为|担任|任)")
_QUOTED_TITLE = re.compile(r"的?[“\"「](?P<title>[一-龥]{2,8})[”\"」]")


def read(page: Page, scope: Scope) -> Iterator[Role]:
    """Every office that the page tells a person to hold."""
    told: set[str] = set()
    for sentence in page.sentences:
        for officer in officers(page, scope, sentence):
            yield from _roles(page, scope, officer, told)
            yield from _becoming(page, scope, sentence, officer)


def _roles(page: Page, scope: Scope, officer: Officer, told: set[str]) -> Iterator[Role]:
    for office in officer.offices:
        if len(officer.name) < 2 or not holds_office(office):
            continue
        if not office.body and officer.name in told:
            continue
        told.add(officer.name)
        spans = (office.title_span, office.body_span or office.title_span, officer.name_span)
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        yield _role(page, scope, officer, office, Span(start, end))


def _role(page: Page, scope: Scope, officer: Officer, office: Office, span: Span) -> Role:
    quote, evidence = page.quoted(*span)
    body_span = office.body_span or office.title_span
    return Role(
        host=scope.host(span.start),
        quote=quote,
        evidence=evidence,
        person=page.told(officer.name, officer.name_span, pattern="role"),
        title=page.told(office.title, office.title_span, pattern="role"),
        organisation=page.told(office.body, body_span, pattern="role") if office.body else None,
    )


def _becoming(page: Page, scope: Scope, sentence: Sentence, officer: Officer) -> Iterator[Role]:
    """An office that the sentence says somebody took: 关晓晓成了漕泾村的“兴村导师”."""
    clean = page.text.clean
    end = officer.name_span.end
    own = ""
    verb = _BECOMES.match(clean, end, sentence.span.end)
    if not verb and "聘" in page.says(sentence.span.start, officer.name_span.start):
        verb = _HIRED_AS.match(clean, end, sentence.span.end)
        own = scope.host(end)
    if not verb or len(officer.name) < 2:
        return
    at = verb.end()
    body = next((m for m in page.within(at, at + 1) if is_body(m)), None)
    title_at = body.span.end if body else at
    title = _title_at(page, title_at, sentence)
    if title is None:
        return
    office = Office(
        page.says(*title), body_text(body) if body else own, title, body.span if body else None
    )
    yield _role(page, scope, officer, office, Span(officer.name_span.start, title.end))


def _title_at(page: Page, at: int, sentence: Sentence) -> Span | None:
    quoted = _QUOTED_TITLE.match(page.text.clean, at, sentence.span.end)
    if quoted:
        return Span(*quoted.span("title"))
    return next((m.span for m in page.within(at, at + 2) if is_title(m)), None)
