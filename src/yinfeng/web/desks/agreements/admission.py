"""From which sum a project is reviewed first, and from which a higher office decides."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from yinfeng.lexicon.project_stages import Stages
from yinfeng.lexicon.reviews import Reviewing
from yinfeng.web.desks.agreements.models import AdmissionReview
from yinfeng.web.desks.agreements.rules import reviewing_of
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.desks.projects.rules import stages_of

ADMISSION = "N2"
_FIRST_SIGNING = "A1"
_SCALES = ((Decimal(100_000_000), "亿元"), (Decimal(10_000), "万元"))
_State, _Conclusion = AdmissionReview.State, AdmissionReview.Conclusion


@dataclass(frozen=True, slots=True)
class Scope:
    """What the sum of a project asks of its review, and by which rule."""

    project: Project
    rules: Reviewing

    @property
    def is_compulsory(self) -> bool:
        """Whether the project may not go on without a review; of an unknown sum it may."""
        yuan = self.project.yuan
        return yuan is not None and yuan >= self.rules.compulsory_from

    @property
    def is_higher(self) -> bool:
        """Whether a higher office decides with the review."""
        yuan = self.project.yuan
        return yuan is not None and yuan >= self.rules.higher_from

    @property
    def says(self) -> str:
        """Why the project is reviewed; empty where it need not be."""
        if not self.is_compulsory:
            return ""
        return f"总投资达到{said(self.rules.compulsory_from)}，须先通过准入评审（{self.source}）"

    @property
    def says_higher(self) -> str:
        """Why a higher office decides with it; empty where it does not."""
        if not self.is_higher:
            return ""
        return f"总投资达到{said(self.rules.higher_from)}，要报上级评审（{self.source}）"

    @property
    def source(self) -> str:
        """The rule, its version and what it rests on."""
        return f"《{self.rules.title}》{self.rules.version}：{self.rules.scope_basis}"


def scope_of(project: Project, day: date) -> Scope:
    """What the sum of the project asks by the rules of a day."""
    return Scope(project, reviewing_of(project.unit, day))


def unreviewed(project: Project, gate: str, day: date) -> str:
    """Why the gate is not passed without a review of admission; empty where nothing is missing."""
    stages = stages_of(project.unit, day)
    first = _place(stages)
    if first < 0 or stages.rank(gate) < first or day < _came(project):
        return ""
    says = owed(project, day)
    if not says or (gate != ADMISSION and _confirmed(project).filter(gate=ADMISSION).exists()):
        return ""
    return (
        f"{says}。还没有通过的评审，{stages.says(gate)}不能确认。"
        "请在项目页召开评审，作出结论后再确认。"
    )


def owed(project: Project, day: date) -> str:
    """Why the project must be reviewed still; empty where its sum asks nothing or it was.

    What it passed before it came into the house was reviewed elsewhere, if at all.
    """
    scope = scope_of(project, day)
    if not scope.is_compulsory:
        return ""
    reviews = project.admission_reviews.standing().filter(state=_State.DONE)
    if reviews.exclude(conclusion=_Conclusion.REFUSE).exists():
        return ""
    stages = stages_of(project.unit, day)
    first, before = _place(stages), _confirmed(project).filter(day__lt=_came(project))
    if any(stages.rank(one) >= first for one in before.values_list("gate", flat=True)):
        return ""
    return scope.says


def _place(stages: Stages) -> int:
    """Where in the order of the office its review stands."""
    return stages.rank(ADMISSION) if stages.stage(ADMISSION) else stages.rank(_FIRST_SIGNING)


def _confirmed(project: Project) -> "QuerySet[Passage]":
    return Passage.objects.confirmed().filter(project=project)


def said(yuan: Decimal) -> str:
    """A sum as an office writes it: 5000万元, 10亿元."""
    for scale, word in _SCALES:
        if yuan >= scale:
            return f"{(yuan / scale).normalize():f}{word}"
    return f"{yuan.normalize():f}元"


def _came(project: Project) -> date:
    return timezone.localtime(project.created_at).date()
