"""The figures of a sentence on their way to indicators, from left to right.

Each figure is left aside, taken as the growth of one before it, or named; naming looks at the
words before it (工业总产值63.42亿元), behind it (5家骨干企业) and at the figures already named.
"""

from collections.abc import Sequence

from yinfeng.facts import phrases
from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.indicators.growths import (
    gap_of,
    goal_of,
    grown_behind,
    made_exact,
    taken_as_growth,
)
from yinfeng.facts.indicators.leading_totals import totals_before
from yinfeng.facts.indicators.name_edges import cleaned, without_goal
from yinfeng.facts.indicators.naming import named, named_before_bracket
from yinfeng.facts.indicators.next_bodies import grown_of_the_next, told_of_the_next
from yinfeng.facts.indicators.passing import (
    begins_a_rise,
    is_a_multiple,
    is_a_trifle,
    is_base,
    is_first_so_many,
    is_in_a_period,
    is_never_of_the_ledger,
    is_of_the_ledger,
    sorts,
)
from yinfeng.facts.indicators.shares import EACH, grown_each, told_of_each
from yinfeng.facts.page import Page, Sentence
from yinfeng.values import Dimension, Status


def drafts(
    page: Page, sentence: Sentence, counted: str = "", told: Sequence[Draft] = ()
) -> list[Draft]:
    """The named figures of a sentence; *counted* is what the sentence before it counted.

    *told* are the figures that its paragraph named before.
    """
    found: list[Draft] = []
    floor = sentence.span.start
    figures = sentence.quantities
    is_dealt = EACH in sentence.says
    for at, figure in enumerate(figures):
        if sorts(page, figure) or begins_a_rise(page, sentence, figure):
            continue
        if is_first_so_many(page, figure) or is_in_a_period(sentence, figure):
            continue
        start = phrases.clause_start(page, floor, figure.span.start)
        if is_base(page, sentence, figure):
            floor = start - 1
            goal = goal_of(page, figure, start, found)
            if goal is not None:
                found.insert(len(found) - 1, goal)
            continue
        quantity = quantity_of(figure)
        if quantity.unit.name == "百分点":
            floor = figure.span.end
            found.extend(gap_of(page, figure, start, found))
            continue
        if is_a_multiple(quantity):
            floor = figure.span.end
            continue
        if is_dealt and told_of_each(page, sentence, figure, found):
            floor = figure.span.end
            continue
        is_ratio = quantity.unit.dimension is Dimension.RATIO
        if is_dealt and is_ratio and grown_each(page, figure, found):
            floor = figure.span.end
            continue
        if is_ratio and taken_as_growth(page, start, found, figure):
            floor = figure.span.end
            continue
        grown = grown_of_the_next(page, figure, start, found, told) if is_ratio else None
        if grown is not None:
            floor = figure.span.end
            found.extend([grown] if grown.figure is figure else [])
            continue
        if is_ratio and made_exact(page, found, figure):
            floor = figure.span.end
            continue
        if is_never_of_the_ledger(quantity) or is_a_trifle(page, figure):
            floor = figure.span.end
            continue
        following = next((m.span.start for m in figures[at + 1 :] if not sorts(page, m)), None)
        draft = told_of_the_next(page, figure, start, found, told)
        draft = draft or (grown_behind(page, figure, start) if is_ratio else None)
        draft = draft or named_before_bracket(page, figure, floor)
        draft = draft or named(page, sentence, figure, start, following, found, counted)
        floor = figure.span.end
        if draft is not None:
            draft.name = cleaned(draft.name)
            bare = without_goal(draft.name)
            if bare != draft.name and not is_ratio:
                done = page.text.clean.endswith(("完成", "完成了"), 0, draft.name_span.start)
                draft.name, draft.status = bare, draft.status if done else Status.TARGET
            if is_of_the_ledger(page, draft):
                found.extend(totals_before(page, sentence, figures[:at], draft))
                found.append(draft)
    return found
