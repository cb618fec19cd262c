"""What a person has to settle: names that may be one, papers that disagree, what rules ask."""

from collections.abc import Iterator

from yinfeng.identity.naming import Naming
from yinfeng.identity.score import Likeness
from yinfeng.identity.told_names import namings_of
from yinfeng.judgement.rules import RULES
from yinfeng.judgement.situation import Situation
from yinfeng.ledger.papers import Proof
from yinfeng.reports.report import Cell, Section, lines
from yinfeng.reports.sourcing import cell, whole

_SHOWN = 2


def questions_section(situation: Situation) -> Section:
    """The findings of the rules and the open questions of identity."""
    return Section(
        key="questions",
        title="待确认",
        columns=("事项", "对象", "情况", "需要"),
        widths=(14, 28, 33, 25),
        lines=lines([*_findings(situation), *_identities(situation)]),
        shown=_SHOWN,
        empty="没有待确认事项。",
        note="以上为提示，不是结论。",
    )


def _findings(situation: Situation) -> Iterator[tuple[Cell, ...]]:
    for rule in RULES:
        for finding in rule.check(situation):
            yield (
                cell(rule.title),
                cell(finding.about),
                cell(finding.says, whole(finding.proofs)),
                cell(rule.asks),
            )


def _identities(situation: Situation) -> Iterator[tuple[Cell, ...]]:
    where = _first_told(situation)
    for question in situation.entities.questions:
        proofs = [where[n] for n in (question.left, question.right) if n in where]
        yield (
            cell("是否同一"),
            cell(f"{question.left.name}／{question.right.name}"),
            cell(_why(question), whole(proofs)),
            cell("由熟悉情况的人判定"),
        )


def _why(question: Likeness) -> str:
    return f"{question.says}（相似度{question.score:.0%}）"


def _first_told(situation: Situation) -> dict[Naming, Proof]:
    where: dict[Naming, Proof] = {}
    for record in situation.ledger.records:
        for naming in namings_of(record.fact, {}):
            where.setdefault(naming, record.proof)
    return where
