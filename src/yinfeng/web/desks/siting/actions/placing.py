"""Placements of many: asked for, sealed by the job, taken over as promises; rules of an office."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Unpack

from django.db import transaction

from yinfeng.lexicon.siting import SitingRules, siting_rules
from yinfeng.siting.plans import Plan
from yinfeng.web.desks.siting.actions.giving import promise
from yinfeng.web.desks.siting.models import LotPromise, Run, RunResult, SitingNeed, SitingRule
from yinfeng.web.desks.siting.sealing import seal_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.ruling import Laid, put_down
from yinfeng.web.work.actions import enqueue


@transaction.atomic
def ask(unit: OrgUnit, needs: Sequence[SitingNeed], *, by: User, title: str, today: date) -> Run:
    """Ask for the best placement of these needs; the worker computes it."""
    require(by, "siting.ask", unit)
    if not needs:
        raise Refused("请至少选一个项目。")
    run = Run.objects.create(
        unit=unit, title=title.strip(), needs=sorted(one.pk for one in needs), day=today, by=by
    )
    record(by, "siting.ask", run, unit=unit, needs=run.needs)
    enqueue("siting.place", key=str(run.pk), unit=unit, by=by, run=run.pk)
    return run


@transaction.atomic
def seal(run: Run, plan: Plan, rules: SitingRules) -> RunResult:
    """Keep what a placement came to, once and for good."""
    there = RunResult.objects.filter(run=run).first()
    if there is not None:
        return there
    told = asdict(plan)
    result = RunResult.objects.create(
        run=run,
        plan=told,
        value=plan.value,
        bound=plan.bound,
        greedy=plan.greedy,
        fingerprint=plan.fingerprint,
        rules=rules.version,
        seal=seal_of(told, rules.version),
    )
    record(None, "siting.seal", result, unit=run.unit, seal=result.seal, value=plan.value)
    return result


@transaction.atomic
def adopt(run: Run, *, by: User, projects: Sequence[str], reason: str, today: date) -> int:
    """Promise the lots of these projects as the placement has them; how many promises were made."""
    require(by, "siting.promise", run.unit)
    if not reason.strip():
        raise Refused("请写明采用的理由。")
    result = RunResult.objects.filter(run=run).first()
    seats = {} if result is None else _seats(result)
    if not projects or set(projects) - set(seats):
        raise Refused("请勾选要采用的项目。")
    made = 0
    needs = SitingNeed.objects.in_scope_of(by, "siting.promise").select_related("unit", "project")
    for need in needs.filter(pk__in=projects).order_by("pk"):
        # Held before it is looked at: who adopts it at the same time waits, and is refused.
        keeping.held(need)
        if LotPromise.objects.standing().filter(need=need).exists():
            raise Refused(f"{need.project.name}已有承诺，不能再采用。")
        for part in seats[str(need.pk)]:
            area = Decimal(str(part["area"]))
            promise(need, str(part["key"]), by=by, area=area, reason=reason, today=today)
            made += 1
    return made


def _seats(result: RunResult) -> Mapping[str, Sequence[Mapping[str, object]]]:
    return {
        seat["project"]: seat["parts"] for seat in result.plan["seats"] if not seat["is_promised"]
    }


def set_rules(unit: OrgUnit, **given: Unpack[Laid]) -> SitingRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    return put_down(
        SitingRule, "siting.set_rules", lambda rule: siting_rules(rule.text), unit, **given
    )
