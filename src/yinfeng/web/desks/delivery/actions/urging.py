"""What an overdue or raised problem issues: urged once a term, then up the ladder of the lights.

A problem that waits for the firm's word or for who verifies is not urged: its owner has answered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from yinfeng.judgement.lights import calls
from yinfeng.lexicon.lights import Rung
from yinfeng.web.desks.delivery.actions.keeping import next_order
from yinfeng.web.desks.delivery.actions.receivers import receivers
from yinfeng.web.desks.delivery.models import Problem, ProblemCall
from yinfeng.web.desks.delivery.rules import days_of, ladder_on, problems_on
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.notices.actions import tell
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.events import record

State, Term = Problem.State, ProblemCall.Term
# The ladder is that of the lights: its first rung names them.
_OF_LIGHTS = "亮灯"
_ANSWERED = (State.CLOSED, State.ASKED, State.CHECKING)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A rung that is due: of which term, since when it had passed, on which day."""

    term: str
    since: date
    rung: Rung
    day: date


def issue_urges(unit: OrgUnit, *, today: date) -> int:
    """Issue every rung that is due for the problems of a unit, in the caller's transaction."""
    late = Q(due__lt=today)
    late |= Q(assigned=None, dispatch_due__lt=today) | Q(state=State.ESCALATED)
    late |= Q(fed_back=None, feedback_due__lt=today)
    rows = Problem.objects.standing().filter(
        late, unit=unit, project__state=Project.State.OPEN, project__removed_at=None
    )
    rows = rows.exclude(state__in=_ANSWERED).select_related("project__unit", "handler", "unit")
    issued = 0
    for problem in rows.prefetch_related("calls").order_by("pk"):
        known = {(one.term, one.since, one.rung) for one in problem.calls.all()}
        for want in _due(problem, today):
            if (want.term, want.since, want.rung.key) not in known:
                _issue(problem, want)
                issued += 1
    return issued


def tell_of_raise(problem: Problem, *, why: str, today: date) -> ProblemCall:
    """Tell those of the level to which a problem was raised, in the caller's transaction."""
    level = problems_on(problem.unit, today).level(problem.level)
    again = problem.calls.filter(term=Term.RAISED, since=today, rung__startswith=level.key).count()
    key = level.key if not again else f"{level.key}-{again + 1}"
    says = f"问题提至{level.says}"
    rung = Rung(key, 0, "notice", says, level.to, f"{why.strip()}。请交办"[:200])
    return _issue(problem, _Wanted(Term.RAISED, today, rung, today))


def _due(problem: Problem, today: date) -> Iterator[_Wanted]:
    rules, days = problems_on(problem.unit, today), days_of(problem.unit, today)
    waits = problem.state in (State.REGISTERED, State.ESCALATED)
    terms = (
        (Term.DISPATCH, problem.dispatch_due if waits else None),
        (Term.FEEDBACK, problem.feedback_due if problem.fed_back is None and not waits else None),
    )
    for term, due in terms:
        if due is not None and due < today:
            told = rules.urges[term]
            rung = Rung(term, 0, "notice", told.says, told.to, told.asks)
            yield _Wanted(term, due, rung, today)
    if problem.due is not None and problem.due < today:
        # The first day on which it is late: the ladder counts from there.
        since = days.after(problem.due, 1)
        for call in calls(ladder_on(problem.unit, today), since, days, today):
            yield _Wanted(Term.DUE, problem.due, call.rung, call.day)


def _issue(problem: Problem, want: _Wanted) -> ProblemCall:
    rung, project = want.rung, problem.project
    people, missing = receivers(project, rung.to, want.day, owner=problem.handler)
    number = next_order(problem.unit, want.day) if rung.kind == "order" else ""
    label = Term(want.term).label
    name = rung.says if want.term != Term.DUE else f"{label}·{rung.says.removeprefix(_OF_LIGHTS)}"
    made = ProblemCall.objects.create(
        problem=problem,
        term=want.term,
        since=want.since,
        rung=rung.key,
        kind=rung.kind,
        says=name,
        asks=rung.asks,
        number=number,
        to=[person.name for person in people],
        untold=missing,
        day=want.day,
    )
    due = f"，{problem.due}到期" if want.term == Term.DUE else ""
    says = f"{name}{number}：{project.name}“{problem.text}”{due}。{rung.asks}。"
    address, key = f"/delivery/{problem.pk}", f"problem-{made.pk}"
    tell(people, kind="delivery.call", says=says, address=address, unit=problem.unit, key=key)
    record(
        None, "delivery.urge", made, unit=problem.unit, rung=rung.key, to=made.to, untold=missing
    )
    return made
