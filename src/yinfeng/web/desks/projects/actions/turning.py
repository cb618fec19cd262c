"""What turns a project: paused, lost, ended, taken up again, handed over, shared with elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.judgement.due import end_of
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.lead_rules import LossReason
from yinfeng.web.desks.projects.following import follow_up
from yinfeng.web.desks.projects.models import Enclave, Ending, Handover, Project
from yinfeng.web.desks.projects.rules import Rules, rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

State = Project.State
MEASURES = {"output": "产值", "investment": "投资", "tax": "税收", "energy": "能耗"}
_WHOLE = 100


@transaction.atomic
def close(
    project: Project,
    *,
    by: User,
    state: str,
    code: str,
    reason: str,
    today: date,
    version: int,
    rival: str = "",
    is_recoverable: bool = True,
    revisit: date | None = None,
    steps: Sequence[str] = (),
) -> Project:
    """Pause the project, give it up, or end it: why, to whom, and when it is looked at again."""
    require(by, "projects.close", project.unit)
    project = keeping.held(project, version=version)
    rules = rules_of(project.unit, today)
    _refuse_closed(project, state)
    known = _reason(rules, code, reason, rival)
    _refuse_short_cut(project, state, steps, rules)
    again = revisit or end_of(rules.losses.revisit, today, calendar())
    if again <= today:
        raise Refused("再看日期应在今天之后。")
    Ending.objects.create(
        project=project, state=state, code=code, reason=known.says, rival=rival.strip(),
        words=reason.strip(), steps=list(steps), stage=project.stage,
        days_in_stage=days_in_stage(project, today), amount=project.amount,
        is_recoverable=is_recoverable, revisit=again, day=today, by=by,
    )  # fmt: skip
    before = {"state": project.state}
    told: dict[str, Any] = {"state": state, "revisit": again}
    project = keeping.change(project, by=by, reason=reason, **told).record
    follow_up(project, by=by, today=today)
    record(
        by, "projects.close", project, unit=project.unit, before=before, reason=reason,
        state=state, code=code, rival=rival, revisit=again,
    )  # fmt: skip
    return project


@transaction.atomic
def resume(project: Project, *, by: User, reason: str, today: date, version: int) -> Project:
    """Take a paused or lost project up again; that it was so stays on its page."""
    require(by, "projects.resume", project.unit)
    project = keeping.held(project, version=version)
    if project.state not in (State.PAUSED, State.LOST, State.ENDED):
        raise Refused("这个项目没有暂缓、流失或终止，无需恢复。")
    if not reason.strip():
        raise Refused("请写明恢复的理由。")
    before = {"state": project.state}
    told: dict[str, Any] = {"state": State.OPEN, "revisit": None}
    project = keeping.change(project, by=by, reason=reason, **told).record
    follow_up(project, by=by, today=today)
    record(by, "projects.resume", project, unit=project.unit, before=before, reason=reason)
    return project


@transaction.atomic
def hand_over(
    project: Project,
    *,
    by: User,
    taker: OrgUnit,
    giver_share: int,
    reason: str,
    today: date,
    version: int,
    agreement: str = "",
) -> Project:
    """Let another unit carry the project on; who first talked keeps the lead and a share."""
    require(by, "projects.hand_over", project.unit)
    project = keeping.held(project, version=version)
    giver = project.unit
    if taker.pk == giver.pk:
        raise Refused("流转要选另一个单位。")
    if project.state not in (State.OPEN, State.PAUSED):
        raise Refused(f"这个项目现为“{project.get_state_display()}”，不能流转。")
    if not 0 <= giver_share <= _WHOLE:
        raise Refused("首谈单位的份额在0到100之间，落地单位得其余部分，两项之和为100。")
    if not reason.strip():
        raise Refused("请写明流转的理由。")
    Handover.objects.create(
        project=project, giver=giver, taker=taker, giver_share=giver_share,
        agreement=agreement.strip(), day=today, why=reason.strip(), by=by,
    )  # fmt: skip
    project = keeping.change(project, by=by, reason=reason, unit=taker).record
    follow_up(project, by=by, today=today)
    record(
        by, "projects.hand_over", project, unit=giver, before={"unit": giver.pk}, reason=reason,
        to=taker.pk, giver_share=giver_share, agreement=agreement,
    )  # fmt: skip
    return project


@transaction.atomic
def set_enclave(
    project: Project,
    *,
    by: User,
    sender: str,
    receiver: str,
    shares: Mapping[str, int],
    since: date,
    basis: str,
    version: int,
    until: date | None = None,
) -> Enclave:
    """Keep the terms of a project that lands elsewhere: what the sender has of each measure."""
    require(by, "projects.set_enclave", project.unit)
    project = keeping.held(project, version=version)
    if not sender.strip() or not receiver.strip() or sender.strip() == receiver.strip():
        raise Refused("请写明飞出地和飞入地，两地不能相同。")
    if not basis.strip():
        raise Refused("请写明分成的协议或文件。")
    if set(shares) != set(MEASURES):
        raise Refused(f"请写明各项分成：{'、'.join(MEASURES.values())}。")
    for key, share in shares.items():
        if not 0 <= share <= _WHOLE:
            raise Refused(f"{MEASURES[key]}的飞出地份额在0到100之间，两地之和为100。")
    if until is not None and until < since:
        raise Refused("截止日期不能早于起始日期。")
    terms = {key: [share, _WHOLE - share] for key, share in shares.items()}
    made = Enclave(
        project=project, sender=sender.strip(), receiver=receiver.strip(), shares=terms,
        since=since, until=until, basis=basis.strip(), by=by,
    )  # fmt: skip
    made.save(force_insert=True)
    record(
        by, "projects.set_enclave", project, unit=project.unit, sender=sender, receiver=receiver,
        shares=terms, since=since, basis=basis,
    )  # fmt: skip
    return made


@transaction.atomic
def remove(project: Project, *, by: User, reason: str, version: int) -> Project:
    """Take the project off the register; every list of an earlier day still shows it."""
    require(by, "projects.remove", project.unit)
    project = keeping.held(project, version=version)
    if project.conversion_id is not None:
        raise Refused("线索转入的项目不能删除，请登记流失或终止。")
    if project.parts.filter(removed_at=None).exists():
        raise Refused("它还有分期、增资或拆分的项目，请先处理那些项目。")
    project = keeping.remove(project, by=by, reason=reason)
    record(by, "projects.remove", project, unit=project.unit, reason=reason)
    return project


def days_in_stage(project: Project, today: date) -> int:
    """How many days the project has stood at its stage."""
    return max((today - project.stage_since).days, 0) if project.stage_since else 0


def _reason(rules: Rules, code: str, reason: str, rival: str) -> LossReason:
    """The reason of that code, with the words and the rival place that it asks for."""
    known = rules.losses.reason(code)
    if known is None:
        raise Refused("请选择原因。")
    if not reason.strip():
        raise Refused("请写明情况。")
    if known.rival and not rival.strip():
        raise Refused("落户其他地方的，请写明落户地。")
    return known


def _refuse_closed(project: Project, state: str) -> None:
    if state not in (State.PAUSED, State.LOST, State.ENDED):
        raise Refused("请选择暂缓、流失或终止。")
    if project.state not in (State.OPEN, State.PAUSED) or project.state == state:
        raise Refused(f"这个项目现为“{project.get_state_display()}”，不能再登记。")


def _refuse_short_cut(project: Project, state: str, steps: Sequence[str], rules: Rules) -> None:
    """A project that was signed is ended step by step; before that it can only be lost."""
    stages, endings = rules.stages, rules.endings
    is_signed = stages.rank(project.stage) >= stages.rank(endings.from_gate) >= 0
    signed = stages.says(endings.from_gate)
    if state == State.ENDED and not is_signed:
        raise Refused(f"还没有{signed}的项目请登记流失；终止用于{signed}之后。")
    if state == State.LOST and is_signed:
        raise Refused(f"已经{signed}的项目不再登记流失，请按步骤终止。")
    if state == State.ENDED:
        missing = [says for key, says in endings.steps.items() if key not in steps]
        if missing:
            raise Refused(f"终止前还有步骤没有走完：{'、'.join(missing)}。")
