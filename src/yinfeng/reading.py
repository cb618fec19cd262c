"""The reader on one screen: bytes → Document → Text → Mentions → Facts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from yinfeng import facts, mentions, text
from yinfeng.facts.belonging import settled
from yinfeng.facts.joining import joined
from yinfeng.facts.page import laid_out
from yinfeng.facts.scope import scope_of
from yinfeng.facts.trade import is_of_the_trade
from yinfeng.intake.opening import documents_of
from yinfeng.mentions.anchors import anchor
from yinfeng.values import Document, Fact, Mention, Problem


@dataclass(frozen=True)
class Reading:
    """What the reader made of one document."""

    document: Document
    text: text.Text
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]


def read(data: bytes, name: str, path: str = "") -> Iterator[Reading | Problem]:
    """Every document in one file's bytes, read; what cannot be read is a Problem beside them."""
    for found in documents_of(data, name, path):
        yield found if isinstance(found, Problem) else read_document(found)


def read_document(document: Document) -> Reading:
    """The document's restored text, its mentions and the facts that they tell.

    A day that only the document's words tell (a masthead, 发布时间) becomes its day of publication.
    """
    restored = text.restore(document)
    document = replace(document, published=document.published or anchor(restored).day)
    found = tuple(m for recognise in mentions.RECOGNISERS for m in recognise(restored))
    page = laid_out(restored, found)
    if not is_of_the_trade(page):
        return Reading(document, restored, page.mentions, ())
    scope = scope_of(page)
    told = joined(fact for pattern in facts.PATTERNS for fact in pattern(page, scope))
    return Reading(document, restored, page.mentions, settled(page, told))
