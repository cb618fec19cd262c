"""How an agreement stands: its review of fair competition, its red clauses, its promises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import QuerySet

from yinfeng.judgement.duties import Beside, beside, wanted_in
from yinfeng.lexicon.duties import duty_words
from yinfeng.web.desks.agreements.happened import seen_of
from yinfeng.web.desks.agreements.models import (
    Agreement,
    ClauseAnswer,
    Draft,
    DraftScreening,
    FairReview,
    Promise,
    PromiseCheck,
)
from yinfeng.web.desks.agreements.rules import clause_rules_of
from yinfeng.web.desks.agreements.terms import (
    anchors_of,
    names,
    own_anchors,
    resolved,
    says_of,
)

_FOUND = PromiseCheck.Finding


@dataclass(frozen=True, slots=True)
class Red:
    """A red clause that nobody has answered: its number, the rule, its words."""

    label: str
    rule: str
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A promise with what was found of it, as of a day."""

    promise: Promise
    checks: tuple[PromiseCheck, ...]
    today: date
    due: date | None = None
    done: date | None = None
    sums: tuple[Beside, ...] = ()

    @property
    def term(self) -> str:
        """The term in words while its event has not happened."""
        return says_of(self.promise.term) if self.due is None else ""

    @property
    def seen(self) -> str:
        """What the gates of the project tell of the duty: passed in time, late, or not at all."""
        goal = self.promise.goal
        if not goal:
            return ""
        says = names().get(goal, goal)
        if self.done is None:
            return f"没有已确认的{says}节点"
        if self.due is None:
            return f"{self.done}已确认{says}"
        late = (self.done - self.due).days
        return f"{self.done}已确认{says}，" + (f"逾期{late}天" if late > 0 else "在期限内")

    @property
    def sums_say(self) -> str:
        """Promised sums beside what counts of what happened: 约定投资5亿元，月度认定3.2亿元."""
        return "；".join(
            f"约定{one.wanted.label}{one.wanted.quote}，"
            + (f"{one.best.source}{one.best.says}" if one.best else "没有已认定的数")
            for one in self.sums
        )

    @property
    def shown(self) -> str:
        """What shows how it was kept, as far as the house knows."""
        gate = self.seen if self.done is not None else ""
        sums = self.sums_say if any(one.best for one in self.sums) else ""
        return "；".join(filter(None, (gate, sums)))

    @property
    def suggested(self) -> str:
        """What gates and sums suggest was found; a person decides."""
        told = [one.suggests for one in self.sums if one.lines or self.finding == "overdue"]
        if self.promise.goal:
            told.append(self._by_gate)
        # A promise is kept where all of it is, and broken where nothing of it was done.
        for worst in (_FOUND.BROKEN, _FOUND.PARTLY, "", _FOUND.LATE, _FOUND.KEPT):
            if worst in told:
                is_half = worst == _FOUND.BROKEN and len(set(told)) > 1
                return str(_FOUND.PARTLY if is_half else worst)
        return ""

    @property
    def _by_gate(self) -> str:
        if self.done is None:
            return _FOUND.BROKEN if self.finding == "overdue" else ""
        return _FOUND.LATE if self.due is not None and self.done > self.due else _FOUND.KEPT

    @property
    def finding(self) -> str:
        """How it stands, as a key: kept, late, partly, broken, overdue, open, withdrawn."""
        if self.promise.withdrawn:
            return "withdrawn"
        if self.checks and self.checks[-1].finding != _FOUND.PARTLY:
            return self.checks[-1].finding
        is_binding = self.promise.agreement.state == Agreement.State.SIGNED
        if is_binding and self.due is not None and self.due < self.today:
            return "overdue"
        return "partly" if self.checks else "open"

    @property
    def says(self) -> str:
        """How it stands, in a word."""
        plain = {"overdue": "已到期未核对", "open": "未到期", "withdrawn": "已划去"}
        key = self.finding
        return plain.get(key) or _FOUND(key).label

    @property
    def tone(self) -> str:
        """Its look."""
        bad, warn = ("broken", "overdue"), ("late", "partly")
        key = self.finding
        return "bad" if key in bad else "warn" if key in warn else "good" if key == "kept" else ""


def standing_review(agreement: Agreement, moment: datetime | None = None) -> FairReview | None:
    """The latest record of the review of fair competition."""
    rows = agreement.fair_reviews.select_related("by", "document")
    return (rows.filter(at__lt=moment) if moment else rows).order_by("pk").last()


def latest_draft(agreement: Agreement, moment: datetime | None = None) -> Draft | None:
    """The draft that was handed in last."""
    rows = agreement.drafts.select_related("by", "upload")
    return (rows.filter(at__lt=moment) if moment else rows).order_by("pk").last()


def latest_screening(draft: Draft, moment: datetime | None = None) -> DraftScreening | None:
    """What the rules said of the draft last."""
    rows = draft.screenings.all()
    return (rows.filter(at__lt=moment) if moment else rows).order_by("pk").last()


def is_stale(draft: Draft, screening: DraftScreening, today: date) -> bool:
    """Whether the rules have changed since the draft was screened."""
    return screening.version != clause_rules_of(draft.agreement.unit, today).version


def open_reds(agreement: Agreement, today: date) -> list[Red]:
    """The red clauses of the latest draft that nobody has answered."""
    draft = latest_draft(agreement)
    screening = latest_screening(draft) if draft else None
    if draft is None or screening is None:
        return []
    if is_stale(draft, screening, today):
        return [Red("全文", "", "审查规则已更新，请重新审查草案", "")]
    answered = {(one.rule, one.quote) for one in agreement.answers.all()}
    return [one for one in reds_of(screening) if (one.rule, one.quote) not in answered]


def reds_of(screening: DraftScreening) -> list[Red]:
    """Every red hit of a screening."""
    return [
        Red(clause["label"], hit["rule"], hit["title"], clause["quote"])
        for clause in screening.clauses
        for hit in clause["hits"]
        if hit["colour"] == "red"
    ]


def answers_of(agreement: Agreement) -> dict[tuple[str, str], ClauseAnswer]:
    """The answers by rule and words."""
    rows = agreement.answers.select_related("by").order_by("pk")
    return {(one.rule, one.quote): one for one in rows}


def duties_of(
    agreements: Iterable[Agreement], today: date, moment: datetime | None = None
) -> list[Duty]:
    """The promises of these agreements by their days, each beside what was found and happened."""
    agreements = list(agreements)
    promises = Promise.objects.filter(agreement__in=[one.pk for one in agreements])
    if moment is not None:
        promises = promises.filter(at__lt=moment)
    return duties_on(promises, agreements, today, moment)


def duties_on(
    promises: "QuerySet[Promise]",
    agreements: Iterable[Agreement],
    today: date,
    moment: datetime | None = None,
) -> list[Duty]:
    """Some promises of these agreements by their days, each beside what was found and happened."""
    agreements = list(agreements)
    if not agreements:
        return []
    anchors, own = anchors_of(agreements, moment), own_anchors(agreements, moment)
    seen = seen_of(agreements, moment)
    checks = _checks(promises, moment)
    areas = {one.pk: one.project.mu for one in agreements}
    found = []
    for one in promises.select_related("agreement", "by"):
        days = {**anchors[one.agreement_id], **own.get(one.pk, {})}
        duty = _duty(one, checks.get(one.pk, []), days, today)
        sums = tuple(
            beside(
                wanted, seen[one.agreement_id], due=duty.due, today=today,
                mu=areas[one.agreement_id],
            )
            for wanted in wanted_in(_words_of(one), duty_words())
        )  # fmt: skip
        found.append(replace(duty, sums=sums))
    return sorted(found, key=lambda one: (one.due or date.max, one.promise.pk))


def _words_of(one: Promise) -> str:
    """The words in which the sums stand: as put down, else those of the agreement."""
    return one.says if not one.amount or one.amount in one.says else one.quote or one.says


def _checks(
    promises: "QuerySet[Promise]", moment: datetime | None
) -> dict[int, list[PromiseCheck]]:
    checks = PromiseCheck.objects.filter(promise__in=promises)
    if moment is not None:
        checks = checks.filter(at__lt=moment)
    found: dict[int, list[PromiseCheck]] = {}
    for check in checks.select_related("by", "document").order_by("pk"):
        found.setdefault(check.promise_id, []).append(check)
    return found


def _duty(
    one: Promise, checks: list[PromiseCheck], anchors: Mapping[str, date], today: date
) -> Duty:
    days = {key: day for key, day in anchors.items() if day <= today}
    # Where a term stands nobody gave a day: it follows the event, also where that is corrected.
    due = resolved(one.term, days) if one.term else one.due
    return Duty(one, tuple(checks), today, due, days.get(one.goal))
