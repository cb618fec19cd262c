"""Who held the posts of a project, as of a past day: only what was known by then."""

from datetime import timedelta

from django.utils import timezone

from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.models import Seat
from yinfeng.web.desks.projects.pages import page_of
from yinfeng.web.desks.projects.rules import rules_of
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
