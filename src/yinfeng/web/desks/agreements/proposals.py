"""Duties that the reader finds in the latest draft, for a person to take or leave."""

from dataclasses import dataclass
from datetime import date

from yinfeng.intake.opening import documents_of
from yinfeng.judgement.duties import Duty, duties_of
from yinfeng.text.restoration import restore
from yinfeng.values import Document as Paper
from yinfeng.web.desks.agreements.models import Agreement, Draft
from yinfeng.web.desks.agreements.standing import latest_draft
from yinfeng.web.desks.agreements.terms import anchors_of, resolved, says_of
from yinfeng.web.store import vault


@dataclass(frozen=True, slots=True)
class Proposal:
    """One duty that the draft words, with the day its term comes to where its event happened."""

    at: int
    duty: Duty
    due: date | None
    is_taken: bool

    @property
    def term(self) -> str:
        """The term as it is kept while it is no day."""
        return self.duty.term.rule if self.duty.term else ""

    @property
    def quote(self) -> str:
        """The words of the draft in one line."""
        return quoted(self.duty)

    @property
    def says_term(self) -> str:
        """The term in words: 开工后18个月内, or why there is no day."""
        if self.duty.term is None:
            return "没有写期限"
        if self.duty.term.day is not None:
            return ""
        return says_of(self.term) or "起算的事件没有写明，请填日期"


def quoted(duty: Duty) -> str:
    """The words of a duty in one line, without the number that its clause has beside it."""
    return " ".join(duty.quote.quote.split()).removeprefix(duty.label).strip()


def proposals_of(agreement: Agreement) -> tuple[Draft | None, tuple[Proposal, ...]]:
    """What the latest draft proposes; what was taken already says so."""
    draft = latest_draft(agreement)
    if draft is None:
        return None, ()
    content = vault.get(draft.upload.sha256)
    papers = [one for one in documents_of(content, draft.name) if isinstance(one, Paper)]
    found = duties_of(restore(papers[0])) if papers else ()
    taken = set(agreement.promises.filter(withdrawn="").values_list("side", "quote"))
    anchors = anchors_of([agreement])[agreement.pk]
    return draft, tuple(
        Proposal(
            at,
            one,
            (one.term.day or resolved(one.term.rule, anchors)) if one.term else None,
            (one.side, quoted(one)) in taken,
        )
        for at, one in enumerate(found)
    )
