"""The gates of projects as they stand: reported, confirmed, corrected, and what they lack."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from yinfeng.judgement.gates import Passed
from yinfeng.lexicon.project_stages import Stages, Want
from yinfeng.web.desks.projects.holding import Hold
from yinfeng.web.desks.projects.models import Correction, Passage, Project, Proof, Review


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence, and what of the gate's wants it is."""

    row: Proof
    label: str


@dataclass(frozen=True, slots=True)
class Told:
    """One passage with its evidence, its reviews, its correction, as of a moment."""

    passage: Passage
    proofs: tuple[Shown, ...]
    reviews: tuple[Review, ...]
    correction: Correction | None
    lacking: tuple[Want, ...]
    name: str = ""
    meaning: str = ""
    holds: tuple[Hold, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has spoken on it yet."""
        return self.stands and not self.reviews

    @property
    def stands(self) -> bool:
        """Whether no correction took it back."""
        return self.correction is None

    @property
    def is_refused(self) -> bool:
        """Whether a second person refused it."""
        return any(not review.is_confirmed for review in self.reviews)

    @property
    def is_confirmed(self) -> bool:
        """Whether it stands and a second person vouches for it."""
        return self.stands and bool(self.reviews) and not self.is_refused

    @property
    def says(self) -> str:
        """How it stands, in a word."""
        if not self.stands:
            return "已更正"
        if self.is_refused:
            return "不予确认"
        return "已确认" if self.is_confirmed else "自报"

    @property
    def tone(self) -> str:
        """Its look."""
        return {"已确认": "good", "自报": "warn", "不予确认": "bad"}.get(self.says, "")


def told_gates(project: Project, stages: Stages, moment: datetime | None = None) -> list[Told]:
    """Every passage of a project, the latest day first; as of a moment only what was told by it."""
    passages = project.passages.select_related(
        "by", "entry__fact__reading__document", "statement"
    ).defer(
        "entry__fact__reading__source",
        "entry__fact__reading__restored",
        "entry__fact__reading__segments",
        "entry__fact__reading__parts",
    )
    if moment is not None:
        passages = passages.filter(at__lt=moment)
    rows = sorted(passages, key=lambda row: (row.day or date.min, row.pk), reverse=True)
    proofs, reviews, corrections = _beside(rows, moment)
    found = []
    for row in rows:
        own = proofs.get(row.pk, [])
        wants = {w.key: w.says for w in stages.wants(row.gate, project.kind, row.definition)}
        meaning = stages.meaning(row.definition)
        found.append(
            Told(
                row,
                tuple(Shown(proof, wants.get(proof.wanted, "证据")) for proof in own),
                tuple(reviews.get(row.pk, ())),
                corrections.get(row.pk),
                lacking_of(row, project.kind, own, stages),
                stages.says(row.gate),
                meaning.says if meaning else "",
            )
        )
    return found


def lacking_of(
    passage: Passage, kind: str, proofs: Iterable[Proof], stages: Stages
) -> tuple[Want, ...]:
    """What the gate asks for and nobody has shown."""
    has = {proof.wanted for proof in proofs}
    wants = stages.wants(passage.gate, kind, passage.definition)
    return tuple(want for want in wants if want.key not in has)


def passed_of(project: Project, moment: datetime | None = None) -> list[Passed]:
    """The gates that stand for a project, each with whether it counts."""
    return passed_by([project.pk], moment).get(project.pk, [])


def passed_by(
    projects: Iterable[int], moment: datetime | None = None
) -> Mapping[int, list[Passed]]:
    """The gates that stand for each of these projects, now or just before a moment."""
    rows = Passage.objects.filter(project__in=list(projects)).order_by("pk")
    if moment is not None:
        rows = rows.filter(at__lt=moment)
    passages = list(rows)
    _, reviews, corrections = _beside(passages, moment)
    found: dict[int, list[Passed]] = {}
    for row in passages:
        own = tuple(reviews.get(row.pk, ()))
        told = Told(row, (), own, corrections.get(row.pk), ())
        found.setdefault(row.project_id, []).extend(passed_in([told]))
    return found


def passed_in(gates: Iterable[Told]) -> list[Passed]:
    """Those of the gates that stand, in the order in which they were told."""
    standing = (one for one in gates if one.stands and not one.is_refused)
    return [
        Passed(one.passage.gate, one.passage.day, one.is_confirmed)
        for one in sorted(standing, key=lambda one: one.passage.pk)
    ]


def _beside(
    rows: list[Passage], moment: datetime | None
) -> tuple[dict[int, list[Proof]], dict[int, list[Review]], dict[int, Correction]]:
    keys = [row.pk for row in rows]
    proofs = Proof.objects.filter(passage__in=keys).select_related("document").order_by("pk")
    reviews = Review.objects.filter(passage__in=keys).select_related("by").order_by("pk")
    corrections = Correction.objects.filter(passage__in=keys).select_related("by", "instead")
    if moment is not None:
        reviews = reviews.filter(at__lt=moment)
        corrections = corrections.filter(at__lt=moment)
        proofs = proofs.filter(at__lt=moment)
    shown: dict[int, list[Proof]] = {}
    for proof in proofs:
        shown.setdefault(proof.passage_id, []).append(proof)
    said: dict[int, list[Review]] = {}
    for review in reviews:
        said.setdefault(review.passage_id, []).append(review)
    return shown, said, {one.passage_id: one for one in corrections}
