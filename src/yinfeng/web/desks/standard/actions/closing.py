"""When a commitment is over: no check is open any more, and no penalty is owed."""

from yinfeng.web.desks.standard.models import Commitment, StandardPlot
from yinfeng.web.desks.standard.models.joined import plots_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User

State = Commitment.State


def close_when_done(commitment: Commitment, *, by: User) -> None:
    """Let the commitment be fulfilled where all is done, or run on where a penalty is owed again.

    What was taken back stays taken back: its penalties are asked for all the same.
    """
    held = keeping.held(commitment)
    if held.state == State.RECLAIMED:
        return
    checks = held.checks.filter(removed_at=None)
    is_open = checks.open().exists() or checks.filter(unpaid__gt=0).exists()
    state = State.RUNNING if is_open else State.FULFILLED
    of_plot = StandardPlot.State.COMMITTED if is_open else StandardPlot.State.FULFILLED
    end(held, by, state, of_plot)


def end(commitment: Commitment, by: User, state: str, of_plot: str) -> None:
    """The commitment and all its plots in another state."""
    keeping.change(commitment, by=by, state=state)
    for plot in plots_of(commitment):
        keeping.change(plot, by=by, state=of_plot)
