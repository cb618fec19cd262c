"""Agreements: drafts are screened, signing is refused without its papers, promises are checked."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from tests.web.desks.agreements.made import (
    LAWFUL,
    RED,
    TODAY,
    a_talk,
    an_agreement,
    reviewed,
    screened,
    signed,
)
from yinfeng.web.desks.agreements import actions
from yinfeng.web.desks.agreements.models import APPEND_ONLY, Agreement, DraftScreening
from yinfeng.web.desks.agreements.standing import duties_of, open_reds
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.worker import work_off


@pytest.fixture
def agreement(town: OrgUnit, clerk: User) -> Agreement:
    return an_agreement(a_talk(town, clerk), clerk)


def test_a_draft_is_screened_with_its_words_and_basis(agreement: Agreement, clerk: User) -> None:
    screened(agreement, clerk, RED)
    found = DraftScreening.objects.get()
    assert (found.colour, found.reds) == ("red", 1)
    hit = found.clauses[0]["hits"][0]
    start, end, quote = hit["words"][0]
    assert RED[start:end] == quote
    assert "公平竞争审查条例" in hit["basis"]


def test_signing_without_the_review_of_fair_competition_is_refused(
    agreement: Agreement, clerk: User, head: User
) -> None:
    screened(agreement, clerk)
    with pytest.raises(Refused, match="没有公平竞争审查记录"):
        signed(agreement, head)
    reviewed(agreement, clerk, "fail")
    with pytest.raises(Refused, match="不符合"):
        signed(agreement, head)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    assert (done.state, done.signed) == ("signed", TODAY)


def test_signing_passes_the_gate_of_the_project(
    agreement: Agreement, clerk: User, head: User
) -> None:
    screened(agreement, clerk)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    passage = done.project.passages.get(gate="A2")
    shown = {proof.wanted: proof.says for proof in passage.proofs.all()}
    assert "清公审〔2026〕18号" in shown["fair_competition"]
    assert done.passage == passage
    done.project.refresh_from_db()
    assert done.project.stage == "A2"


def test_an_intent_passes_the_gate_of_intents_only(town: OrgUnit, clerk: User, head: User) -> None:
    one = an_agreement(a_talk(town, clerk), clerk, kind="intent", amount="")
    screened(one, clerk)
    reviewed(one, clerk)
    done = signed(one, head)
    assert [passage.gate for passage in done.project.passages.all()] == ["A1"]


def test_a_second_phase_adds_no_second_signing(
    agreement: Agreement, clerk: User, head: User
) -> None:
    screened(agreement, clerk)
    reviewed(agreement, clerk)
    first = signed(agreement, head)
    second = an_agreement(first.project, clerk, title="二期协议", phase="二期", amount="2亿元")
    screened(second, clerk, LAWFUL + "\n第三条 二期。")
    reviewed(second, clerk)
    signed(second, head)
    assert first.project.passages.filter(gate="A2").count() == 1


def test_a_red_clause_stands_in_the_way_until_it_is_changed_or_answered(
    agreement: Agreement, clerk: User, head: User
) -> None:
    screened(agreement, clerk, RED)
    reviewed(agreement, clerk)
    with pytest.raises(Refused, match="红色条款"):
        signed(agreement, head)
    screened(agreement, head, RED + "\n")
    own = open_reds(agreement, TODAY)[0]
    with pytest.raises(Refused, match="另一人"):
        actions.answer(agreement, by=head, rule=own.rule, quote=own.quote, says="国函〔2026〕1号")
    screened(agreement, clerk, RED + "\n\n")
    for red in open_reds(agreement, TODAY):
        actions.answer(agreement, by=head, rule=red.rule, quote=red.quote, says="国函〔2026〕1号")
    reviewed(agreement, clerk)
    assert signed(agreement, head).state == "signed"


def test_a_draft_changed_after_the_review_is_reviewed_again(
    agreement: Agreement, clerk: User, head: User
) -> None:
    screened(agreement, clerk)
    reviewed(agreement, clerk)
    screened(agreement, clerk, LAWFUL + "\n第三条 双方友好协商。")
    with pytest.raises(Refused, match="重新审查"):
        signed(agreement, head)


def test_an_exception_needs_its_ground_and_its_end(agreement: Agreement, clerk: User) -> None:
    with pytest.raises(Refused, match="第十二条"):
        reviewed(agreement, clerk, "exception")


def test_a_draft_is_screened_again_when_the_rules_change(
    agreement: Agreement, clerk: User, head: User, town: OrgUnit
) -> None:
    screened(agreement, clerk, "第一条 双方合作开展招商引税工作。")
    reviewed(agreement, clerk)
    text = "version: 云泽2027\nrules:\n  - {code: TAX-04, colour: red}\n"
    actions.set_rules(
        town, by=head, kind="clauses", text=text, since=TODAY, reason="从严", today=TODAY
    )
    with pytest.raises(Refused, match="规则已更新"):
        signed(agreement, head)
    draft = agreement.drafts.get()
    assert actions.screen_again(draft, by=clerk, today=TODAY) is not None
    assert actions.screen_again(draft, by=clerk, today=TODAY) is None
    assert [one.colour for one in draft.screenings.order_by("pk")] == ["yellow", "red"]


def test_an_old_text_is_not_accused(agreement: Agreement, clerk: User) -> None:
    actions.hand_in_draft(
        agreement, by=clerk, content=RED.encode(), name="旧.txt", today=TODAY,
        written=date(2021, 5, 8),
    )  # fmt: skip
    found = DraftScreening.objects.get()
    assert (found.colour, found.reds, found.historic) == ("historic", 0, 1)


def test_what_is_signed_is_changed_by_a_supplement_only(
    agreement: Agreement, clerk: User, head: User
) -> None:
    screened(agreement, clerk)
    reviewed(agreement, clerk)
    done = signed(agreement, head)
    with pytest.raises(Refused, match="补充协议"):
        actions.redraft(done, by=clerk, version=done.version, values={"amount": "9亿元"})
    with pytest.raises(Refused, match="补充的是哪一份"):
        an_agreement(done.project, clerk, kind="more")
    more = an_agreement(done.project, clerk, kind="more", supplements=done)
    assert more.supplements == done


def test_promises_are_checked_against_what_happened(
    agreement: Agreement, clerk: User, head: User
) -> None:
    due = TODAY - timedelta(days=30)
    late = actions.promise(agreement, by=clerk, side="ours", says="交付净地", due=due)
    kept = actions.promise(agreement, by=clerk, side="theirs", says="注册公司", due=TODAY)
    actions.promise(agreement, by=clerk, side="theirs", says="开工", due=due)
    with pytest.raises(Refused, match="签订之后"):
        actions.check_promise(
            late, by=clerk, today=TODAY, finding="late", day=TODAY, proof="交地单"
        )
    screened(agreement, clerk)
    reviewed(agreement, clerk)
    signed(agreement, head)
    with pytest.raises(Refused, match="逾期履行"):
        actions.check_promise(
            late, by=clerk, today=TODAY, finding="kept", day=TODAY, proof="交地单"
        )
    actions.check_promise(late, by=clerk, today=TODAY, finding="late", day=TODAY, proof="交地单")
    actions.check_promise(kept, by=clerk, today=TODAY, finding="kept", day=TODAY, proof="营业执照")
    found = {one.promise.says: one.finding for one in duties_of([agreement], TODAY)}
    assert found == {"交付净地": "late", "注册公司": "kept", "开工": "overdue"}


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
def test_what_was_found_cannot_be_changed(
    agreement: Agreement, clerk: User, head: User, town: OrgUnit, model: type
) -> None:
    screened(agreement, clerk, RED)
    reviewed(agreement, clerk)
    red = open_reds(agreement, TODAY)[0]
    actions.answer(agreement, by=head, rule=red.rule, quote=red.quote, says="国函〔2026〕1号")
    rows = model._default_manager.all()  # type: ignore[attr-defined]
    if rows.exists():
        field = "by" if hasattr(rows[0], "by_id") else "pk"
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**{field: head.pk})


def test_the_nightly_job_screens_what_is_stale_once(
    agreement: Agreement, clerk: User, head: User, town: OrgUnit
) -> None:
    screened(agreement, clerk)
    text = "version: 云泽2027"
    actions.set_rules(
        town, by=head, kind="clauses", text=text, since=timezone.localdate(), reason="换版",
        today=timezone.localdate(),
    )  # fmt: skip
    for _ in range(2):
        enqueue("agreements.screen", key="", unit=None, by=None)
        work_off()
    assert DraftScreening.objects.count() == 2
