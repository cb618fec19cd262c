"""Faults of lights and of the ladder: a rule that nothing reaches, a rung that tells nobody."""

from collections.abc import Iterator, Sequence

from yinfeng.lexicon.lights import Band, Ladder, LightRule, Scheme


def faults_of_scheme(made: Scheme) -> Iterator[str]:
    """What is wrong with a scheme of lights."""
    keys, ranks = [lamp.key for lamp in made.lamps], [lamp.rank for lamp in made.lamps]
    if len(set(keys)) != len(keys):
        yield "lights 里有重复的 key"
    if len(set(ranks)) != len(ranks):
        yield "lights 里两盏灯的 rank 相同，分不出轻重"
    yield from _of_rules(made.steps, "steps")
    yield from _of_rules(made.whole, "whole")
    yield from _of_bands(made.investment)


def faults_of_ladder(made: Ladder) -> Iterator[str]:
    """What is wrong with a ladder of notices."""
    if not made.rungs:
        yield "rungs 是空的：亮灯以后至少通知一次"
    if len({rung.key for rung in made.rungs}) != len(made.rungs):
        yield "rungs 里有重复的 key"
    yield from (f"rungs.{rung.key}.to 是空的：要写通知谁" for rung in made.rungs if not rung.to)


def _of_rules(rules: Sequence[LightRule], at: str) -> Iterator[str]:
    if at == "steps" and not rules:
        yield "steps 是空的：至少写一条亮灯的规则"
    if len({rule.key for rule in rules}) != len(rules):
        yield f"{at} 里有重复的 key"
    for rule in rules[:-1]:
        if not rule.when:
            yield f"{at}.{rule.key} 没有条件（when），总是成立，要写在最后；它后面的都轮不到"


def _of_bands(bands: Sequence[Band]) -> Iterator[str]:
    if not bands or bands[-1].start is not None:
        yield "investment 的最后一档不写 from，表示其余的都算这一档"
    starts = [band.start for band in bands[:-1]]
    known = [start for start in starts if start is not None]
    if len(known) != len(starts) or known != sorted(set(known), reverse=True):
        yield "investment 各档的 from 要由大到小，只有最后一档不写"
