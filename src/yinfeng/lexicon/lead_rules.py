"""Rules of leads beside their grading: first reports with their protection, reasons of a loss.

`data/policies/claims.yaml` and `losses.yaml`; an office lays its own file over them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from yinfeng.lexicon.office_files import (
    UNREADABLE,
    BadPolicy,
    Rows,
    Term,
    integer,
    listed,
    loaded,
    mapping,
    office_rows,
    term,
    unusable,
)

# What a first report may be asked to have.
ASKABLE = ("investor", "contact", "content", "amount", "land_need", "source", "meeting")
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Claims:
    """What a first report must have, how long it protects, and when it lapses."""

    title: str
    version: str
    basis: str
    complete: Mapping[str, str]
    hold: Term
    confirm: Term
    protection: Term
    extension: Term
    fresh_progress: int
    longest: int
    notice: int
    lapse: int
    arbitration: Term
    credit: tuple[int, int]
    credit_years: int


@dataclass(frozen=True, slots=True)
class LossReason:
    """One reason of a loss; some ask for the place that won the lead."""

    code: str
    says: str
    rival: bool


@dataclass(frozen=True, slots=True)
class Losses:
    """The reasons of a loss, and when a lost lead is looked at again."""

    title: str
    version: str
    basis: str
    reasons: tuple[LossReason, ...]
    revisit: Term

    def reason(self, code: str) -> LossReason | None:
        """The reason of that code."""
        return next((reason for reason in self.reasons if reason.code == code), None)


def claims(overlay: str = "") -> Claims:
    """The rules of first reports, with an office's own YAML text laid over them."""
    try:
        rows = loaded("claims")
        return _claims(office_rows(rows, overlay) if overlay else rows)
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise unusable(error, "本单位文件" if overlay else "claims.yaml") from error


def losses(overlay: str = "") -> Losses:
    """The reasons of a loss, with an office's own YAML text laid over them."""
    try:
        rows = loaded("losses")
        return _losses(office_rows(rows, overlay) if overlay else rows)
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise unusable(error, "本单位文件" if overlay else "losses.yaml") from error


def _claims(rows: Rows) -> Claims:
    complete = {key: str(says) for key, says in mapping(rows["complete"], "complete").items()}
    quiet, credit = mapping(rows["quiet"], "quiet"), mapping(rows["credit"], "credit")
    split = integer(credit["first"], "first"), integer(credit["landing"], "landing")
    if unknown := complete.keys() - set(ASKABLE):
        raise ValueError(f"complete 里有不认识的项目：{'、'.join(sorted(unknown))}")
    if sum(split) != _WHOLE:
        raise ValueError(f"credit 两项之和应为{_WHOLE}")
    return Claims(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        complete=complete,
        hold=term(mapping(rows["hold"], "hold")),
        confirm=term(mapping(rows["confirm"], "confirm")),
        protection=term(mapping(rows["protection"], "protection")),
        extension=term(mapping(rows["extension"], "extension")),
        fresh_progress=integer(rows["fresh_progress"], "fresh_progress"),
        longest=integer(rows["longest"], "longest"),
        notice=integer(quiet["notice"], "notice"),
        lapse=integer(quiet["lapse"], "lapse"),
        arbitration=term(mapping(rows["arbitration"], "arbitration")),
        credit=split,
        credit_years=integer(credit["years"], "years"),
    )


def _losses(rows: Rows) -> Losses:
    reasons = tuple(
        LossReason(str(row["code"]), str(row["says"]), bool(row["rival"]))
        for row in listed(rows["reasons"], "reasons")
    )
    if len({reason.code for reason in reasons}) != len(reasons):
        raise ValueError("reasons 里有重复的代码")
    return Losses(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        reasons=reasons,
        revisit=term(mapping(rows["revisit"], "revisit")),
    )
