"""What people decide of figures and of names. Each once, with its event."""

from collections.abc import Iterable

from django.db import transaction

from yinfeng.identity.decisions import Ruling
from yinfeng.identity.naming import Naming
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import ADDED, Decision, Document, Entry, Fact, Reading, Sameness
from yinfeng.web.store.standing import Standing, standings
from yinfeng.web.store.values import Stored

Verdict = Decision.Verdict


@transaction.atomic
def decide(
    entry: Entry,
    *,
    by: User,
    verdict: Verdict,
    value: Stored | None = None,
    why: str = "",
) -> Standing:
    """Say of one figure that it is right, wrong, or what it should be; or take that back."""
    document = held(entry.fact.reading, by)
    standing = _standing(document, entry)
    if verdict == Verdict.WITHDRAW and standing.decision is None:
        raise Refused("这一项还没有核实过，无需撤回。")
    if verdict == Verdict.CORRECT and value is None:
        raise Refused("请写明更正后的内容。")
    is_retracted = entry.pattern == ADDED and verdict == Verdict.REJECT
    if is_retracted:
        require(by, "library.retract", document.unit)
    if entry.pattern == ADDED and verdict == Verdict.WITHDRAW:
        raise Refused("这一项是人工补录的，没有系统读出的答案可退回。请改用“撤回补录”并写明理由。")
    decision = _decided(document, standing, by, verdict, value, why)
    decision.save(force_insert=True)
    action = "library.correct" if verdict == Verdict.CORRECT else "library.decide"
    action = "library.retract" if is_retracted else action
    record(
        by,
        action,
        decision,
        unit=document.unit,
        before={"verdict": standing.verdict, "value": standing.value},
        reason=why,
        verdict=verdict,
        value=value,
        entry=entry.pk,
    )
    return Standing(entry, decision)


@transaction.atomic
def accept_all(fact: Fact, *, by: User) -> int:
    """Accept every figure of the fact on which nothing was decided; how many there were."""
    document = held(fact.reading, by)
    found, _ = standings(_entries(document), _decisions(document))
    left = [s for s in found.values() if s.entry.fact_id == fact.pk and not s.verdict]
    if not left:
        raise Refused("这条事实的各项都已核实过。")
    for standing in left:
        _decided(document, standing, by, Verdict.ACCEPT, None, "").save(force_insert=True)
    accepted = [standing.entry.pk for standing in left]
    record(by, "library.decide", fact, unit=document.unit, verdict="accept", entries=accepted)
    return len(left)


def held(reading: Reading, by: User) -> Document:
    """The document of the reading, its row held, so that two people do not decide at once."""
    document = reading.document
    require(by, "library.decide", document.unit)
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if document.current_id != reading.pk:
        raise Refused("这份材料刚刚重新读过，页面上的内容已经过时。请刷新后再核实。")
    return document


def _standing(document: Document, entry: Entry) -> Standing:
    found, _ = standings(_entries(document), _decisions(document))
    return found[entry.pk]


def _entries(document: Document) -> Iterable[Entry]:
    return Entry.objects.filter(fact__reading=document.current_id).select_related("fact")


def _decisions(document: Document) -> Iterable[Decision]:
    return document.decisions.select_related("entry__fact").order_by("pk")


def _decided(
    document: Document,
    standing: Standing,
    by: User,
    verdict: Verdict,
    value: Stored | None,
    why: str,
) -> Decision:
    return Decision(
        document=document,
        entry=standing.entry,
        verdict=verdict,
        value=value,
        by=by,
        why=why.strip(),
        supersedes=standing.last,
    )


@transaction.atomic
def decide_identity(
    left: Naming, right: Naming, *, by: User, unit: OrgUnit, ruling: Ruling, why: str
) -> Sameness:
    """Say of two names that they are one thing, or two, or leave it to the reasons again."""
    require(by, "identity.decide", unit)
    if left.kind != right.kind:
        raise Refused("两个名称不是同一类事物，不能合并。")
    if left == right:
        raise Refused("两个名称完全相同，无需判定。")
    row = Sameness.objects.create(
        unit=unit,
        kind=left.kind.value,
        left=left.name,
        left_host=left.host,
        right=right.name,
        right_host=right.host,
        ruling=ruling.value,
        by=by,
        why=why.strip(),
    )
    record(by, "identity.decide", row, unit=unit, reason=why, ruling=ruling.value)
    return row
