"""What the seeds tell of renewal stands on this desk with its proof, once it is accepted."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.web.conftest import browser_of
from yinfeng.judgement.rates.mixing import Verdict
from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.models import RenewalBlock
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.desks.renewal.told import ToldBlock, told_in_scope, told_of
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import accept_all, take_in
from yinfeng.web.store.models import Fact

DAY = date(2026, 7, 1)
SEEDS = Path(__file__).parents[5] / "shared" / "seeds"
PAPER = (
    "云泽镇老农机厂片区有机更新\n"
    "云泽镇老农机厂片区占地500亩，片区内聚集了25家企业主体和60家厂房租赁户。"
    "截至6月底，该片区企业腾退签约率已经超过84%，签约腾退面积约390亩。\n"
)


def _told(user: User, name: str) -> ToldBlock:
    rules = rules_of(user.unit, DAY)
    return next(one for one in told_in_scope(user, rules) if name in one.name)


def _adopted(told: ToldBlock, by: User) -> RenewalBlock:
    accept_all(told.fact, by=by)
    fact = Fact.objects.select_related("reading__document__unit", "reading__document__current")
    return actions.adopt(fact.get(pk=told.fact.pk), by=by)


def _mu(block: RenewalBlock) -> int:
    return round((block.area or Decimal(0)) * 15 / 10_000)


def test_a_text_that_mixes_its_rates_is_named_and_both_stand(head: User) -> None:
    take_in(PAPER.encode(), "腾退.txt", by=head)
    told = _told(head, "农机厂")
    assert told.mixing.is_mixed
    with pytest.raises(Refused, match="先在资料里核实"):
        actions.adopt(told.fact, by=head)
    block = _adopted(told, head)
    assert (block.owners_told, block.tenants_told) == (25, 60)
    page = browser_of(head).get(f"/renewal/blocks/{block.pk}").content.decode()
    assert "口径混用" in page
    assert "84%" in page
    assert "78.0%" in page
    assert "应登记产权户25户，已登记0户" in page
    with pytest.raises(Refused, match="已归入"):
        actions.adopt(_told(head, "农机厂").fact, by=head)


@pytest.mark.skipif(not SEEDS.exists(), reason="../shared is not beside this copy")
def test_the_blocks_of_the_seeds_stand_with_their_words(head: User) -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        take_in(path.read_bytes(), path.name, by=head)
    told = _told(head, "横泾桥")
    readings = {one.pair.label: one for one in told.mixing.readings}
    assert told.mixing.is_mixed
    assert readings["按面积"].rate == "81.8%"
    assert readings["按面积"].verdict is Verdict.DIFFERS
    assert "签105户为84.7%" in readings["按户"].says
    assert "84%" in told.mixing.told
    block = _adopted(told, head)
    assert (block.owners_told, block.tenants_told) == (124, 348)
    assert _mu(block) == 2500
    whole = _adopted(_told(head, "工业园区全域"), head)
    assert _mu(whole) == 4500
    for name, mu in (("英鑫达", 301), ("巴士在线", 220), ("二期", 2000)):
        assert _mu(_adopted(_told(head, name), head)) == mu
    (stands,) = told_of(block, rules_of(head.unit, DAY))
    for field in stands.fields:
        source = stands.fact.reading.source
        entry = stands.fact.entries.get(field=field.name)
        assert source[entry.start : entry.end] == field.quote
    page = browser_of(head).get(f"/renewal/blocks/{block.pk}").content.decode()
    for says in ("84%", "81.8%", "口径混用", "2,500.00亩", "2045"):
        assert says in page, says
