"""The gates of a block: which papers there are, who confirmed them, what the register shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yinfeng.lexicon.renewal import Gate, Stage, Stages
from yinfeng.web.desks.renewal.counting import Held, counts_of, held_of, is_approved
from yinfeng.web.desks.renewal.models import Confirmation, GateProof, RenewalBlock


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a gate, and who had confirmed it by a day."""

    proof: GateProof
    confirmation: Confirmation | None


@dataclass(frozen=True, slots=True)
class GateState:
    """A gate with its papers, and what the register lacks for it."""

    gate: Gate
    papers: tuple[Paper, ...]
    lacks: str

    @property
    def is_passed(self) -> bool:
        """Whether a second person has confirmed one of its papers."""
        return any(one.confirmation for one in self.papers)


@dataclass(frozen=True, slots=True)
class StageState:
    """A stage with its gates."""

    stage: Stage
    gates: tuple[GateState, ...]

    @property
    def passed(self) -> int:
        """How many of its gates are passed."""
        return sum(one.is_passed for one in self.gates)

    @property
    def is_passed(self) -> bool:
        """Whether all of them are."""
        return self.passed == len(self.gates)


def stage_states(held: Held, stages: Stages, day: date) -> tuple[StageState, ...]:
    """Every stage of a block with its papers, as they were by a day."""
    papers: dict[tuple[str, str], list[Paper]] = {}
    related = held.block.proofs.select_related("by", "confirmation__by").filter(day__lte=day)
    for one in related.order_by("pk"):
        seen: Confirmation | None = getattr(one, "confirmation", None)
        known = seen if seen is not None and seen.day <= day else None
        papers.setdefault((one.stage, one.gate), []).append(Paper(one, known))
    return tuple(
        StageState(
            stage,
            tuple(
                GateState(
                    gate,
                    tuple(papers.get((stage.key, gate.key), ())),
                    _CHECKS[gate.check](held, day) if gate.check else "",
                )
                for gate in stage.gates
            ),
        )
        for stage in stages.stages
    )


def stage_on(states: Sequence[StageState]) -> Stage:
    """The first stage that was not passed; the last where all were."""
    return next((one.stage for one in states if not one.is_passed), states[-1].stage)


def standing_stage(block: RenewalBlock, stages: Stages) -> str:
    """The first stage of which a gate is not passed; the last where all are."""
    passed = set(
        block.proofs.filter(confirmation__isnull=False).values_list("stage", "gate").distinct()
    )
    for stage in stages.stages:
        if any((stage.key, gate.key) not in passed for gate in stage.gates):
            return stage.key
    return stages.stages[-1].key


def failing(check: str, block: RenewalBlock, day: date) -> str:
    """What the register lacks for a check, or nothing."""
    return _CHECKS[check](held_of([block])[block.pk], day)


def _all_entered(held: Held, _: date) -> str:
    block = held.block
    for told, rows, what in (
        (block.owners_told, held.owners, "产权户"),
        (block.tenants_told, held.lessees, "租户"),
    ):
        if told is None:
            return f"没有填应登记{what}数。"
        if len(rows) != told:
            return f"应登记{what}{told}户，已登记{len(rows)}户。"
    bare = [plot for plot in held.plots if not any(o.plot_id == plot.pk for o in held.owners)]
    return f"宗地{bare[0]}没有产权户。" if bare else ""


def _certificates_checked(held: Held, _: date) -> str:
    if not held.plots:
        return "没有登记宗地。"
    bare = [plot for plot in held.plots if plot.certified is None]
    return f"{len(bare)}宗地没有填证载面积，如{bare[0]}。" if bare else ""


def _all_signed(held: Held, day: date) -> str:
    counts = counts_of(held, day)
    if not held.owners:
        return "没有登记产权户。"
    return _all_of(counts["owners_signed"], len(held.owners), "签约")


def _all_vacated(held: Held, day: date) -> str:
    if not held.owners:
        return "没有登记产权户。"
    return _all_of(counts_of(held, day)["owners_vacated"], len(held.owners), "腾空")


def _all_of(done: object, whole: int, what: str) -> str:
    return "" if done == whole else f"产权户{whole}户，{what}{done}户。"


def _all_paid(held: Held, day: date) -> str:
    approved = {s.owner_id for s in held.sheets if is_approved(s, day)}
    left = [owner for owner in held.owners if owner.pk not in approved]
    if left or not held.owners:
        return f"{len(left)}户的补偿表没有审定。" if left else "没有登记产权户。"
    counts = counts_of(held, day)
    due, paid = counts["money_due"], counts["money_paid"]
    return "" if due == paid else f"审定补偿{due}元，已拨付{paid}元。"


def _any_resupplied(held: Held, day: date) -> str:
    return "" if any(one.on <= day for one in held.resupplies) else "没有登记再供地。"


_CHECKS: Mapping[str, Callable[[Held, date], str]] = {
    "all_entered": _all_entered,
    "certificates_checked": _certificates_checked,
    "all_signed": _all_signed,
    "all_vacated": _all_vacated,
    "all_paid": _all_paid,
    "any_resupplied": _any_resupplied,
}
