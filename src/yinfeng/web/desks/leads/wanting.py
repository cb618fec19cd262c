"""Which leads want something on a day: a clock has run out, a leader owes a word, an A is adrift.

The page of today counts by these and the list filters by them, so that each number opens to the
rows that it counts. All hold for leads and for their versions alike.
"""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from yinfeng.lexicon.policies import maturity
from yinfeng.web.desks.leads.models import Clock, Dispatch, Lead


def clocks_running(day: date, *, is_live: bool = False) -> QuerySet[Clock]:
    """The clocks that ran on a day; of today, live, those that nobody has stopped."""
    if is_live:
        return Clock.objects.running()
    return Clock.objects.filter(Q(ended=None) | Q(ended__gt=day), starts__lte=day)


def clocks_overdue(day: date, *, is_live: bool = False) -> QuerySet[Clock]:
    """The clocks that had run out by a day; one that was extended later had not its later end."""
    if is_live:
        return Clock.objects.overdue(day)
    then = Q(extended_on=None) | Q(extended_on__lte=day)
    run_out = (then & Q(ends__lt=day)) | (~then & Q(first_ends__lt=day))
    return clocks_running(day).filter(run_out)


def dispatches_open(day: date, *, is_live: bool = False) -> QuerySet[Dispatch]:
    """What leaders had been handed and had not done by a day."""
    if is_live:
        return Dispatch.objects.open()
    still = (Q(resulted=None) | Q(resulted__gt=day)) & (Q(withdrawn=None) | Q(withdrawn__gt=day))
    return Dispatch.objects.filter(still, sent__lte=day)


def dispatches_late(day: date) -> QuerySet[Dispatch]:
    """Those of them whose answer or result was late."""
    unanswered = Q(answer_due__lt=day) & (Q(answered=None) | Q(answered__gt=day))
    return dispatches_open(day).filter(unanswered | Q(result_due__lt=day))


def with_late_clock(day: date, *, is_live: bool = False) -> Q:
    """Leads of which a clock has run out."""
    return Q(id__in=clocks_overdue(day, is_live=is_live).values("lead"))


def with_late_dispatch(day: date) -> Q:
    """Leads about which a leader owes an answer or a result."""
    return Q(id__in=dispatches_late(day).values("lead"))


def adrift(day: date) -> Q:
    """Open leads of grade A without a leader, or without a next day in time."""
    ahead = day + timedelta(days=maturity().grade("A").next_days)
    is_dated = Q(next_date__gte=day, next_date__lte=ahead)
    return Q(grade="A", state=Lead.State.OPEN) & (Q(leader="") | Q(next_date=None) | ~is_dated)
