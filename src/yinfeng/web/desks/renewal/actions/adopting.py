"""A fact of a paper whose every figure is decided on becomes a block, or tells of one."""

from django.db import transaction
from django.utils import timezone

from yinfeng.web.desks.renewal.actions.records import checked
from yinfeng.web.desks.renewal.models import BlockFact, RenewalBlock
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.desks.renewal.told import filled, told_fact
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document, Fact


@transaction.atomic
def adopt(fact: Fact, *, by: User, block: RenewalBlock | None = None) -> RenewalBlock:
    """Take a fact over as a new block, or as what a paper tells of one that stands."""
    document = fact.reading.document
    require(by, "renewal.adopt", document.unit)
    Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    told = told_fact(fact, rules_of(document.unit, timezone.localdate()))
    if told is None:
        raise Refused("这份材料已重新读过，请刷新后再采用。")
    if told.block is not None:
        raise Refused(f"这条事实已归入“{told.block}”。")
    if not told.is_accepted:
        raise Refused("这条事实还有没核实的项，请先在资料里核实。")
    if block is None:
        name = told.name[:80]
        block = RenewalBlock.objects.standing().filter(unit=document.unit, name=name).first()
    if block is None:
        if not told.name:
            raise Refused("材料没有写区块名称，请先登记区块，再归入。")
        block = RenewalBlock(unit=document.unit, **filled(told))
        checked(block)
        block = keeping.add(block, by=by)
    elif block.unit_id != document.unit_id:
        raise Refused("只能归入本单位的区块。")
    link = BlockFact.objects.create(block=block, fact=fact, by=by)
    record(by, "renewal.adopt", link, unit=document.unit, block=block.pk, fact=fact.pk)
    return block
