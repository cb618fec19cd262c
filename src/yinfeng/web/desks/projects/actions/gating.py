"""Gates: reported with evidence, shown more evidence, confirmed by a second person, corrected."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from yinfeng.judgement.gates import out_of_order
from yinfeng.lexicon.project_stages import Stages
from yinfeng.web.desks.projects.actions.signing import signed_event
from yinfeng.web.desks.projects.actions.standing import reckoned
from yinfeng.web.desks.projects.gates import lacking_of, passed_of
from yinfeng.web.desks.projects.holding import bare, holds_on, names_a_paper
from yinfeng.web.desks.projects.models import Correction, Passage, Project, Proof, Review
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document, Entry

Evidence = Mapping[str, "Document | str"]
_NAMELESS = "系统里没有这个节点的审查记录，证据要附资料、文件，或写明原件的文号。"


@transaction.atomic
def report_gate(
    project: Project,
    *,
    by: User,
    gate: str,
    day: date,
    today: date,
    version: int,
    definition: str = "",
    says: str = "",
    evidence: Evidence | None = None,
) -> Passage:
    """Say that the project passed a gate on a day; until another person confirms it is 自报."""
    require(by, "projects.report", project.unit)
    project = _going(keeping.held(project, version=version))
    for one in holds_on(project, gate, day, today):
        if one.bars_report:
            raise Refused(one.bars_report)
    passage = passed(
        project, gate, day, by=by, today=today, definition=definition, says=says,
        evidence=evidence,
    )  # fmt: skip
    stages = stages_of(project.unit, today)
    reckoned(project, by=by, today=today, because=f"上报{stages.says(gate)}（{day}）")
    record(
        by, "projects.report", project, unit=project.unit, gate=gate, day=day, passage=passage.pk,
        definition=passage.definition,
    )  # fmt: skip
    return passage


def passed(
    project: Project,
    gate: str,
    day: date | None,
    *,
    by: User,
    today: date,
    definition: str = "",
    says: str = "",
    evidence: Evidence | None = None,
    entry: Entry | None = None,
    precision: str = Passage.Precision.DAY,
) -> Passage:
    """The passage with its signed form and evidence; the caller reckons the stage."""
    stages = stages_of(project.unit, today)
    stage = stages.stage(gate)
    if stage is None:
        raise Refused("请选择阶段表里的节点。")
    if day is not None and day > today:
        raise Refused(f"节点要在通过之后上报，{day}还没有到。")
    _refuse_twice(project, gate, stage.says)
    meaning = (definition or stages.meaning_for(project.kind)) if gate == stages.start else ""
    if meaning and stages.meaning(meaning) is None:
        raise Refused("请选择认定开工的口径。")
    statement = None
    if entry is None and day is not None:
        is_month = precision == Passage.Precision.MONTH
        lines = _lines(stages, meaning, says)
        statement = signed_event(project, stage.says, day, lines, by=by, is_month=is_month)
    passage = Passage(
        project=project, gate=gate, day=day, definition=meaning, says=says.strip(), by=by,
        statement=statement, entry=entry, precision=precision,
    )  # fmt: skip
    passage.save(force_insert=True)
    _show(passage, evidence or {}, by)
    return passage


@transaction.atomic
def add_evidence(
    passage: Passage, *, by: User, wanted: str, document: Document | None = None, says: str = ""
) -> Passage:
    """Show one more piece of evidence of a gate that was reported."""
    require(by, "projects.report", passage.project.unit)
    keeping.held(passage.project)
    if hasattr(passage, "correction"):
        raise Refused("这一条已经更正，证据请加在更正后的节点上。")
    shown = document or says.strip()
    if not shown:
        raise Refused("请选择一份资料，或写明证据的文号。")
    day = passage.day or timezone.localdate()
    holds = holds_on(passage.project, passage.gate, day, day)
    if isinstance(shown, str) and any(one.mark for one in holds) and not names_a_paper(shown):
        raise Refused(f"{_NAMELESS}请改填，如“云泽镇法审〔2026〕3号，存镇档案室”。")
    _show(passage, {wanted: shown}, by)
    record(
        by, "projects.report", passage.project, unit=passage.project.unit, passage=passage.pk,
        evidence=wanted, document=document.pk if document else None, says=says.strip(),
    )  # fmt: skip
    return passage


@transaction.atomic
def review_gate(
    passage: Passage, *, by: User, is_confirmed: bool, today: date, reason: str = ""
) -> Passage:
    """Say of a gate that another person reported whether it is so; who reported it may not."""
    require(by, "projects.confirm", passage.project.unit)
    project = keeping.held(passage.project)
    passage = Passage.objects.select_for_update(of=("self",)).get(pk=passage.pk)
    stages = stages_of(project.unit, today)
    if hasattr(passage, "correction"):
        raise Refused("这一条已经更正，请核对更正后的节点。")
    if passage.by_id == by.pk:
        raise Refused("上报人不能确认自己上报的节点，请另一人核对。")
    if passage.reviews.filter(by=by).exists():
        raise Refused("您已经核对过这一条。看法有变的，请用更正。")
    marks: list[str] = []
    if is_confirmed:
        if passage.precision not in (Passage.Precision.DAY, Passage.Precision.MONTH):
            raise Refused("这一条还没有准确日期。请先更正为通过的那一天，再确认。")
        lacking = lacking_of(passage, project.kind, passage.proofs.all(), stages)
        if lacking:
            says = "、".join(want.says for want in lacking)
            raise Refused(f"证据不齐，还缺：{says}。补齐后再确认。")
        marks = _refuse_held(passage, today)
    elif not reason.strip():
        raise Refused("不予确认的，请写明理由。")
    why = "；".join(filter(None, (reason.strip(), *marks)))
    Review.objects.create(passage=passage, by=by, is_confirmed=is_confirmed, why=why)
    word = "确认" if is_confirmed else "不予确认"
    because = f"{word}{stages.says(passage.gate)}（{passage.when}）"
    reckoned(project, by=by, today=today, because=because)
    record(
        by, "projects.confirm", project, unit=project.unit, reason=why, passage=passage.pk,
        gate=passage.gate, is_confirmed=is_confirmed,
    )  # fmt: skip
    return passage


@transaction.atomic
def correct_gate(
    passage: Passage, *, by: User, reason: str, today: date, day: date | None = None
) -> Passage | None:
    """Take a gate back, or give it another day; what it was stays, and the new one is 自报."""
    require(by, "projects.correct_gate", passage.project.unit)
    project = keeping.held(passage.project)
    if not reason.strip():
        raise Refused("请写明更正的理由。")
    if hasattr(passage, "correction"):
        raise Refused("这一条已经更正过。")
    if day is not None and day == passage.day and passage.precision == Passage.Precision.DAY:
        raise Refused("日期没有变化。")
    stages = stages_of(project.unit, today)
    made = None
    if day is not None:
        # The row that is put right still stands while its successor is written.
        made = _successor(passage, project, day, by, today, stages)
    Correction.objects.create(passage=passage, instead=made, why=reason.strip(), by=by)
    because = f"更正{stages.says(passage.gate)}"
    before = {"gate": passage.gate, "day": passage.day}
    after = {"gate": made.gate, "day": made.day} if made else {"gate": "", "day": None}
    reckoned(project, by=by, today=today, because=because)
    record(
        by, "projects.correct_gate", project, unit=project.unit, before=before, reason=reason,
        passage=passage.pk, **after,
    )  # fmt: skip
    return made


def odd_day(project: Project, gate: str, day: date, stages: Stages) -> str:
    """What is odd about the day of a gate beside the others of the project, in words."""
    return out_of_order(gate, day, passed_of(project), stages)


def _successor(
    passage: Passage, project: Project, day: date, by: User, today: date, stages: Stages
) -> Passage:
    if day > today:
        raise Refused(f"节点要在通过之后上报，{day}还没有到。")
    lines = _lines(stages, passage.definition, passage.says)
    statement = signed_event(project, stages.says(passage.gate), day, lines, by=by)
    made = Passage(
        project=project, gate=passage.gate, day=day, definition=passage.definition,
        says=passage.says, statement=statement, by=by,
    )  # fmt: skip
    made.save(force_insert=True)
    Proof.objects.bulk_create(
        Proof(passage=made, wanted=one.wanted, document=one.document, says=one.says, by=by)
        for one in passage.proofs.all()
    )
    return made


def _lines(stages: Stages, meaning: str, says: str) -> list[tuple[str, str, str]]:
    known = stages.meaning(meaning)
    return [
        ("definition", "开工口径", known.says if known else ""),
        ("says", "情况", says.strip()),
    ]


def _show(passage: Passage, evidence: Evidence, by: User) -> None:
    for wanted, shown in evidence.items():
        if isinstance(shown, Document):
            if shown.unit_id != passage.project.unit_id:
                raise Refused("证据要用本单位资料库里的材料。")
            Proof.objects.create(passage=passage, wanted=wanted, document=shown, by=by)
        elif shown.strip():
            Proof.objects.create(passage=passage, wanted=wanted, says=shown.strip(), by=by)


def _refuse_held(passage: Passage, today: date) -> list[str]:
    """Refuse what another room holds back; what its confirmation is marked with."""
    holds = holds_on(passage.project, passage.gate, passage.day or today, today)
    for one in holds:
        if one.bars_confirm:
            raise Refused(one.bars_confirm)
    marks = [one.mark for one in holds if one.mark]
    if marks and bare(passage.proofs.all()):
        raise Refused(f"{_NAMELESS}现有的证据看不出是哪份材料，请补齐后再确认。")
    return marks


def _refuse_twice(project: Project, gate: str, says: str) -> None:
    """One gate is passed once: signing the same thing again within days adds nothing."""
    known = project.passages.standing().filter(gate=gate).order_by("pk").first()
    refused = known is not None and known.reviews.filter(is_confirmed=False).exists()
    if known is not None and not refused:
        raise Refused(
            f"{says}已登记过（{known.when}）。日期有误的请更正那一条；分期或增资请另登记一期。"
        )


def _going(project: Project) -> Project:
    if project.state not in (Project.State.OPEN, Project.State.PAUSED):
        raise Refused(f"这个项目现为“{project.get_state_display()}”，不能上报节点。")
    return project
