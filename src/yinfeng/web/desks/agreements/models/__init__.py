"""The records of reviews and agreements."""

from yinfeng.web.desks.agreements.models.agreements import (
    Agreement,
    FairReview,
    Happening,
    Promise,
    PromiseCheck,
)
from yinfeng.web.desks.agreements.models.drafts import ClauseAnswer, Draft, DraftScreening
from yinfeng.web.desks.agreements.models.reviews import (
    AdmissionReview,
    Member,
    ReviewPaper,
    ScoreSheet,
    VetoCheck,
)
from yinfeng.web.desks.agreements.models.rules import AgreementRule

__all__ = [
    "APPEND_ONLY",
    "AdmissionReview",
    "Agreement",
    "AgreementRule",
    "ClauseAnswer",
    "Draft",
    "DraftScreening",
    "FairReview",
    "Happening",
    "Member",
    "Promise",
    "PromiseCheck",
    "ReviewPaper",
    "ScoreSheet",
    "VetoCheck",
]

APPEND_ONLY = (
    ReviewPaper,
    ScoreSheet,
    VetoCheck,
    FairReview,
    PromiseCheck,
    Happening,
    Draft,
    DraftScreening,
    ClauseAnswer,
    AgreementRule,
)
