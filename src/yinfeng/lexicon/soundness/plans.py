"""Faults of templates of plans. Circles, unknown needs and lengths are refused on reading."""

from collections.abc import Collection, Iterator

from yinfeng.lexicon.milestones import Milestone, Template
from yinfeng.lexicon.soundness.projects import unknown_gates


def faults_of_template(made: Template, gates: Collection[str]) -> Iterator[str]:
    """What is wrong with a template, in a place with these gates."""
    if not made.milestones:
        yield "milestones 是空的：至少写一个节点"
    for one in made.milestones:
        at = f"milestones.{one.key}"
        if one.gate:
            yield from unknown_gates([one.gate], gates, f"{at}.gate")
        if not one.track.strip() or not one.owner.strip():
            yield f"{at} 要写 track（条线）和 owner（牵头）"
        yield from _of_terms(one, at)
    passed = [one.gate for one in made.milestones if one.gate]
    if twice := sorted({gate for gate in passed if passed.count(gate) > 1}):
        yield f"milestones 里两个节点对应同一阶段：{'、'.join(twice)}"
    for cap in made.caps:
        if cap.within.count <= 0:
            yield f"caps.{cap.name}.within 要大于0"
        if cap.after == cap.to:
            yield f"caps.{cap.name} 的 after 和 to 是同一个节点"


def _of_terms(one: Milestone, at: str) -> Iterator[str]:
    law = one.statutory
    if law is None or law.unit != one.takes.unit:
        return
    if one.least and one.takes.count < law.count:
        yield f"{at}.target（{one.takes.says}）短于法定最短的{law.says}"
    if not one.least and one.takes.count > law.count:
        yield f"{at}.target（{one.takes.says}）超过法定最长的{law.says}"
