"""The records of projects."""

from yinfeng.web.desks.projects.models.gates import Correction, Passage, Proof, Review
from yinfeng.web.desks.projects.models.posts import Seat, Visit
from yinfeng.web.desks.projects.models.projects import Project, ProjectName
from yinfeng.web.desks.projects.models.rules import ProjectRule
from yinfeng.web.desks.projects.models.told import Choice, ProjectFact, Statement, Telling
from yinfeng.web.desks.projects.models.turns import Enclave, Ending, Handover, Joining

__all__ = [
    "APPEND_ONLY",
    "Choice",
    "Correction",
    "Enclave",
    "Ending",
    "Handover",
    "Joining",
    "Passage",
    "Project",
    "ProjectFact",
    "ProjectName",
    "ProjectRule",
    "Proof",
    "Review",
    "Seat",
    "Statement",
    "Telling",
    "Visit",
]

APPEND_ONLY = (
    Statement,
    Telling,
    Choice,
    Passage,
    Proof,
    Review,
    Correction,
    Visit,
    Ending,
    Handover,
    Enclave,
    Joining,
    ProjectRule,
)
