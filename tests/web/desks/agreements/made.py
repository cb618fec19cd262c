"""Reviews and agreements for tests: of an invented town, taken as far as a test needs."""

from datetime import date
from decimal import Decimal

from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.models import AdmissionReview, Agreement
from yinfeng.web.desks.agreements.reviews import rules_for
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit, User

TODAY = date(2026, 11, 20)
LAWFUL = "第一条 乙方依法纳税。\n第二条 甲方安排专人提供帮办代办服务。"
RED = "第一条 甲方按地方留成的50%给予乙方奖励。\n第二条 乙方依法纳税。"


def a_talk(unit: OrgUnit, by: User) -> Project:
    """A project that is being talked of."""
    return a_project(unit, by, "海工法兰项目", stage="N1")


def an_agreement(project: Project, by: User, **values: object) -> Agreement:
    """A draft agreement about a project."""
    told = {
        "kind": "binding",
        "title": "海工法兰项目投资协议",
        "ours": "云泽镇人民政府",
        "theirs": "远帆重工有限公司",
        "amount": "5亿元",
        "starts": date(2027, 3, 1),
        "produces": date(2028, 9, 1),
        **values,
    }
    return actions.draft(project, by=by, values=told)


def screened(agreement: Agreement, by: User, says: str = LAWFUL) -> None:
    """Hand in a draft with these words."""
    actions.hand_in_draft(agreement, by=by, content=says.encode(), name="草案.txt", today=TODAY)


def reviewed(agreement: Agreement, by: User, conclusion: str = "pass") -> None:
    """Put down a review of fair competition."""
    actions.review_fairness(
        agreement,
        by=by,
        today=TODAY,
        number="清公审〔2026〕18号",
        body="清溪县市场监督管理局",
        day=TODAY,
        conclusion=conclusion,
        says="存档案室",
    )


def signed(agreement: Agreement, by: User) -> Agreement:
    """Sign it."""
    agreement.refresh_from_db()
    return actions.sign(
        agreement, by=by, version=agreement.version, day=TODAY, today=TODAY, scan_says="存档案室"
    )


def ready(review: AdmissionReview, by: User) -> None:
    """Hand in every paper and check every veto."""
    rules = rules_for(review)
    for key in rules.papers:
        actions.hand_in(review, by=by, wanted=key, says="存档案室")
    for veto in rules.vetoes:
        actions.check_veto(review, by=by, veto=veto.key, hits=False, says="县局查询单")


def scored(review: AdmissionReview, user: User, by: User, share: str) -> None:
    """Call a member, who declares no interest and scores every item alike."""
    if not review.members.filter(user=user).exists():
        actions.call_member(review, by=by, user=user)
    actions.declare(review, by=user, declares="none")
    points = {item.key: item.points * Decimal(share) for item in rules_for(review).items}
    actions.score(review, by=user, scores=points)
