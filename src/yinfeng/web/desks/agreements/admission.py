"""From which sum a project is reviewed first, and from which a higher office decides."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from yinfeng.lexicon.reviews import Reviewing
from yinfeng.web.desks.agreements.models import AdmissionReview
from yinfeng.web.desks.agreements.rules import reviewing_of
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.desks.projects.rules import stages_of

ADMISSION = "N2"
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
    """Why the gate is not passed without a review of admission; empty where nothing is missing.

    What a project passed before it came into the house was reviewed elsewhere, if at all.
    """
    stages = stages_of(project.unit, day)
    first = stages.rank(ADMISSION) if stages.stage(ADMISSION) else stages.rank("A1")
    if first < 0 or stages.rank(gate) < first or day < _came(project):
        return ""
    scope = scope_of(project, day)
    if not scope.is_compulsory or is_admitted(project, gate):
        return ""
    return (
        f"{scope.says}。还没有通过的评审，{stages.says(gate)}不能确认。"
        "请在项目页召开评审，作出结论后再确认。"
    )


def is_admitted(project: Project, gate: str = "") -> bool:
    """Whether a review let the project pass, or its gate of admission was confirmed before."""
    reviews = project.admission_reviews.standing().filter(state=_State.DONE)
    if reviews.exclude(conclusion=_Conclusion.REFUSE).exists():
        return True
    confirmed = Passage.objects.confirmed().filter(project=project, gate=ADMISSION)
    return gate != ADMISSION and confirmed.exists()


def said(yuan: Decimal) -> str:
    """A sum as an office writes it: 5000万元, 10亿元."""
    for scale, word in _SCALES:
        if yuan >= scale:
            return f"{(yuan / scale).normalize():f}{word}"
    return f"{yuan.normalize():f}元"


def _came(project: Project) -> date:
    return timezone.localtime(project.created_at).date()
