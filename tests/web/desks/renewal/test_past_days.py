"""A block on a past day: papers confirmed later were not confirmed then, nor was money due."""

from datetime import date, timedelta

from tests.web.conftest import Hire, browser_of
from tests.web.desks.renewal.works import block_of, drafted, priced, signed
from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.counting import counts_of, held_of
from yinfeng.web.desks.renewal.gates import stage_states
from yinfeng.web.desks.renewal.models import Owner
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

FIRST = date(2026, 4, 8)
LATER = FIRST + timedelta(days=10)


def test_a_paper_confirmed_later_was_not_confirmed_on_the_day(
    head: User, hire: Hire, town: OrgUnit
) -> None:
    block, other = block_of(head), hire("lander", town, Role.LAND)
    stages = rules_of(town, LATER).stages
    first = stages.stages[0]
    for gate in first.gates:
        proof = actions.prove(
            block, by=other, today=FIRST, stage=first.key, gate=gate.key, paper="摸底报告",
            day=FIRST,
        )  # fmt: skip
        actions.confirm(proof, by=head, today=LATER)
    block.refresh_from_db()
    held = held_of([block])[block.pk]
    passed = {
        day: next(state.is_passed for state in stage_states(held, stages, day))
        for day in (FIRST - timedelta(days=1), FIRST, LATER)
    }
    assert list(passed.values()) == [False, False, True]
    then = stage_states(held, stages, FIRST)[0].gates[0]
    assert [one.confirmation for one in then.papers] == [None]
    assert stage_states(held, stages, FIRST - timedelta(days=1))[0].gates[0].papers == ()
    browser = browser_of(head)
    page = browser.get(f"/renewal/blocks/{block.pk}?day={FIRST}").getvalue().decode()
    assert f'class="tag">{first.label}<' in page, "the stage of that day"
    assert 'name="gate"' not in page, "a past day is only looked at"
    now = browser.get(f"/renewal/blocks/{block.pk}").getvalue().decode()
    assert f'class="tag">{stages.stages[1].label}<' in now


def test_money_is_due_from_the_day_of_the_second_approval(
    head: User, hire: Hire, town: OrgUnit
) -> None:
    block = block_of(head)
    priced(head)
    drafter, leader = hire("lander", town, Role.LAND), hire("leader", town, Role.LEADER)
    sheet = drafted(signed(Owner.objects.get(name="云泽五金有限公司").name, head), drafter)
    sheet = actions.approve(sheet, by=leader, version=sheet.version, today=FIRST)
    sheet = actions.approve(sheet, by=head, version=sheet.version, today=LATER)
    held = held_of([block])[block.pk]
    assert counts_of(held, LATER - timedelta(days=1))["money_due"] is None
    assert counts_of(held, LATER)["money_due"] == sheet.total
