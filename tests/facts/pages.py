"""A page and its scope from sound words, for the cases of the fact patterns."""

from datetime import date

from yinfeng.facts.page import Page, laid_out
from yinfeng.facts.scope import Scope, scope_of
from yinfeng.mentions import RECOGNISERS
from yinfeng.text.plain import plain


def page_of(says: str) -> tuple[Page, Scope]:
    """The page of *says*, dated in the middle of 2023, and its scope."""
    text = plain(says, published=date(2023, 6, 1))
    page = laid_out(text, (m for recognise in RECOGNISERS for m in recognise(text)))
    return page, scope_of(page)
