"""What one fact pattern tells of a few sentences, as lines of the form, for the cases beside."""

from datetime import date
from typing import Any

from yinfeng import mentions
from yinfeng.facts import Pattern
from yinfeng.facts.page import Page, laid_out
from yinfeng.facts.scope import scope_of
from yinfeng.text import restore
from yinfeng.values import Document
from yinfeng.values.form import line


def page_of(says: str, published: date | None = None) -> Page:
    """The page of some words, restored and with their mentions."""
    text = restore(Document(name="case", source=says, published=published))
    return laid_out(text, [m for recognise in mentions.RECOGNISERS for m in recognise(text)])


def told_by(pattern: Pattern, says: str, published: date | None = None) -> list[dict[str, Any]]:
    """The lines that *pattern* alone tells of the words."""
    page = page_of(says, published)
    return [dict(line(fact, "case")) for fact in pattern(page, scope_of(page))]


def agree(wanted: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether a line has every field of the case; a field that is null must be absent."""
    return all(got.get(key) == value for key, value in wanted.items())
