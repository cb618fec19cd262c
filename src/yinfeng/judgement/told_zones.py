"""Control zones that a paper tells of in words: 镇内部分区域预控, 东至锦绣路划为预控区.

One layer of a paper is one telling, with the sentence that says most of where it lies. What is
told is not taken over: a person registers it, with the rule and the days that the paper means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yinfeng.lexicon.land import ZoneWords, zone_words

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_CLAUSE = re.compile(r"[^,，。！？!?；;\n“”]+")
_SIDES = re.compile(r"[东南西北](?:至|临|到|邻|近|接)|以[东南西北](?![一-龥])")
_SOME = re.compile(r"部分|区域|地块|片区|沿线|周边|一带|两侧|以内|范围|[村镇乡]|街道|园区")
_OUTSIDE = re.compile(r"(?:以外|之外|外)(?:做|发展|建设|布局|选址|落户|安排|开展|寻找)?")


@dataclass(frozen=True, slots=True)
class ToldZone:
    """A layer of which a paper tells: the sentence, where it stands, the words of its place."""

    layer: str
    label: str
    rule: str
    start: int
    quote: str
    where: str


def told_zones(source: str) -> Iterator[ToldZone]:
    """Each layer that the paper tells of, by the sentence that says most of its place."""
    sentences = [(one.start(), one[0]) for one in _SENTENCE.finditer(source)]
    for words in zone_words():
        found = [
            (_says_where(clause, says, word), -start, says.strip(), clause)
            for start, says in sentences
            for word, clause in _clauses(says, words)
        ]
        if found:
            _, start, quote, clause = max(found)
            where = quote if _SIDES.search(quote) else clause
            yield ToldZone(words.layer, words.label, words.rule, -start, quote, where)


def _clauses(sentence: str, words: ZoneWords) -> Iterator[tuple[str, str]]:
    """The clauses with a word of the layer; what its exceptions say is left out."""
    for excepted in words.excepted:
        sentence = sentence.replace(excepted, "，")
    for clause in _CLAUSE.findall(sentence):
        word = next((one for one in words.says if one in clause), "")
        if word:
            yield word, clause.strip(" 　")


def _says_where(clause: str, sentence: str, word: str) -> int:
    """How much a clause says of the place: bounds most, then a stretch, then that it is outside."""
    if _SIDES.search(sentence):
        return 3
    if _OUTSIDE.match(clause.partition(word)[2]):
        return 0
    return 2 if _SOME.search(clause.partition(word)[0]) else 1
