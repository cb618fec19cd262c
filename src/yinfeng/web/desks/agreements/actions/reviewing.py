"""A review is opened, papers come in, members declare and score alone, and it is concluded."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from yinfeng.judgement.reviewing import OPEN, REFUSE, faults_of
from yinfeng.web.desks.agreements.admission import Scope
from yinfeng.web.desks.agreements.independence import not_independent
from yinfeng.web.desks.agreements.models import (
    AdmissionReview,
    AgreementRule,
    Member,
    ReviewPaper,
    ScoreSheet,
    VetoCheck,
)
from yinfeng.web.desks.agreements.reviews import outcome, rules_for
from yinfeng.web.desks.agreements.rules import reviewing_of
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import may, require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document

State = AdmissionReview.State
_GATE = "N2"


@transaction.atomic
def open_review(
    project: Project, *, by: User, day: date, today: date, place: str = ""
) -> AdmissionReview:
    """Open a review of the project by the rules that hold today."""
    require(by, "agreements.open_review", project.unit)
    project = keeping.held(project)
    if project.admission_reviews.standing().filter(state=State.OPEN).exists():
        raise Refused("这个项目正在评审，先作出结论，再开下一次。")
    rules = reviewing_of(project.unit, today)
    review = AdmissionReview(
        unit=project.unit,
        project=project,
        day=day,
        place=place.strip(),
        rules_text=AgreementRule.objects.text(project.unit, today, kind=AgreementRule.Kind.REVIEW),
        rules_version=rules.version,
    )
    keeping.add(review, by=by)
    record(by, "agreements.open_review", review, unit=review.unit, project=project.pk, day=day)
    return review


@transaction.atomic
def hand_in(
    review: AdmissionReview,
    *,
    by: User,
    wanted: str,
    document: Document | None = None,
    says: str = "",
) -> ReviewPaper:
    """Hand in one of the papers that a review wants."""
    require(by, "agreements.hand_in", review.unit)
    review = _open(review)
    if wanted not in rules_for(review).papers:
        raise Refused("请选择评审办法列出的材料。")
    if document is None and not says.strip():
        raise Refused("请选择一份资料，或写明材料的文号、名称。")
    paper = ReviewPaper.objects.create(
        review=review, wanted=wanted, document=document, says=says.strip(), by=by
    )
    record(
        by,
        "agreements.hand_in",
        review,
        unit=review.unit,
        wanted=wanted,
        document=document.pk if document else None,
        says=says.strip(),
    )
    return paper


@transaction.atomic
def call_member(review: AdmissionReview, *, by: User, user: User, stands_for: str = "") -> Member:
    """Ask a person to review; who keeps the project does not judge it."""
    require(by, "agreements.call_member", review.unit)
    review = _open(review)
    if not may(user, "agreements.score", review.unit):
        raise Refused(f"{user}在这个单位没有评分的职务，不能作评委。")
    if review.members.filter(user=user).exists():
        raise Refused(f"{user}已经是评委。")
    if user.pk == by.pk:
        raise Refused("不能请自己作评委，请另一人召集。")
    if why := not_independent(review, user):
        raise Refused(why)
    member = Member.objects.create(review=review, user=user, stands_for=stands_for.strip())
    record(by, "agreements.call_member", review, unit=review.unit, member=user.pk)
    return member


@transaction.atomic
def call_off(member: Member, *, by: User, reason: str) -> Member:
    """Do without a member who has not scored, for a reason."""
    require(by, "agreements.call_member", member.review.unit)
    review = _open(member.review)
    if not reason.strip():
        raise Refused("请写明不再评分的原因。")
    if hasattr(member, "sheet"):
        raise Refused("这位评委已经评分，评分不能撤下。")
    member.called_off = reason.strip()
    member.save(update_fields=["called_off"])
    record(
        by, "agreements.call_member", review, unit=review.unit, member=member.user_id,
        called_off=reason.strip(),
    )  # fmt: skip
    return member


@transaction.atomic
def declare(review: AdmissionReview, *, by: User, declares: str, interest: str = "") -> Member:
    """Say, before scoring, whether one has an interest; who has one is excluded."""
    require(by, "agreements.score", review.unit)
    review = _open(review)
    member = _member(review, by)
    if hasattr(member, "sheet"):
        raise Refused("已经评分，不能再改申报；情况有变的请报告评审召集人。")
    if declares == Member.Declares.INTEREST and not interest.strip():
        raise Refused("请写明是什么利益关系。")
    member.declares, member.interest = Member.Declares(declares), interest.strip()
    member.declared_at = timezone.now()
    member.save(update_fields=["declares", "interest", "declared_at"])
    record(by, "agreements.declare", review, unit=review.unit, declares=declares)
    return member


@transaction.atomic
def score(
    review: AdmissionReview, *, by: User, scores: Mapping[str, Decimal], says: str = ""
) -> ScoreSheet:
    """Give one's own sheet, once; nobody sees it before all sheets are in."""
    require(by, "agreements.score", review.unit)
    review = _open(review)
    member = _member(review, by)
    if member.declares != Member.Declares.NONE:
        raise Refused("请先申报与项目没有利益关系；有利益关系的不参加评分。")
    if hasattr(member, "sheet"):
        raise Refused("评分表交了就不能改。")
    faults = faults_of(scores, rules_for(review))
    if faults:
        raise Refused("".join(faults))
    if why := not_independent(review, by):
        raise Refused(why)
    plain = {key: str(points) for key, points in scores.items()}
    sheet = ScoreSheet.objects.create(member=member, scores=plain, says=says.strip())
    # The event keeps that it was given, not what: the trail must not tell it to the others.
    record(by, "agreements.score", review, unit=review.unit, member=member.pk)
    return sheet


@transaction.atomic
def check_veto(review: AdmissionReview, *, by: User, veto: str, hits: bool, says: str) -> VetoCheck:
    """Say whether one veto hits the project, and by what this was checked."""
    require(by, "agreements.check_veto", review.unit)
    review = _open(review)
    if veto not in {one.key for one in rules_for(review).vetoes}:
        raise Refused("请选择评审办法列出的否决事项。")
    if not says.strip():
        raise Refused("请写明核对的依据，如查询结果、文号。")
    _refuse_own_taking_back(review, by, veto, hits)
    check = VetoCheck.objects.create(review=review, veto=veto, hits=hits, says=says.strip(), by=by)
    record(by, "agreements.check_veto", review, unit=review.unit, veto=veto, hits=hits)
    return check


@transaction.atomic
def conclude(
    review: AdmissionReview, *, by: User, today: date, version: int, conditions: str = "",
    minutes: Document | None = None, minutes_says: str = "", higher: str = "",
) -> AdmissionReview:  # fmt: skip
    """Conclude by the sheets; a project that passes has its gate reported, one refused has not."""
    require(by, "agreements.conclude", review.unit)
    review = _open(review, version)
    _refuse_partial(review, by)
    found = outcome(review)
    if found.conclusion == OPEN:
        raise Refused("还不能作出结论：" + "；".join(found.reasons) + "。")
    if found.conclusion == AdmissionReview.Conclusion.CONDITIONAL and not conditions.strip():
        raise Refused("有条件通过的，请写明附加的条件。")
    scope = Scope(review.project, rules_for(review))
    if found.conclusion != REFUSE and scope.is_higher and not higher.strip():
        raise Refused(f"{scope.says_higher}。请填写上级评审决定的文号，再作结论。")
    if review.day > today:
        raise Refused(f"评审会定在{review.day}，会议之后才能作出结论。")
    passage = None
    if found.conclusion != REFUSE:
        shown: dict[str, Document | str] = {"scores": f"{found.says}，平均{found.score}分"}
        shown["vetoes"] = f"{len(rules_for(review).vetoes)}项否决事项均未触及"
        if minutes or minutes_says.strip():
            shown["minutes"] = minutes or minutes_says.strip()
        passage = _passed(review, by=by, today=today, evidence=shown)
    made = keeping.change(
        review, by=by, state=State.DONE, conclusion=found.conclusion, score=found.score,
        reasons=list(found.reasons), conditions=conditions.strip(), concluded=today,
        passage=passage, higher=higher.strip(),
    )  # fmt: skip
    record(
        by, "agreements.conclude", made.record, unit=review.unit, conclusion=found.conclusion,
        score=str(found.score), reasons=list(found.reasons), higher=higher.strip(),
    )  # fmt: skip
    return made.record


@transaction.atomic
def remove_review(
    review: AdmissionReview, *, by: User, reason: str, version: int
) -> AdmissionReview:
    """Take a review off the list; one that was concluded stays."""
    require(by, "agreements.remove", review.unit)
    held = _open(review, version)
    gone = keeping.remove(held, by=by, reason=reason, version=version)
    record(by, "agreements.remove", gone, unit=gone.unit, reason=reason)
    return gone


def _refuse_own_taking_back(review: AdmissionReview, by: User, veto: str, hits: bool) -> None:
    """A hit that stands is taken back by somebody else than who entered it."""
    checks = list(review.vetoes.filter(veto=veto).order_by("pk"))
    if hits or not checks or not checks[-1].hits:
        return
    if any(one.hits and one.by_id == by.pk for one in checks):
        raise Refused(
            "这一项您记过“触及”。要改为未触及的，由另一人重新核对，并写明为什么原来的记录不成立。"
        )


def _refuse_partial(review: AdmissionReview, by: User) -> None:
    """Who gives a score does not conclude, and no sheet counts of who came to have a hand in it."""
    members = review.members.filter(called_off="").select_related("user")
    counted = [one for one in members if one.declares != Member.Declares.INTEREST]
    if any(one.user_id == by.pk for one in counted):
        raise Refused("您是这次评审的评委，请由另一人作出结论。")
    for one in counted:
        if why := not_independent(review, one.user):
            raise Refused(f"{why}这份评分不能计入，请重新组织评审。")


def _passed(
    review: AdmissionReview, *, by: User, today: date, evidence: Mapping[str, "Document | str"]
) -> object:
    """The gate of admission, reported once."""
    project = review.project
    known = project.passages.standing().filter(gate=_GATE).first()
    if known is not None:
        return known
    return projects.report_gate(
        project, by=by, gate=_GATE, day=review.day, today=today, version=project.version,
        says=f"准入评审，办法{review.rules_version}", evidence=evidence,
    )  # fmt: skip


def _open(review: AdmissionReview, version: int | None = None) -> AdmissionReview:
    review = keeping.held(review, version=version)
    if review.state != State.OPEN:
        raise Refused(f"这次评审已于{review.concluded}作出结论。")
    return review


def _member(review: AdmissionReview, user: User) -> Member:
    rows = Member.objects.select_for_update(of=("self",)).filter(review=review, user=user)
    member = rows.select_related("review").first()
    if member is None:
        raise Refused("您不是这次评审的评委。")
    if member.called_off:
        raise Refused(f"已取消您的评分任务：{member.called_off}。")
    return member
