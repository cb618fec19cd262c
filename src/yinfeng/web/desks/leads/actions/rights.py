"""Whose a lead is: the first report, its confirmation and extension, its lapse, taking it up again.

The rules bind offices only; nothing here says where an investor may go.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.judgement.claims import FirstReport, Right, RightState, right_of
from yinfeng.web.desks.leads.actions.clocks import drop_all, follow, start_steps
from yinfeng.web.desks.leads.kinds import KINDS, progress_keys
from yinfeng.web.desks.leads.known import Known
from yinfeng.web.desks.leads.meetings import Meeting, meetings_of
from yinfeng.web.desks.leads.models import Claim, Clash, Lead, Statement
from yinfeng.web.desks.leads.rules import Rules, rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import is_under, line_of
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_COORDINATING = (OrgUnit.Kind.ZONE, OrgUnit.Kind.COUNTY, OrgUnit.Kind.CITY, OrgUnit.Kind.PROVINCE)
_EVENTS = tuple(kind.key for kind in KINDS)
_ALL = 100


def missing_of(
    lead: Lead, rules: Rules, today: date, *, is_new: bool = False, known: Known | None = None
) -> list[str]:
    """What a complete first report still lacks, in words; to a new lead nothing has happened."""
    has = {
        "investor": lead.investors,
        "contact": lead.contact and lead.contact_post,
        "content": lead.content,
        "amount": lead.amount,
        "land_need": lead.land,
        "source": lead.source,
        "meeting": not is_new and _is_told(known or Known(lead), today),
    }
    return [says for key, says in rules.claims.complete.items() if not has[key]]


def right_state(claim: Claim, rules: Rules, today: date, known: Known | None = None) -> RightState:
    """How a claim stands on a day."""
    known = known or Known(claim.lead)
    return state_of(claim, _events(known.statements, known.met(today)), rules, today)


def state_of(
    claim: Claim, events: Iterable[tuple[str, date]], rules: Rules, today: date
) -> RightState:
    """How a claim stands on a day, by the events of its lead."""
    every, real = list(events), progress_keys()
    report = FirstReport(
        since=claim.since,
        complete=claim.complete,
        confirmed=claim.confirmed,
        extended=claim.extended is not None,
        progress=tuple(day for kind, day in every if kind in real),
        events=tuple(day for _, day in every),
    )
    return right_of(report, rules.claims, rules.days, today)


def open_claim(
    lead: Lead, *, by: User, rules: Rules, today: date, from_pool: bool = False
) -> Claim:
    """The claim of who reports the lead, or takes it from the pool."""
    complete = None if missing_of(lead, rules, today) else today
    return Claim.objects.create(
        lead=lead, unit=lead.unit, by=by, since=today, complete=complete, from_pool=from_pool
    )


def complete_claim(lead: Lead, *, by: User, rules: Rules, today: date) -> None:
    """Note that the first report has become complete; one that came too late begins anew."""
    claim = lead.claims.filter(ended=None).first()
    if missing_of(lead, rules, today) or (claim and claim.complete):
        return
    if claim and right_state(claim, rules, today).right is Right.LAPSED:
        end_claim(lead, Claim.End.LAPSED, right_state(claim, rules, today).says, today)
        claim = None
    if claim is None:
        Claim.objects.create(lead=lead, unit=lead.unit, by=by, since=today, complete=today)
    else:
        claim.complete = today
        claim.save(update_fields=["complete"])


@transaction.atomic
def confirm_claim(claim: Claim, *, by: User, today: date) -> Claim:
    """Confirm a complete first report; whoever reported it does not confirm it."""
    require(by, "leads.confirm_claim", claim.unit)
    claim = _held(claim)
    if claim.complete is None:
        lacks = "、".join(missing_of(claim.lead, rules_of(claim.unit, today), today))
        raise Refused(f"首报资料还缺：{lacks}。补齐后才能确认。")
    if claim.by == by:
        raise Refused("首报要由报送人以外的人确认。")
    if claim.confirmed is not None:
        raise Refused(f"这项首报已于{claim.confirmed}确认。")
    _refuse_lapsed(claim, today)
    claim.confirmed, claim.confirmed_by = today, by
    claim.save(update_fields=["confirmed", "confirmed_by"])
    record(by, "leads.confirm_claim", claim, unit=claim.unit, confirmed=today)
    return claim


@transaction.atomic
def extend_claim(claim: Claim, *, by: User, reason: str, today: date) -> Claim:
    """Prolong the protection, once, while it lasts."""
    require(by, "leads.extend_claim", claim.unit)
    claim = _held(claim)
    if claim.confirmed is None:
        raise Refused("首报还没有确认，无需延长。")
    if claim.extended is not None:
        raise Refused(f"保护期已于{claim.extended}延长过一次，不能再延。")
    _refuse_lapsed(claim, today)
    claim.extended, claim.extended_by, claim.why = today, by, reason.strip()
    claim.save(update_fields=["extended", "extended_by", "why"])
    record(by, "leads.extend_claim", claim, unit=claim.unit, reason=reason, extended=today)
    return claim


@transaction.atomic
def lapse(*, today: date) -> int:
    """Let the rights that have lapsed end; how many.

    A lead whose right was complete goes to the public pool. One whose first report never became
    complete stays with its office, which has lost its place until the report is complete.
    """
    claims = Claim.objects.filter(ended=None, lead__state=Lead.State.OPEN, lead__removed_at=None)
    rules: dict[int, Rules] = {}
    gone = 0
    related = claims.select_related("lead__unit", "unit").prefetch_related("lead__statements")
    every = list(related.order_by("pk"))
    met = meetings_of([claim.lead for claim in every], today)
    for claim in every:
        own = rules.setdefault(claim.unit_id, rules_of(claim.unit, today))
        events = _events(claim.lead.statements.all(), met[claim.lead_id])
        state = state_of(claim, events, own, today)
        if state.right is Right.LAPSED:
            _lapsed(claim, state.says, today)
            gone += 1
    return gone


@transaction.atomic
def take(lead: Lead, *, by: User, today: date, version: int) -> Lead:
    """Take a lead from the pool into one's own unit, and follow it."""
    require(by, "leads.take", by.unit)
    lead = keeping.held(lead, version=version)
    if lead.state != Lead.State.POOL:
        raise Refused("这条线索刚刚已被认领，不在公海里了。")
    before = {"unit": lead.unit_id, "owner": lead.owner_id}
    values: dict[str, Any] = {
        "unit": by.unit,
        "owner": by,
        "state": Lead.State.OPEN,
        "pool": None,
        "pooled": None,
    }
    lead = keeping.change(lead, by=by, reason="从公海认领", **values).record
    rules = rules_of(lead.unit, today)
    open_claim(lead, by=by, rules=rules, today=today, from_pool=True)
    start_steps(lead, rules=rules, start=today)
    follow(lead, rules=rules, by=by, today=today)
    record(by, "leads.take", lead, unit=lead.unit, before=before, unit_now=lead.unit_id)
    return lead


@transaction.atomic
def arbitrate(
    clash: Clash, *, by: User, ruling: str, reason: str, today: date, first_share: int | None = None
) -> Clash:
    """Decide which of two offices a lead belongs to, above both, within the shares of the rules."""
    clash = Clash.objects.select_for_update(of=("self",)).get(pk=clash.pk)
    over = common_unit(clash.later.unit, clash.earlier.unit)
    require(by, "leads.arbitrate", over)
    if clash.ruling:
        raise Refused(f"这起撞单已于{clash.ruled}裁定。")
    if first_share is not None and not 0 <= first_share <= _ALL:
        raise Refused("首谈单位的份额应在0到100之间，两家合计100。")
    clash.ruling, clash.why = Clash.Ruling(ruling), reason.strip()
    clash.ruled, clash.ruled_by = today, by
    share = rules_of(over, today).claims.credit[0] if first_share is None else first_share
    clash.first_share = None if ruling == Clash.Ruling.BOTH else share
    clash.save(update_fields=["ruling", "why", "ruled", "ruled_by", "first_share"])
    yields = {Clash.Ruling.FIRST: clash.later, Clash.Ruling.SECOND: clash.earlier}.get(clash.ruling)
    if yields is not None:
        _yielded(yields, by, f"撞单裁定：{clash.Ruling(clash.ruling).label}", today)
    record(by, "leads.arbitrate", clash, unit=over, reason=reason, ruling=ruling)
    return clash


def common_unit(left: OrgUnit, right: OrgUnit) -> OrgUnit:
    """The lowest unit above both, or the one itself where both are one."""
    shared = [path for path in line_of(left.path) if is_under(right.path, path)]
    if not shared:
        raise Refused("两家单位没有共同的上级，不能在本系统内裁定。")
    return OrgUnit.objects.get(path=shared[-1])


def pool_of(unit: OrgUnit) -> OrgUnit:
    """The coordinating office above a unit, in whose pool its lapsed leads go."""
    above = OrgUnit.objects.filter(path__in=line_of(unit.path)[:-1], kind__in=_COORDINATING)
    return above.order_by("path").last() or unit


def end_claim(lead: Lead, end: str, says: str, today: date) -> None:
    """End the claim that stands on the lead, if one does."""
    claim = lead.claims.filter(ended=None).first()
    if claim is not None:
        claim.ended, claim.end, claim.end_says = today, end, says[:200]
        claim.save(update_fields=["ended", "end", "end_says"])


def _lapsed(claim: Claim, says: str, today: date) -> None:
    lead = keeping.held(claim.lead)
    end_claim(lead, Claim.End.LAPSED, says, today)
    if claim.complete is None:
        record(None, "leads.lapse", lead, unit=lead.unit, says=says)
        return
    drop_all(lead, by=None, today=today)
    pool = pool_of(lead.unit)
    values: dict[str, Any] = {
        "state": Lead.State.POOL,
        "pool": pool,
        "pooled": today,
        "owner": None,
    }
    keeping.change(lead, by=None, reason=says, **values)
    record(None, "leads.lapse", lead, unit=lead.unit, pool=pool.pk, says=says)


def _yielded(lead: Lead, by: User, says: str, today: date) -> None:
    lead = keeping.held(lead)
    end_claim(lead, Claim.End.YIELDED, says, today)
    drop_all(lead, by=by, today=today)
    keeping.change(lead, by=by, reason=says, state=Lead.State.LOST)


def _held(claim: Claim) -> Claim:
    rows = Claim.objects.select_for_update(of=("self",)).select_related("lead__unit", "unit")
    claim = rows.get(pk=claim.pk)
    if claim.ended is not None:
        raise Refused(f"这项首报已于{claim.ended}失效：{claim.end_says}。")
    return claim


def _refuse_lapsed(claim: Claim, today: date) -> None:
    state = right_state(claim, rules_of(claim.unit, today), today)
    if state.right is Right.LAPSED:
        raise Refused(f"这项首报已经失效：{state.says}。")


def _events(statements: Iterable[Statement], met: Iterable[Meeting]) -> list[tuple[str, date]]:
    told = [(one.kind, one.day) for one in statements if one.day is not None]
    return [*told, *((one.kind, one.day) for one in met)]


def _is_told(known: Known, today: date) -> bool:
    return any(one.kind in _EVENTS for one in known.statements) or bool(known.met(today))
