"""How a review stands: papers, declarations, sheets that may be seen, vetoes, the outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from yinfeng.judgement.reviewing import Outcome, Sheet, outcome_of
from yinfeng.lexicon.reviews import Item, Reviewing, Veto, reviewing
from yinfeng.web.desks.agreements.models import (
    AdmissionReview,
    Member,
    ReviewPaper,
    ScoreSheet,
    VetoCheck,
)
from yinfeng.web.people.models import User


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that the rules want, and what was handed in for it."""

    key: str
    says: str
    papers: tuple[ReviewPaper, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A veto and how it was checked, with the hits that were taken back."""

    veto: Veto
    check: VetoCheck | None
    before: tuple[VetoCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of scores: an item with the points of each sheet shown."""

    item: Item
    points: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A review as a person may see it."""

    rules: Reviewing
    wanted: tuple[Wanted, ...]
    members: tuple[Member, ...]
    mine: Member | None
    checked: tuple[Checked, ...]
    outcome: Outcome
    are_in: bool
    shown: tuple[ScoreSheet, ...]
    rows: tuple[Row, ...]


def rules_for(review: AdmissionReview) -> Reviewing:
    """The rules by which the review was opened."""
    return reviewing(review.rules_text)


def outcome(review: AdmissionReview) -> Outcome:
    """What the sheets come to as they stand."""
    rules = rules_for(review)
    members = _members(review)
    checks = _checks(review)
    return outcome_of(
        [_sheet(one) for one in members if _counts(one) and _given(one)],
        rules,
        waiting=[str(one.user) for one in members if _counts(one) and not _given(one)],
        lacking=[one.says for one in _wanted(review, rules) if not one.papers],
        vetoed=[v.says for v in rules.vetoes if v.key in checks and checks[v.key].hits],
        unchecked=[v.says for v in rules.vetoes if v.key not in checks],
    )


def board_of(review: AdmissionReview, user: User) -> Board:
    """The review as this person may see it: until all sheets are in, nobody sees another's."""
    rules = rules_for(review)
    members = _members(review)
    checks = _checks(review)
    counted = [one for one in members if _counts(one)]
    are_in = bool(counted) and all(_given(one) for one in counted)
    is_told = are_in or review.state == AdmissionReview.State.DONE
    shown = tuple(
        one.sheet for one in counted if _given(one) and (is_told or one.user_id == user.pk)
    )
    rows = tuple(
        Row(item, tuple(Decimal(sheet.scores.get(item.key, "0")) for sheet in shown))
        for item in rules.items
    )
    return Board(
        rules=rules,
        wanted=tuple(_wanted(review, rules)),
        members=tuple(members),
        mine=next((one for one in members if one.user_id == user.pk), None),
        checked=tuple(
            Checked(veto, checks.get(veto.key), _taken_back(review, checks.get(veto.key)))
            for veto in rules.vetoes
        ),
        outcome=outcome(review),
        are_in=are_in,
        shown=shown,
        rows=rows,
    )


def _members(review: AdmissionReview) -> list[Member]:
    rows = review.members.select_related("user", "sheet", "sheet__member__user")
    return list(rows.order_by("pk"))


def _counts(member: Member) -> bool:
    return not member.called_off and member.declares != Member.Declares.INTEREST


def _given(member: Member) -> bool:
    return hasattr(member, "sheet")


def _sheet(member: Member) -> Sheet:
    scores = {key: Decimal(points) for key, points in member.sheet.scores.items()}
    return Sheet(str(member.user), scores)


def _checks(review: AdmissionReview) -> Mapping[str, VetoCheck]:
    """The latest check of each veto."""
    return {one.veto: one for one in review.vetoes.select_related("by").order_by("pk")}


def _taken_back(review: AdmissionReview, check: VetoCheck | None) -> tuple[VetoCheck, ...]:
    """The hits of a veto that a later check took back."""
    if check is None or check.hits:
        return ()
    rows = review.vetoes.filter(veto=check.veto, hits=True, pk__lt=check.pk)
    return tuple(rows.select_related("by").order_by("pk"))


def _wanted(review: AdmissionReview, rules: Reviewing) -> list[Wanted]:
    papers = list(review.papers.select_related("document", "by").order_by("pk"))
    return [
        Wanted(key, says, tuple(one for one in papers if one.wanted == key))
        for key, says in rules.papers.items()
    ]
