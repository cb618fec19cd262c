"""Faults of reviews and of the clause screen: limits nobody reaches, a rule that marks all."""

from collections.abc import Iterator

from yinfeng.lexicon.clauses import ClauseRule, ClauseRules
from yinfeng.lexicon.reviews import Reviewing

_FEWEST_TO_DROP = 3


def faults_of_reviewing(made: Reviewing) -> Iterator[str]:
    """What is wrong with papers, score sheet and limits. That the points sum up is read before."""
    if not made.papers:
        yield "papers 是空的：至少写一件评审材料"
    yield from (f"items.{one.key}.points 要大于0" for one in made.items if one.points <= 0)
    if made.fewest_members < 1:
        yield "fewest_members 至少是1：没有人打分就没有结论"
    if made.drop_extremes_from < _FEWEST_TO_DROP:
        yield f"drop_extremes_from 至少是{_FEWEST_TO_DROP}：去掉最高最低后要有人的分数留下"
    if made.pass_from <= 0:
        yield "pass_from 要大于0，否则零分也通过"
    if made.compulsory_from > made.higher_from:
        yield "scope.compulsory_from 不能高于 scope.higher_from"


def faults_of_clauses(made: ClauseRules) -> Iterator[str]:
    """What is wrong with the rules of the screen."""
    for rule in made.rules:
        yield from _of_rule(rule)


def _of_rule(rule: ClauseRule) -> Iterator[str]:
    at = f"规则{rule.code}"
    if not rule.says:
        yield f"{at}的 says 是空的：没有词语就什么也查不到"
    if any(not saying.parts for saying in rule.says):
        yield f"{at}的 says 里有一条没有词语"
    if any(part.search("") for saying in rule.says for part in saying.parts):
        yield f"{at}的 says 连空白也符合，会标出每一条款"
    if any(part.search("") for part in rule.unless):
        yield f"{at}的 unless 连空白也符合，等于取消这条规则"
    if rule.until is not None and rule.until <= rule.since:
        yield f"{at}的 until（{rule.until}）要晚于 since（{rule.since}）"
    if not rule.basis.strip():
        yield f"{at}的 basis 是空的：请写依据"
