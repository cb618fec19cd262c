"""What turns a project: ended with its reason, handed over, shared, split, merged and undone."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.web.conftest import browser_of
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.actions import Form
from yinfeng.web.desks.projects.models import Ending, Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

TODAY = date(2026, 3, 30)
STEPS = ("reminder", "talk", "deadline", "end")


def _project(by: User, unit: OrgUnit, name: str, **gate: Any) -> Project:
    words = {"name": name, "investors": f"{name}有限公司", "amount": "1.2亿元"}
    form = Form(words, **gate)
    return actions.register(form, by=by, unit=unit, today=TODAY, reason="已核对")


def _now(project: Project) -> Project:
    return Project.objects.select_related("unit").get(pk=project.pk)


def test_a_lost_project_keeps_reason_rival_stage_days_amount_and_a_day_to_look_again(
    clerk: User, town: OrgUnit, head: User
) -> None:
    project = _project(clerk, town, "阀门", gate="N1", gate_day=date(2026, 3, 2))
    told: dict[str, Any] = {
        "by": clerk,
        "state": "lost",
        "code": "R9",
        "reason": "地价",
        "today": TODAY,
    }
    with pytest.raises(Refused, match="落户地"):
        actions.close(project, version=project.version, **told)
    actions.close(project, version=project.version, rival="邻县开发区", **told)
    ending = Ending.objects.get()
    assert (ending.stage, ending.days_in_stage, ending.amount) == ("N1", 28, "1.2亿元")
    assert (ending.rival, ending.revisit) == ("邻县开发区", date(2026, 9, 28))
    lost = _now(project)
    assert (lost.state, lost.revisit) == ("lost", date(2026, 9, 28))
    actions.resume(lost, by=head, reason="对方又来谈", today=TODAY, version=lost.version)
    assert _now(project).state == "open"
    assert Ending.objects.count() == 1


def test_a_signed_project_is_ended_step_by_step_and_never_just_lost(
    clerk: User, town: OrgUnit
) -> None:
    project = _project(clerk, town, "阀门", gate="A2", gate_day=date(2026, 3, 2))
    told: dict[str, Any] = {"by": clerk, "code": "R7", "reason": "资金断链", "today": TODAY}
    with pytest.raises(Refused, match="按步骤终止"):
        actions.close(project, state="lost", version=project.version, **told)
    with pytest.raises(Refused, match="限期整改、解约或收回"):
        actions.close(
            project, state="ended", steps=("reminder", "talk"), version=project.version, **told
        )
    actions.close(project, state="ended", steps=STEPS, version=project.version, **told)
    assert _now(project).state == "ended"


def test_a_transfer_keeps_who_first_talked_and_its_share(
    clerk: User, head: User, town: OrgUnit, other_town: OrgUnit, neighbour: User
) -> None:
    project = _project(clerk, town, "阀门")
    actions.hand_over(
        project, by=head, taker=other_town, giver_share=40, reason="用地在柳桥", today=TODAY,
        version=project.version,
    )  # fmt: skip
    now = _now(project)
    assert (now.unit, now.first_unit) == (other_town, town)
    assert now.handovers.get().taker_share == 60
    assert Project.objects.visible_to(neighbour).get() == now
    assert not Project.objects.visible_to(clerk).exists()


def test_shares_of_an_enclave_sum_to_a_hundred(clerk: User, head: User, town: OrgUnit) -> None:
    project = _project(clerk, town, "阀门")
    told: dict[str, Any] = {
        "by": head, "sender": "云泽镇", "receiver": "清溪开发区", "since": TODAY,
        "basis": "共建协议", "version": project.version,
    }  # fmt: skip
    shares = {"output": 50, "investment": 30, "tax": 40, "energy": 101}
    with pytest.raises(Refused, match="能耗"):
        actions.set_enclave(project, shares=shares, **told)
    made = actions.set_enclave(project, shares={**shares, "energy": 0}, **told)
    assert {sum(pair) for pair in made.shares.values()} == {100}


def test_a_phase_and_an_increase_stand_below_with_figures_of_their_own(
    clerk: User, town: OrgUnit
) -> None:
    whole = _project(clerk, town, "阀门")
    second = actions.add_part(
        whole, Form({"name": "阀门二期", "amount": "8000万元"}), part="phase", by=clerk,
        today=TODAY, reason="二期协议", version=whole.version,
    )  # fmt: skip
    more = actions.add_part(
        whole, Form({"name": "阀门增资", "amount": "500万美元"}), part="increase", by=clerk,
        today=TODAY, reason="增资协议", version=_now(whole).version,
    )  # fmt: skip
    assert (second.parent, second.part) == (whole, "phase")
    assert second.yuan == 80_000_000
    assert (more.part, more.currency, more.yuan) == ("increase", "USD", None)
    assert more.money == 5_000_000
    assert _now(whole).yuan == 120_000_000


def test_a_merging_is_undone_and_a_splitting_too_and_history_stays(
    clerk: User, head: User, town: OrgUnit
) -> None:
    one, two = _project(clerk, town, "阀门"), _project(clerk, town, "水泵")
    actions.merge(one, [two], by=head, reason="同一投资方", today=TODAY, version=one.version)
    assert _now(two).state == "merged"
    assert _now(two).parent_id == one.pk
    actions.undo(one.joinings.get(), by=head, reason="两家", today=TODAY)
    assert (_now(two).state, _now(two).parent_id) == ("open", None)
    now = _now(one)
    forms = [Form({"name": f"阀门{n}厂", "amount": "6000万元"}) for n in ("一", "二")]
    made = actions.split(now, forms, by=head, reason="分厂", today=TODAY, version=now.version)
    assert [piece.part for piece in made] == ["piece", "piece"]
    assert _now(one).state == "split"
    last = one.joinings.filter(kind="split").get()
    actions.undo(last, by=head, reason="不分了", today=TODAY)
    assert _now(one).state == "open"
    assert all(_now(piece).is_removed for piece in made)
    with pytest.raises(Refused, match="已经撤销"):
        actions.undo(last, by=head, reason="再撤", today=TODAY)
    assert one.joinings.count() == 4


def test_a_merging_takes_the_sum_of_the_totals_and_gives_it_back(
    clerk: User, head: User, town: OrgUnit
) -> None:
    one, two = _project(clerk, town, "阀门"), _project(clerk, town, "水泵")
    Project.objects.filter(pk=one.pk).update(amount="1亿元", yuan=100_000_000)
    Project.objects.filter(pk=two.pk).update(amount="1.5亿元", yuan=150_000_000)
    one, two = _now(one), _now(two)
    asked = browser_of(head).post(
        f"/projects/{one.pk}/merge",
        {"version": one.version, "numbers": two.number, "reason": "同一投资方"},
    )
    assert asked.status_code == 422
    assert "相加为2.5亿元" in asked.content.decode()
    assert _now(two).state == "open"
    actions.merge(one, [two], by=head, reason="同一投资方", today=TODAY, version=one.version)
    assert (_now(one).amount, _now(one).yuan) == ("2.5亿元", Decimal(250_000_000))
    assert "2.5亿元" in browser_of(head).get(f"/projects/{one.pk}").content.decode()
    actions.undo(one.joinings.get(), by=head, reason="两家", today=TODAY)
    assert (_now(one).amount, _now(one).yuan) == ("1亿元", Decimal(100_000_000))
    again = _now(one)
    actions.merge(
        again, [_now(two)], by=head, reason="重复", today=TODAY, version=again.version,
        amount="1.5亿元",
    )  # fmt: skip
    assert _now(one).yuan == 150_000_000
