"""What the page of an agreement shows: the draft with its clauses, the reviews, the duties."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yinfeng.judgement.clauses import COLOURS
from yinfeng.web.desks.agreements.models import Agreement, Draft, DraftScreening, FairReview
from yinfeng.web.desks.agreements.standing import (
    Duty,
    answers_of,
    duties_of,
    is_stale,
    latest_draft,
    latest_screening,
    open_reds,
    standing_review,
)

_TONES = {"red": "bad", "yellow": "warn", "green": "good", "historic": ""}


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A rule that speaks of a clause, and the answer that somebody gave."""

    says: Mapping[str, Any]
    colour: str
    tone: str
    words: tuple[str, ...]
    answer: object | None


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause as the page shows it."""

    label: str
    colour: str
    key: str
    tone: str
    quote: str
    hits: tuple[ShownHit, ...]


@dataclass(frozen=True, slots=True)
class AgreementSheet:
    """The page of an agreement."""

    draft: Draft | None
    screening: DraftScreening | None
    stale: bool
    clauses: tuple[ShownClause, ...]
    quiet: int
    fair: FairReview | None
    duties: tuple[Duty, ...]
    reds: int
    ways: tuple[str, ...]

    @property
    def kept(self) -> tuple[int, int]:
        """How many duties that are due were kept in time, of how many."""
        due = [one for one in self.duties if one.finding not in ("open", "withdrawn", "partly")]
        return sum(one.finding == "kept" for one in due), len(due)


def sheet_of(agreement: Agreement, today: date, moment: datetime | None = None) -> AgreementSheet:
    """The page of an agreement, now or as of a moment."""
    draft = latest_draft(agreement, moment)
    screening = latest_screening(draft, moment) if draft else None
    is_live = moment is None
    stale = bool(is_live and draft and screening and is_stale(draft, screening, today))
    fair = standing_review(agreement, moment)
    clauses = tuple(_clauses(agreement, screening)) if screening else ()
    reds = len(open_reds(agreement, today)) if is_live else 0
    return AgreementSheet(
        draft=draft,
        screening=screening,
        stale=stale,
        clauses=tuple(one for one in clauses if one.hits),
        quiet=sum(not one.hits for one in clauses),
        fair=fair,
        duties=tuple(duties_of([agreement], today, moment)),
        reds=reds,
        ways=tuple(_ways(agreement, draft, fair, reds)) if is_live else (),
    )


def _ways(
    agreement: Agreement, draft: Draft | None, fair: FairReview | None, reds: int
) -> list[str]:
    """What still stands between the draft and its signing, in sentences."""
    if agreement.state != Agreement.State.DRAFT:
        return []
    found = []
    if draft is None:
        found.append("上传草案，审查条款。")
    if reds:
        found.append(f"{reds}处红色条款要改写，或由另一人说明法律依据。")
    if fair is None:
        found.append("登记公平竞争审查：编号、机构、日期、结论。没有这项记录不能签订。")
    elif fair.conclusion == FairReview.Conclusion.FAIL:
        found.append("公平竞争审查不符合，改稿后重新审查。")
    elif draft is not None and fair.at < draft.at:
        found.append("审查之后换了草案，请就新的草案重新审查。")
    if agreement.kind == Agreement.Kind.BINDING and agreement.yuan is None:
        found.append("写明协议总投资。")
    return found


def _clauses(agreement: Agreement, screening: DraftScreening) -> list[ShownClause]:
    answers = answers_of(agreement)
    return [
        ShownClause(
            label=one["label"],
            colour=COLOURS[one["colour"]],
            key=one["colour"],
            tone=_TONES[one["colour"]],
            quote=one["quote"],
            hits=tuple(
                ShownHit(
                    says=hit,
                    colour=COLOURS[hit["colour"]],
                    tone=_TONES[hit["colour"]],
                    words=tuple(" ".join(words[2].split()) for words in hit["words"]),
                    answer=answers.get((hit["rule"], one["quote"])),
                )
                for hit in one["hits"]
            ),
        )
        for one in screening.clauses
    ]
