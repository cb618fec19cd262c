"""What the crowd asks for: pages with their budgets, as often as in an office's morning."""

import random
from dataclasses import dataclass

LIST, PAST = 150, 1000
_ASKED = (
    "轴承",
    "新能源",
    "智能装备",
    "恒锐",
    "投资协议",
    "生物医药",
    "驻点招商",
    "锂电",
    "开工仪式",
)


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page: its name, addresses to choose from, share of the crowd's asking, budget.

    A budget is the 95th percentile in milliseconds on the server; nought is none.
    """

    name: str
    addresses: tuple[str, ...]
    share: int
    budget: int = LIST


PAGES = (
    Page("list of leads", ("/leads/",), 18),
    Page("list by grade and state", ("/leads/?grade=A&state=open", "/leads/?grade=B"), 8),
    Page("list by amount, sorted", ("/leads/?yuan_from=100000000&sort=-amount",), 4),
    Page("list by colour", ("/leads/?colour=red&state=open", "/leads/?colour=yellow"), 4),
    Page("list, a later page", ("/leads/?page=7", "/leads/?page=40"), 4),
    Page("list by words", tuple(f"/leads/?q={word}" for word in _ASKED), 5),
    Page("list, clocks run out", ("/leads/?late=yes",), 3),
    Page("today", ("/today/",), 16),
    Page("search", tuple(f"/search/?q={word}" for word in _ASKED), 14),
    Page("papers", ("/library/",), 6),
    Page("board", ("/leads/board",), 2, 0),
    Page("list as of a past day", ("/leads/?as_of={past}",), 3, PAST),
    Page("today as of a past day", ("/today/?as_of={past}",), 1, PAST),
)
LEAD = Page("one lead", ("/leads/{lead}",), 10)
EDIT = Page("an edit of a lead", ("/leads/{lead}/tell",), 4, 0)


def chosen(dice: random.Random) -> Page:
    """What a person asks for next."""
    pages = (*PAGES, LEAD, EDIT)
    return dice.choices(pages, [page.share for page in pages])[0]
