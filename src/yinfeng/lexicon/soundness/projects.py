"""Faults of stages and posts: a gate that nothing proves, an end that no stage has."""

from collections.abc import Collection, Iterator

from yinfeng.lexicon.delivery import FOREIGN, KINDS_OF_PROJECTS
from yinfeng.lexicon.project_posts import Posts
from yinfeng.lexicon.project_stages import Stages, Want, stages

_KINDS = tuple(kind for kind in KINDS_OF_PROJECTS if kind != FOREIGN)
_LONGEST_KEY = 20
_MOST_VISITS = 31


def faults_of_stages(made: Stages) -> Iterator[str]:
    """What is wrong with stages and gates."""
    house = stages()
    codes = {stage.code for stage in made.stages}
    # An office that drops a stage need not strike it from every list of the house as well.
    known = codes | {stage.code for stage in house.stages}
    for stage in made.stages:
        at = f"stages.{stage.code}"
        yield from _kinds(stage.wants_by_kind, f"{at}.wants_by_kind")
        if stage.code != made.start:
            yield from _wants(stage.wants, f"{at}.wants")
        for kind, wants in stage.wants_by_kind.items():
            yield from _wants(wants, f"{at}.wants_by_kind.{kind}")
    for meaning in made.meanings:
        yield from _wants(meaning.wants, f"starts.meanings.{meaning.key}.wants")
    yield from _kinds(made.skips, "skips")
    yield from _kinds(made.by_kind, "starts.by_kind")
    for kind, skipped in made.skips.items():
        yield from unknown_gates(skipped, known, f"skips.{kind}")
    for name, gates in made.counts.items():
        if not gates and codes.issuperset(house.counts.get(name, ())):
            yield f"counts.{name} 没有写节点：至少写一个"


def faults_of_posts(made: Posts) -> Iterator[str]:
    """What is wrong with posts and visits."""
    if not made.posts:
        yield "posts 一个岗位也没有"
    for level, visits in (("usual", made.usual), *made.by_level.items()):
        if visits > _MOST_VISITS:
            yield f"visits.{level} 每月最多{_MOST_VISITS}次，现在是 {visits}"


def unknown_gates(gates: Collection[str], known: Collection[str], at: str) -> Iterator[str]:
    """The gates that no stage has."""
    if strangers := [gate for gate in gates if gate not in known]:
        yield f"{at} 里没有这个节点：{'、'.join(strangers)}"


def _kinds(found: Collection[str], at: str) -> Iterator[str]:
    if strangers := [kind for kind in found if kind not in _KINDS]:
        yield f"{at} 里有不认识的用地方式：{'、'.join(strangers)}"


def _wants(wants: Collection[Want], at: str) -> Iterator[str]:
    keys = [one.key for one in wants]
    if not keys:
        yield f"{at} 是空的：一个节点至少要一件证据，否则谁也核不了"
    if len(set(keys)) != len(keys):
        yield f"{at} 里有重复的 key"
    if long := [key for key in keys if not 0 < len(key) <= _LONGEST_KEY]:
        yield f"{at} 的 key 要在1到{_LONGEST_KEY}个字符之间：{'、'.join(long)}"
