"""The page of background work: whether workers are there, what waits, runs, failed, was done."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work import actions
from yinfeng.web.work.health import is_worked_on, titled
from yinfeng.web.work.job import jobs
from yinfeng.web.work.models import Slot, State, Task

_ROWS = 50
# Failed first: they wait for a person, the others do not.
_TABS = (State.FAILED, State.RUNNING, State.WAITING, State.DONE)


@dataclass(frozen=True, slots=True)
class Tab:
    """One state with the number of its tasks."""

    state: State
    count: int

    @property
    def label(self) -> str:
        """The state as an office calls it."""
        return str(self.state.label)


@dataclass(frozen=True, slots=True)
class Row:
    """One task as the page shows it."""

    task: Task
    title: str

    @property
    def took(self) -> str:
        """How long it took, to the second: 1分5秒."""
        if self.task.started is None or self.task.ended is None:
            return ""
        minutes, seconds = divmod(round((self.task.ended - self.task.started).total_seconds()), 60)
        return f"{minutes}分{seconds}秒" if minutes else f"{seconds}秒"


@require_GET
@desk_view("work.read")
def index(request: DeskRequest) -> HttpResponse:
    """The tasks of one state, the latest first, and the schedule."""
    tasks = Task.objects.visible_to(request.user)
    counts = dict(tasks.values_list("state").annotate(Count("pk")))
    asked = request.GET.get("state", "")
    state = State(asked) if asked in State.values else _opening(counts)
    page = Paginator(tasks.filter(state=state).listed(), _ROWS).get_page(request.GET.get("page"))
    context = {
        "tabs": [Tab(one, counts.get(one, 0)) for one in _TABS],
        "state": state,
        "page": page,
        "rows": [_row(task) for task in page.object_list],
        "is_worked_on": is_worked_on(timezone.now()),
        "slots": _slots(),
    }
    part = "jobs/_tasks.html" if request.htmx else "jobs/index.html"
    return render(request, part, context)


@require_POST
@desk_view("work.retry")
def retry(request: DeskRequest, pk: int) -> HttpResponse:
    """Let a task that was given up be tried again."""
    task = get_object_or_404(Task.objects.visible_to(request.user), pk=pk)
    try:
        actions.try_again(task, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"已重新排队：{_row(task).title}。")
    return redirect("jobs:index")


def _opening(counts: dict[str, int]) -> State:
    """The first state of which there are tasks."""
    return next((state for state in _TABS if counts.get(state)), State.DONE)


def _row(task: Task) -> Row:
    return Row(task, titled(task))


def _slots() -> list[tuple[str, Slot]]:
    listed = Slot.objects.order_by("due", "job")
    return [(jobs()[slot.job].title, slot) for slot in listed if slot.job in jobs()]
