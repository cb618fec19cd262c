"""The steps of problems, one by one or as a sheet brings them; each says its project is alive."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from yinfeng.web.desks.delivery.actions.keeping import next_number
from yinfeng.web.desks.delivery.actions.lights import relight
from yinfeng.web.desks.delivery.models import Attachment, Problem, ProblemStep
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User

State, Step = Problem.State, ProblemStep.Kind


def begin_imported(found: Sequence[Problem], *, by: User, at: datetime, today: date) -> None:
    """Write the problems of a sheet with their numbers and first steps, in the caller's action."""
    for problem in found:
        problem.number = next_number(Problem, problem.unit, "WT", today)
        keeping.add(problem, by=by, at=at)
        told: dict[str, Any] = {"problem": problem, "day": today, "by": by}
        ProblemStep.objects.create(kind=Step.REGISTER, says=problem.text, **told)
        if problem.state == State.ASSIGNED:
            says = f"{problem.owner}：{problem.measures}".strip("：")
            ProblemStep.objects.create(kind=Step.ASSIGN, says=says, due=problem.due, **told)
    for project in {problem.project_id: problem.project for problem in found}.values():
        relight(project, today=today)


def step(
    problem: Problem,
    kind: str,
    *,
    by: User,
    today: date,
    says: str = "",
    due: date | None = None,
    attachment: Attachment | None = None,
    **more: Any,
) -> ProblemStep:
    """One step of a problem, written in the caller's transaction; its project was heard of."""
    told = {"says": says.strip(), "due": due, "attachment": attachment, **more}
    made = ProblemStep.objects.create(problem=problem, kind=kind, day=today, by=by, **told)
    relight(problem.project, today=today)
    return made
