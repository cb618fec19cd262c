"""What every source tells of each field of a project, side by side, and which telling stands.

Figures of two sources either agree or they do not: 近3亿元 agrees with 2.9亿元. Where they do not,
what stood goes on to stand until a person chooses, with a reason; nothing is overwritten.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from yinfeng.ledger.agree import agrees
from yinfeng.reports.wording import written
from yinfeng.values import Quantity
from yinfeng.web.desks.leads.papers import LONG
from yinfeng.web.desks.projects.fields import FIELDS, FIGURES, label_of
from yinfeng.web.desks.projects.models import Choice, Project, Telling
from yinfeng.web.store.values import from_json


@dataclass(frozen=True, slots=True)
class Source:
    """One telling: what it says, its words, who or what says it, where to see it."""

    telling: Telling
    says: str
    quote: str
    who: str
    address: str
    stands: bool
    is_odd: bool
    is_aside: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One field with all its tellings, the one that stands, and whether a person has to choose."""

    name: str
    label: str
    says: str
    sources: tuple[Source, ...]
    is_disputed: bool
    why: str

    @property
    def proof(self) -> Source | None:
        """The source that stands."""
        return next((one for one in self.sources if one.stands), None)


def sides_of(project: Project, moment: datetime | None = None) -> list[Side]:
    """Every field of a project with what is told of it, now or just before a moment."""
    tellings = tellings_of(project, moment)
    chosen = choices_of(project, moment)
    return [
        _side(project, name, [t for t in tellings if t.field == name], chosen.get(name))
        for name in FIELDS
    ]


def tellings_of(project: Project, moment: datetime | None = None) -> list[Telling]:
    """The tellings of a project in the order in which they came."""
    rows = project.tellings.select_related(
        "statement__by", "lead_statement__by", "entry__fact__reading__document"
    ).defer(*(f"entry__fact__reading__{name}" for name in LONG))
    off = project.facts.exclude(taken_off=None)
    if moment is not None:
        rows, off = rows.filter(at__lt=moment), off.filter(taken_off__lt=moment)
    return list(rows.exclude(entry__fact__in=off.values("fact")).order_by("pk"))


def choices_of(project: Project, moment: datetime | None = None) -> dict[str, Choice]:
    """The last choice of each field."""
    rows = project.choices.select_related("by").order_by("pk")
    if moment is not None:
        rows = rows.filter(at__lt=moment)
    return {choice.field: choice for choice in rows}


def standing(tellings: Sequence[Telling], choice: Choice | None) -> Telling | None:
    """The telling that stands: the chosen one, else the first."""
    if choice is not None:
        return next((t for t in tellings if t.pk == choice.telling_id), None)
    return tellings[0] if tellings else None


def disputing(
    tellings: Iterable[Telling], stands: Telling | None, choice: Choice | None
) -> list[Telling]:
    """The tellings that cannot be true beside the one that stands, told since it was chosen."""
    if stands is None or stands.field not in FIGURES:
        return []
    ours = _figure(stands)
    if ours is None:
        return []
    return [
        telling
        for telling in tellings
        if telling.pk != stands.pk
        and not (choice is not None and telling.at <= choice.at)
        and (theirs := _figure(telling)) is not None
        and not agrees(ours, theirs)
    ]


def is_disputed(project: Project) -> bool:
    """Whether any figure of the project waits for a person to choose."""
    return any(side.is_disputed for side in sides_of(project))


def words_of(telling: Telling) -> str:
    """What a telling says as the register would write it."""
    value = from_json(telling.value)
    if isinstance(value, Quantity):
        return telling.quote if _own_words(telling) else written(value)
    if isinstance(value, tuple):
        return "、".join(str(one) for one in value)
    return str(value)


def _own_words(telling: Telling) -> bool:
    return telling.entry_id is None


def _figure(telling: Telling) -> Quantity | None:
    value = from_json(telling.value)
    return value if isinstance(value, Quantity) else None


def _side(project: Project, name: str, told: Sequence[Telling], choice: Choice | None) -> Side:
    stands = standing(told, choice)
    odd = {telling.pk for telling in disputing(told, stands, choice)}
    # What cannot be true beside the chosen one and was known when it was chosen is set aside.
    aside = {telling.pk for telling in disputing(told, stands, None)} - odd if choice else set()
    sources = tuple(_source(t, stands, odd, aside) for t in told)
    why = f"{choice.by}选定：{choice.why}" if choice else ""
    says = label_of(name, str(getattr(project, name) or ""))
    return Side(name, FIELDS[name], says, sources, bool(odd), why)


def _source(telling: Telling, stands: Telling | None, odd: set[int], aside: set[int]) -> Source:
    who, address = _where(telling)
    return Source(
        telling,
        label_of(telling.field, words_of(telling)),
        telling.quote,
        who,
        address,
        stands is not None and telling.pk == stands.pk,
        telling.pk in odd,
        telling.pk in aside,
    )


def _where(telling: Telling) -> tuple[str, str]:
    if telling.entry is not None:
        paper = telling.entry.fact.reading.document
        return paper.name, f"/library/{paper.pk}#w{telling.start}-{telling.end}"
    if telling.lead_statement is not None:
        signed = telling.lead_statement
        return f"{signed.by}的线索登记", f"/leads/{signed.lead_id}#s{signed.pk}"
    assert telling.statement is not None
    return f"{telling.statement.by} {telling.statement.at:%Y-%m-%d}", f"#s{telling.statement_id}"
