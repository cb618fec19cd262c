"""What agreements and reviews hold against a gate of their project.

A gate of signing asks the agreement for what signing itself asks; a review that refused holds back
its own gate and those after it until a new review lets the project pass. From a sum on a review is
compulsory: without one neither its own gate nor any after it is confirmed.
"""

from datetime import date

from yinfeng.web.desks.agreements.admission import ADMISSION, unreviewed
from yinfeng.web.desks.agreements.fitness import unfit
from yinfeng.web.desks.agreements.models import AdmissionReview, Agreement
from yinfeng.web.desks.projects.holding import Hold
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.rules import stages_of

SIGNING = {Agreement.Kind.INTENT: "A1", Agreement.Kind.BINDING: "A2"}
_State, _Conclusion = AdmissionReview.State, AdmissionReview.Conclusion


def hold(project: Project, gate: str, day: date, today: date) -> Hold | None:
    """What stands against the gate: a refusing review, an agreement that may not be signed."""
    if why := refused(project, gate, today):
        # A new review reports its own gate before its conclusion is put down.
        return Hold(bars_report="" if gate == ADMISSION else why, bars_confirm=why)
    if gate == ADMISSION and (held := _admission(project)) is not None:
        return _unless_compulsory(project, gate, day, held)
    kind = next((one for one, own in SIGNING.items() if own == gate), None)
    held = _signing(project, kind, day, today) if kind else None
    return _unless_compulsory(project, gate, day, held)


def refused(project: Project, gate: str, today: date) -> str:
    """That the last review refused the project, where the gate lies at that review or after it."""
    stages = stages_of(project.unit, today)
    first = (
        stages.rank(ADMISSION)
        if stages.stage(ADMISSION)
        else stages.rank(SIGNING[Agreement.Kind.INTENT])
    )
    last = _concluded(project)
    if first < 0 or stages.rank(gate) < first or last is None:
        return ""
    if last.conclusion != _Conclusion.REFUSE:
        return ""
    why = "；".join(str(one) for one in last.reasons)
    return (
        f"{last.concluded}的评审结论是不予通过（{why}），{stages.says(gate)}不能上报或确认。"
        "情况改变的，请重新开评审，通过后再办。"
    )


def _concluded(project: Project) -> AdmissionReview | None:
    rows = project.admission_reviews.standing().filter(state=_State.DONE)
    return rows.order_by("concluded", "pk").last()


def _admission(project: Project) -> Hold | None:
    if _concluded(project) is not None:
        return None
    if project.admission_reviews.standing().filter(state=_State.OPEN).exists():
        return Hold(bars_confirm="这个项目正在评审，还没有结论。请先在评审页作出结论，再确认。")
    return Hold(
        told="本系统没有这个项目的评审记录。确认之前请核对评审会纪要、评分表和否决核对表的原件。",
        mark="系统内没有评审记录，凭所列证据确认",
    )


def _unless_compulsory(project: Project, gate: str, day: date, held: Hold | None) -> Hold | None:
    """What already stands against the gate; else that its review is compulsory and missing."""
    if held is not None and held.bars_confirm:
        return held
    why = unreviewed(project, gate, day)
    return Hold(bars_confirm=why) if why else held


def _signing(project: Project, kind: Agreement.Kind, day: date, today: date) -> Hold | None:
    rows = list(project.agreements.standing().filter(kind=kind).order_by("pk"))
    if any(one.state != Agreement.State.DRAFT for one in rows):
        return None
    faults = [(one, unfit(one, day, today)) for one in rows]
    if rows and all(why for _, why in faults):
        one, why = faults[0]
        return Hold(bars_confirm=f"这个项目的《{one.title}》还在起草：{why}")
    if rows:
        return None
    return Hold(
        told=f"本系统没有这个项目的{kind.label}，也没有公平竞争审查记录。"
        "确认之前请核对协议、法律审查意见和公平竞争审查意见的原件。",
        mark="系统内没有协议和公平竞争审查记录，凭所列证据确认",
    )


HOLDS = (hold,)
