"""Agreements are drafted, and their drafts screened clause by clause."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.intake.opening import documents_of
from yinfeng.judgement.clauses import Hit, Screened, Screening, screen
from yinfeng.lexicon.clauses import ClauseRules
from yinfeng.text.restoration import restore
from yinfeng.values import Document as Paper
from yinfeng.values import Problem
from yinfeng.web.desks.agreements.models import Agreement, ClauseAnswer, Draft, DraftScreening
from yinfeng.web.desks.agreements.rules import clause_rules_of
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault
from yinfeng.web.store.actions import take_in

State = Agreement.State
FIELDS = (
    "kind", "number", "title", "phase", "supplements", "ours", "theirs", "others", "amount",
    "fixed", "starts", "produces", "tax",
)  # fmt: skip
_MONEY = {"amount": "yuan", "fixed": "fixed_yuan"}


@transaction.atomic
def draft(project: Project, *, by: User, values: Mapping[str, Any]) -> Agreement:
    """Begin an agreement about the project."""
    require(by, "agreements.draft", project.unit)
    agreement = Agreement(unit=project.unit, project=project, **settled(project, values))
    keeping.add(agreement, by=by)
    record(by, "agreements.draft", agreement, unit=agreement.unit, project=project.pk)
    return agreement


@transaction.atomic
def redraft(
    agreement: Agreement, *, by: User, version: int, values: Mapping[str, Any]
) -> Agreement:
    """Give a draft other parties, sums or days; what is signed is changed by a supplement."""
    require(by, "agreements.draft", agreement.unit)
    held = drafted(agreement, version)
    made = keeping.change(held, by=by, version=version, **settled(held.project, values))
    after: dict[str, Any] = made.after
    record(by, "agreements.draft", made.record, unit=held.unit, before=made.before, **after)
    return made.record


def hand_in_draft(
    agreement: Agreement,
    *,
    by: User,
    content: bytes,
    name: str,
    today: date,
    written: date | None = None,
) -> DraftScreening:
    """Keep a draft with the papers of the house and screen it at once."""
    require(by, "agreements.screen", agreement.unit)
    rules = clause_rules_of(agreement.unit, today)
    # Read and screened before the transaction begins: a long paper must not keep others waiting.
    found = _screened(content, name, rules, today=today, written=written)
    receipt = take_in(content, name, by=by, unit=agreement.unit)
    with transaction.atomic():
        held = drafted(agreement)
        row = Draft.objects.create(
            agreement=held, upload=receipt.upload, name=name[-255:], written=written, by=by
        )
        kept = _kept(row, found, by)
        record(
            by, "agreements.screen", held, unit=held.unit, draft=row.pk, version=found.version,
            red=found.count("red"), yellow=found.count("yellow"),
            historic=found.count("historic"),
            sha256=hashlib.sha256(content).hexdigest(),
        )  # fmt: skip
    return kept


def screen_again(row: Draft, *, by: User | None, today: date) -> DraftScreening | None:
    """Screen a draft by the rules of today; nothing where they have not changed."""
    agreement = row.agreement
    if by is not None:
        require(by, "agreements.screen", agreement.unit)
    rules = clause_rules_of(agreement.unit, today)
    if row.screenings.filter(version=rules.version).exists():
        return None
    content = vault.get(row.upload.sha256)
    found = _screened(content, row.name, rules, today=today, written=row.written)
    with transaction.atomic():
        kept = _kept(row, found, by)
        record(
            by, "agreements.screen", agreement, unit=agreement.unit, draft=row.pk,
            version=found.version, red=found.count("red"), yellow=found.count("yellow"),
        )  # fmt: skip
    return kept


@transaction.atomic
def answer(agreement: Agreement, *, by: User, rule: str, quote: str, says: str) -> ClauseAnswer:
    """Say on what legal ground a red clause may stand; never who handed the draft in."""
    require(by, "agreements.answer", agreement.unit)
    held = drafted(agreement)
    latest = held.drafts.order_by("-pk").first()
    if latest is None:
        raise Refused("还没有草案，没有需要说明的条款。")
    if latest.by_id == by.pk:
        raise Refused("报送草案的人不能说明自己的条款，请另一人办理。")
    if not says.strip():
        raise Refused("请写明法律、行政法规依据，或国务院批准的文号。")
    kept = ClauseAnswer.objects.create(
        agreement=held, rule=rule, quote=quote, says=says.strip(), by=by
    )
    record(by, "agreements.answer", held, unit=held.unit, rule=rule, quote=quote, reason=says)
    return kept


def drafted(agreement: Agreement, version: int | None = None) -> Agreement:
    """The agreement held, while it is still a draft."""
    held = keeping.held(agreement, version=version)
    if held.state != State.DRAFT:
        raise Refused("协议已签订或终止，不能再改。需要变更的，另起一份补充协议。")
    return held


def settled(project: Project, values: Mapping[str, Any]) -> dict[str, Any]:
    """The head of an agreement as it is kept: sums in yuan beside their words, days in order."""
    given = {name: value for name, value in values.items() if name in FIELDS}
    for name, yuan in _MONEY.items():
        if name in given:
            says = str(given[name]).strip()
            given[yuan] = figures.yuan(figures.amount(says)) if says else None
    start, produce = given.get("starts"), given.get("produces")
    if start and produce and produce < start:
        raise Refused("约定投产不能早于约定开工。")
    other = given.get("supplements")
    if other is not None and other.project_id != project.pk:
        raise Refused("只能补充同一个项目的协议。")
    if given.get("kind") == Agreement.Kind.MORE and other is None:
        raise Refused("补充协议请选择补充的是哪一份。")
    return given


def _screened(
    content: bytes, name: str, rules: ClauseRules, *, today: date, written: date | None
) -> Screening:
    found = list(documents_of(content, name))
    papers = [one for one in found if isinstance(one, Paper)]
    if len(papers) != 1:
        says = next((one.says for one in found if isinstance(one, Problem)), "")
        raise Refused(says or "请一次上传一份协议草案（Word、PDF 或文本）。")
    return screen(restore(papers[0]), rules, today=today, written=written)


def _kept(row: Draft, found: Screening, by: User | None) -> DraftScreening:
    return DraftScreening.objects.create(
        draft=row,
        version=found.version,
        day=found.today,
        written=found.written,
        colour=found.colour,
        reds=found.count("red"),
        yellows=found.count("yellow"),
        historic=found.count("historic"),
        clauses=[_clause(one) for one in found.clauses],
        by=by,
    )


def _clause(one: Screened) -> dict[str, object]:
    return {
        "label": one.label,
        "colour": one.colour,
        "start": one.evidence.start,
        "end": one.evidence.end,
        "quote": one.evidence.quote,
        "hits": list(_hits(one.hits)),
    }


def _hits(hits: tuple[Hit, ...]) -> Iterator[dict[str, object]]:
    for hit in hits:
        yield {
            "rule": hit.rule.code,
            "title": hit.rule.title,
            "colour": hit.colour,
            "basis": hit.rule.basis,
            "sure": hit.rule.sure,
            "why": hit.rule.why,
            "offer": hit.rule.offer,
            "since": hit.rule.since.isoformat(),
            "words": [[words.start, words.end, words.quote] for words in hit.words],
        }
