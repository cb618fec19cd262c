"""Who held the posts of a project, as of a past day: only what was known by then."""

from datetime import timedelta

from django.utils import timezone

from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.models import Project, Seat
from yinfeng.web.desks.projects.pages import page_of
from yinfeng.web.desks.projects.rules import rules_of
from yinfeng.web.desks.projects.wanting import held_on, without_leader
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.models import OrgUnit, User


def test_a_post_given_later_with_an_earlier_day_was_still_empty_then(
    town: OrgUnit, clerk: User, head: User
) -> None:
    project, today = a_project(town, clerk), timezone.localdate()
    yesterday = today - timedelta(days=1)
    actions.seat(
        project, by=head, post=Seat.Post.OFFICER, since=today - timedelta(days=9), person=clerk
    )
    rules = rules_of(town, today)
    now = {one.key: one.name for one in page_of(project, rules, today).chairs}
    then = {one.key: one.name for one in page_of(project, rules, today, yesterday).chairs}
    assert now["officer"] == clerk.name
    assert then["officer"] == ""


def test_an_end_written_later_does_not_alter_what_was_known(
    town: OrgUnit, clerk: User, head: User
) -> None:
    project, today = a_project(town, clerk), timezone.localdate()
    long_ago = today - timedelta(days=30)
    made = actions.seat(project, by=head, post=Seat.Post.LEADER, since=long_ago, name="沈立群")
    # As if it had been written down then.
    Seat.objects.filter(pk=made.pk).update(at=timezone.now() - timedelta(days=30))
    actions.end_seat(made, by=head, until=today - timedelta(days=10), reason="调离")
    last_week = today - timedelta(days=7)
    rules = rules_of(town, today)
    then = {one.key: one.name for one in page_of(project, rules, today, last_week).chairs}
    now = {one.key: one.name for one in page_of(project, rules, today).chairs}
    assert (then["leader"], now["leader"]) == ("沈立群", "")
    known = end_of(last_week)
    wants = Project.objects.filter(without_leader(last_week, known))
    assert not wants.filter(pk=project.pk).exists()
    assert Project.objects.filter(without_leader(today), pk=project.pk).exists()
    assert held_on([project.pk], last_week, known)[project.pk]["leader"].name == "沈立群"
    told = [one.sort for one in page_of(project, rules, today, last_week).moments]
    assert not any("离岗" in one for one in told)
