"""Structures: the shares that a proportion tells, as in 三次产业结构调整为14.5:44.1:41.4.

Three numbers behind 三次产业 are the shares of the first, second and third industry, each a figure
of its own. Of a change only the last proportion counts; numbers that do not make a hundred are
none.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Dimension, Fact, Indicator, Period, Quantity, Span, Told, Unit

_SUBJECT = re.compile(r"(?:三次产业|三产|三大产业|一二三产)[^,，。;；\d]{0,8}(?:结构|比例|比重|比)")
_PART = r"(?P<{0}>\d{{1,2}}(?:\.\d{{1,2}})?)[%％]?"
_PROPORTION = re.compile(
    r"(?<![\d.])" + "[:：∶﹕]".join(_PART.format(name) for name in ("one", "two", "three"))
    + r"(?![\d.:：∶﹕])"
)  # fmt: skip
_NAMES = {"one": "第一产业占比", "two": "第二产业占比", "three": "第三产业占比"}
_RATIO = Unit("", Dimension.RATIO)
_FAR, _WHOLE, _OFF = 40, 100, 1


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """The three shares of every structure of industries that the page tells."""
    for sentence in page.sentences:
        if "产" not in sentence.says:
            continue
        for subject in _SUBJECT.finditer(page.text.clean, *sentence.span):
            end = min(subject.end() + _FAR, sentence.span.end)
            told = list(_PROPORTION.finditer(page.text.clean, subject.end(), end))
            if told and _is_whole(told[-1]):
                yield from _shares(page, scope, sentence, subject, told[-1])


def _is_whole(proportion: re.Match[str]) -> bool:
    parts = sum((Decimal(proportion[name]) for name in _NAMES), Decimal(0))
    return abs(parts - _WHOLE) <= _OFF


def _shares(
    page: Page,
    scope: Scope,
    sentence: Sentence,
    subject: re.Match[str],
    proportion: re.Match[str],
) -> Iterator[Fact]:
    quote, evidence = page.quoted(subject.start(), proportion.end())
    status = scope.status(sentence, subject.start(), proportion.end())
    host = scope.host(subject.start())
    for part, name in _NAMES.items():
        share = Decimal(proportion[part]) / _WHOLE
        grain = Decimal((0, (1,), Decimal(proportion[part]).as_tuple().exponent)) / _WHOLE  # type: ignore[arg-type]
        value = Quantity(_RATIO, share, share, grain)
        yield Indicator(
            host=host,
            quote=quote,
            evidence=evidence,
            subject=page.told(host, Span(*subject.span())) if host else None,
            name=page.told(name, Span(*subject.span()), pattern="structures"),
            value=page.told(
                value, Span(*proportion.span(part)), status=status, pattern="structures"
            ),
            period=_period(page, scope, sentence, subject.start()),
        )


def _period(page: Page, scope: Scope, sentence: Sentence, at: int) -> Told[Period] | None:
    """The period in force where the structure is named: 由上年的… tells only what it was before."""
    mention = scope.period(sentence, at)
    if mention is None or not isinstance(mention.value, Period) or not mention.value.is_resolved:
        return None
    return page.told(mention.value, mention.span)
