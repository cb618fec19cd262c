"""Gates: reported, confirmed by a second person with the evidence, corrected and never undone."""

from datetime import date
from typing import Any

import pytest

from tests.web.conftest import Hire
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.actions import Form
from yinfeng.web.desks.projects.gates import told_gates
from yinfeng.web.desks.projects.models import APPEND_ONLY, Passage, Project
from yinfeng.web.desks.projects.rules import stages_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

TODAY = date(2026, 3, 30)
SIGNED = date(2026, 3, 2)
PROOF = {"scan": "云泽镇投〔2026〕3号", "legal_opinion": "法审3号", "fair_competition": "公审3号"}
WORDS = {
    "name": "高精度轴承项目",
    "investors": "苏州恒锐精密机械有限公司",
    "content": "年产50万套轴承",
    "amount": "3.2亿元",
    "land": "45亩",
    "kind": "new_land",
}


@pytest.fixture
def project(clerk: User, town: OrgUnit) -> Project:
    return actions.register(Form(WORDS), by=clerk, unit=town, today=TODAY)


def _signed(project: Project, by: User, **more: Any) -> Passage:
    return actions.report_gate(
        project, by=by, gate="A2", day=SIGNED, today=TODAY, version=project.version, **more
    )


def _now(project: Project) -> Project:
    return Project.objects.get(pk=project.pk)


def test_a_gate_that_only_its_reporter_vouches_for_is_shown_and_does_not_count(
    project: Project, clerk: User
) -> None:
    _signed(project, clerk, evidence=PROOF)
    now = _now(project)
    assert (now.stage, now.stage_since, now.proved) == ("A2", SIGNED, "")
    assert not Passage.objects.confirmed().exists()


def test_a_second_person_confirms_and_then_it_counts(
    project: Project, clerk: User, head: User
) -> None:
    passage = _signed(project, clerk, evidence=PROOF)
    actions.review_gate(passage, by=head, is_confirmed=True, today=TODAY)
    now = _now(project)
    assert (now.proved, now.proved_since) == ("A2", SIGNED)
    assert list(Passage.objects.confirmed()) == [passage]


def test_the_reporter_does_not_confirm_and_nobody_does_without_the_evidence(
    project: Project, head: User, hire: Hire, town: OrgUnit
) -> None:
    passage = _signed(project, head, evidence={"scan": "扫描件3号"})
    with pytest.raises(Refused, match="另一人"):
        actions.review_gate(passage, by=head, is_confirmed=True, today=TODAY)
    other = hire("second", town, Role.HEAD)
    with pytest.raises(Refused, match="法律审查意见、公平竞争审查编号"):
        actions.review_gate(passage, by=other, is_confirmed=True, today=TODAY)


def test_a_gate_goes_back_only_by_a_correction_with_a_reason_and_both_stay(
    project: Project, clerk: User, head: User
) -> None:
    passage = _signed(project, clerk, evidence=PROOF)
    actions.review_gate(passage, by=head, is_confirmed=True, today=TODAY)
    with pytest.raises(Refused, match="理由"):
        actions.correct_gate(passage, by=head, reason=" ", today=TODAY)
    again = date(2026, 3, 9)
    passage.refresh_from_db()
    made = actions.correct_gate(passage, by=head, reason="签字页日期", today=TODAY, day=again)
    now = _now(project)
    assert made is not None
    assert (now.stage_since, now.proved) == (again, "")
    told = told_gates(now, stages_of(now.unit, TODAY))
    assert [(one.passage.day, one.says) for one in told] == [(again, "自报"), (SIGNED, "已更正")]
    assert not told[0].lacking


def test_a_refused_gate_carries_the_project_nowhere(
    project: Project, clerk: User, head: User
) -> None:
    passage = _signed(project, clerk)
    actions.review_gate(passage, by=head, is_confirmed=False, today=TODAY, reason="没有盖章")
    assert _now(project).stage == ""


def test_gates_may_be_passed_out_of_order_but_not_twice_and_not_ahead_of_time(
    project: Project, clerk: User
) -> None:
    _signed(project, clerk)
    now = _now(project)
    actions.report_gate(now, by=clerk, gate="N1", day=SIGNED, today=TODAY, version=now.version)
    now = _now(project)
    assert now.stage == "A2"
    with pytest.raises(Refused, match="登记过"):
        _signed(now, clerk)
    with pytest.raises(Refused, match="还没有到"):
        actions.report_gate(
            now, by=clerk, gate="C1", day=date(2026, 5, 1), today=TODAY, version=now.version
        )


def test_a_start_names_its_definition_and_asks_for_the_evidence_of_it(
    project: Project, clerk: User, head: User
) -> None:
    passage = actions.report_gate(
        project, by=clerk, gate="C1", day=SIGNED, today=TODAY, version=project.version,
        definition="PERMIT", evidence={"permit": "330400202603020101"},
    )  # fmt: skip
    assert passage.definition == "PERMIT"
    actions.review_gate(passage, by=head, is_confirmed=True, today=TODAY)
    assert _now(project).proved == "C1"


def test_an_office_names_its_own_stages_and_projects_stand_by_them(
    project: Project, clerk: User, head: User, town: OrgUnit
) -> None:
    _signed(project, clerk)
    text = (
        "version: 云泽2026\nbasis: 云泽镇项目办通知\norder: [L0, N1, A2, C1]\n"
        "stages:\n  A2: {says: 正式签约, wants: [{key: scan, says: 协议}]}\n"
        "counts: {registered: [], completed: [], producing: [], full_capacity: []}\n"
        "starts: {standing: LAND}\n"
    )
    actions.set_rules(
        town, by=head, kind="stages", text=text, since=TODAY, reason="镇里口径", today=TODAY
    )
    own = stages_of(town, TODAY)
    assert own.says("A2") == "正式签约"
    assert own.meaning_for("new_land") == "LAND"
    with pytest.raises(Refused, match="没有写依据"):
        actions.set_rules(
            town, by=head, kind="stages", text="version: x", since=TODAY, reason="x", today=TODAY
        )
    with pytest.raises(Refused, match=r"stages\.A2\.wants 是空的"):
        actions.set_rules(
            town, by=head, kind="stages", text=text.replace("[{key: scan, says: 协议}]", "[]"),
            since=TODAY, reason="x", today=TODAY,
        )  # fmt: skip


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
def test_what_was_told_is_never_changed(model: type, db: None) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT count(*) FROM sqlite_master WHERE type='trigger' AND tbl_name=%s",
                [model._meta.db_table],  # type: ignore[attr-defined]
            )
            assert cursor.fetchone()[0] == 2
        else:
            cursor.execute(
                "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
                [model._meta.db_table],  # type: ignore[attr-defined]
            )
            assert cursor.fetchone()[0] == 1
