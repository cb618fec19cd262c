"""The rules of renewal of a unit on a day: the house's, with the files of its line over them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from yinfeng.lexicon.price_books import PriceBook, RedLines, price_book, red_lines
from yinfeng.lexicon.renewal import HardCases, Rates, Stages, hard_cases, rates, stages
from yinfeng.web.desks.renewal.models import RenewalRule
from yinfeng.web.people.models import OrgUnit

Kind = RenewalRule.Kind


@dataclass(frozen=True, slots=True)
class Rules:
    """Rates, stages, reasons of hard cases, prices and red lines."""

    rates: Rates
    stages: Stages
    hard_cases: HardCases
    book: PriceBook
    red_lines: RedLines
    prices: str


def rules_of(unit: OrgUnit, day: date) -> Rules:
    """The rules of a unit on a day."""
    return made_of(texts_of(unit, day))


def texts_of(unit: OrgUnit, day: date) -> dict[str, str]:
    """The files of the nearest unit of the line that has any, by what they rule."""
    return RenewalRule.objects.texts(unit, day)


def made_of(texts: Mapping[str, str]) -> Rules:
    """The rules that these files make."""
    return Rules(
        rates=_rates(texts.get(Kind.RATES, "")),
        stages=_stages(texts.get(Kind.STAGES, "")),
        hard_cases=_hard_cases(texts.get(Kind.HARD_CASES, "")),
        book=book_of(texts.get(Kind.PRICES, "")),
        red_lines=_red_lines(texts.get(Kind.RED_LINES, "")),
        prices=texts.get(Kind.PRICES, ""),
    )


@lru_cache(maxsize=64)
def book_of(text: str) -> PriceBook:
    """The price book that a file makes."""
    return price_book(text)


@lru_cache(maxsize=64)
def _rates(text: str) -> Rates:
    return rates(text)


@lru_cache(maxsize=64)
def _stages(text: str) -> Stages:
    return stages(text)


@lru_cache(maxsize=64)
def _hard_cases(text: str) -> HardCases:
    return hard_cases(text)


@lru_cache(maxsize=64)
def _red_lines(text: str) -> RedLines:
    return red_lines(text)
