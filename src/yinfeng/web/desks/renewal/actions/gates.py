"""Gates of a block: a paper is put down by one person and confirmed by another."""

from datetime import date

from django.db import transaction

from yinfeng.web.desks.renewal.gates import failing, standing_stage
from yinfeng.web.desks.renewal.models import Confirmation, GateProof, RenewalBlock
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def prove(
    block: RenewalBlock,
    *,
    by: User,
    stage: str,
    gate: str,
    paper: str,
    day: date,
    today: date,
) -> GateProof:
    """Put down a paper for a gate."""
    require(by, "renewal.prove", block.unit)
    block = keeping.held(block)
    found = rules_of(block.unit, today).stages.stage(stage)
    if found is None or gate not in {one.key for one in found.gates}:
        raise Refused("没有这一项佐证，请刷新后再试。")
    if not paper.strip():
        raise Refused("请写明材料名称和文号。")
    if day > today:
        raise Refused("材料日期不能晚于今天。")
    proof = GateProof.objects.create(
        block=block, stage=stage, gate=gate, paper=paper.strip(), day=day, by=by
    )
    record(by, "renewal.prove", proof, unit=block.unit, stage=stage, gate=gate, paper=paper)
    return proof


@transaction.atomic
def confirm(proof: GateProof, *, by: User, today: date) -> Confirmation:
    """Confirm a paper as a second person; not while the register itself shows otherwise."""
    require(by, "renewal.confirm", proof.block.unit)
    block = keeping.held(proof.block)
    if proof.by_id == by.pk:
        raise Refused("佐证要由登记人以外的人确认。")
    if Confirmation.objects.filter(proof=proof).exists():
        raise Refused("这份佐证已经确认过。")
    stages = rules_of(block.unit, today).stages
    stage = stages.stage(proof.stage)
    gate = next((one for one in stage.gates if one.key == proof.gate), None) if stage else None
    if gate is None:
        raise Refused("现行办法没有这一项佐证。")
    if gate.check and (says := failing(gate.check, block, today)):
        raise Refused(f"台账还不符合“{gate.says}”：{says}")
    made = Confirmation.objects.create(proof=proof, day=today, by=by)
    stands = standing_stage(block, stages)
    if stands != block.stage:
        keeping.change(block, by=by, stage=stands, reason=f"{gate.says}已确认")
    record(by, "renewal.confirm", made, unit=block.unit, stage=proof.stage, gate=proof.gate)
    return made
