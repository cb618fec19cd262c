"""What shows that a milestone is done: a paper of the library, a file, words, or all of them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.desks.plans.made import TODAY, a_plan
from tests.web.papers import NAME, PAPER
from yinfeng.web.desks.plans import actions
from yinfeng.web.desks.plans.models import Milestone, Plan, Proof
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import take_in
from yinfeng.web.store.models import Document


@pytest.fixture
def row(town: OrgUnit, clerk: User) -> Milestone:
    """A milestone that is no gate."""
    return _own(a_plan(town, clerk))


def _own(plan: Plan) -> Milestone:
    found = Milestone.objects.filter(plan=plan, gate="").order_by("place").first()
    assert found is not None
    return found


def _paper(by: User) -> Document:
    return take_in(PAPER, NAME, by=by).upload.documents.get()


def test_a_milestone_is_done_upon_a_paper_of_the_library(row: Milestone, clerk: User) -> None:
    paper = _paper(clerk)
    browser = browser_of(clerk)
    today = timezone.localdate()
    answer = browser.post(
        f"/plans/milestone/{row.pk}/finish",
        {"version": row.version, "day": today.isoformat(), "document": paper.pk},
    )
    assert answer.status_code == 302, answer.content.decode()
    row.refresh_from_db()
    assert row.ended == today
    assert row.proof == paper.name
    page = browser.get(f"/plans/milestone/{row.pk}").content.decode()
    assert f"/library/{paper.pk}" in page


def test_a_file_is_kept_and_comes_back_as_it_was_and_only_where_it_may_be_seen(
    row: Milestone, clerk: User, neighbour: User
) -> None:
    sent = SimpleUploadedFile("批复.pdf", b"%PDF-1.7 scan")
    browser = browser_of(clerk)
    answer = browser.post(
        f"/plans/milestone/{row.pk}/prove",
        {"version": row.version, "file": sent, "says": "规划批复扫描件"},
    )
    assert answer.status_code == 302, answer.content.decode()
    proof = Proof.objects.get()
    back = browser.get(f"/plans/milestone/proofs/{proof.pk}")
    assert back.getvalue() == b"%PDF-1.7 scan"
    assert "attachment" in back["Content-Disposition"]
    assert browser_of(neighbour).get(f"/plans/milestone/proofs/{proof.pk}").status_code == 404
    row.refresh_from_db()
    assert row.ended is None, "evidence alone finishes nothing"


def test_nothing_at_all_is_no_evidence(row: Milestone, clerk: User) -> None:
    with pytest.raises(Refused, match="完成依据"):
        actions.finish(row, by=clerk, day=TODAY, today=TODAY, version=row.version)
    with pytest.raises(Refused, match="选一份资料"):
        actions.prove(row, by=clerk, today=TODAY, version=row.version)
    with pytest.raises(Refused, match="空文件"):
        actions.prove(row, by=clerk, today=TODAY, version=row.version, file=("空.pdf", b""))


def test_the_paper_of_another_office_proves_nothing_here(
    row: Milestone, clerk: User, neighbour: User
) -> None:
    paper = _paper(neighbour)
    with pytest.raises(Refused, match="本单位"):
        actions.prove(row, by=clerk, today=TODAY, version=row.version, document=paper)
    answer = browser_of(clerk).post(
        f"/plans/milestone/{row.pk}/prove", {"version": row.version, "document": paper.pk}
    )
    assert answer.status_code == 422


def test_who_only_reads_lays_no_evidence(row: Milestone, viewer: User) -> None:
    browser = browser_of(viewer)
    assert browser.post(f"/plans/milestone/{row.pk}/prove", {}).status_code == 403
