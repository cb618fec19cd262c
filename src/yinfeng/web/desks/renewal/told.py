"""What papers tell of renewal: each fact with its figures, their words, and whether they mix.

签约率超过84% beside 约2045亩 of 2500亩 is shown as told, with what every pair of figures gives.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from yinfeng.judgement.rates.mixing import Mixing, mixing_of
from yinfeng.reports.wording import written
from yinfeng.values import Period, Quantity, Renewal
from yinfeng.values.form import Value
from yinfeng.web.desks.renewal.models import BlockFact, RenewalBlock
from yinfeng.web.desks.renewal.rules import Rules
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Decision, Document, Entry, Fact
from yinfeng.web.store.standing import Standing, standings
from yinfeng.web.store.values import from_json

_LONG = tuple(f"current__{name}" for name in ("source", "restored", "segments", "parts"))
_TAKEN = (Decision.Verdict.ACCEPT, Decision.Verdict.CORRECT)
_PAPERS = 200
LABELS = {
    "block": "区块",
    "area": "面积",
    "enterprises": "企业主体",
    "tenants": "租户",
    "signed_rate": "签约率",
    "signed_area": "签约面积",
    "as_of": "截至",
    "before": "原有行业",
    "after": "规划功能",
}
# Which figure of the fact is which count of a rate.
_FIGURES = {
    "owners": "enterprises",
    "tenants": "tenants",
    "area": "area",
    "area_signed": "signed_area",
}


@dataclass(frozen=True, slots=True)
class ToldField:
    """One figure or word of a fact: what it says, its words in the paper, what was decided."""

    name: str
    label: str
    says: str
    quote: str
    address: str
    verdict: str
    value: Value


@dataclass(frozen=True, slots=True)
class ToldBlock:
    """A fact of renewal with its figures."""

    fact: Fact
    document: Document
    fields: tuple[ToldField, ...]
    mixing: Mixing
    block: RenewalBlock | None

    @property
    def name(self) -> str:
        """What the paper calls the block."""
        return next((one.says for one in self.fields if one.name == "block"), "")

    @property
    def is_accepted(self) -> bool:
        """Whether a person has decided on each of its figures."""
        return bool(self.fields) and all(one.verdict in _TAKEN for one in self.fields)

    def value(self, name: str) -> Value | None:
        """The value of a field, if the paper tells it."""
        return next((one.value for one in self.fields if one.name == name), None)


def told_in_scope(user: User, rules: Rules) -> list[ToldBlock]:
    """The facts of renewal in the latest papers that a person may see."""
    papers = Document.objects.visible_to(user).filter(current__facts__kind=Renewal.kind)
    documents = papers.distinct().select_related("unit", "current").defer(*_LONG)
    return list(_told(documents.order_by("-pk")[:_PAPERS], rules))


def told_of(block: RenewalBlock, rules: Rules) -> list[ToldBlock]:
    """The facts that tell of a block."""
    keys = set(block.facts.values_list("fact", flat=True))
    papers = Document.objects.filter(readings__facts__in=keys).distinct()
    documents = papers.select_related("unit", "current").defer(*_LONG).order_by("pk")
    return [one for one in _told(documents, rules) if one.block and one.block.pk == block.pk]


def told_fact(fact: Fact, rules: Rules) -> ToldBlock | None:
    """The fact with what stands of it."""
    document = fact.reading.document
    return next((one for one in _told([document], rules) if one.fact.pk == fact.pk), None)


def _told(documents: Iterable[Document], rules: Rules) -> Iterator[ToldBlock]:
    every = list(documents)
    entries: dict[int, list[Entry]] = {}
    mine = Entry.objects.filter(fact__reading__in=[one.current_id for one in every])
    for entry in mine.select_related("fact").order_by("pk"):
        entries.setdefault(entry.fact.reading_id, []).append(entry)
    said: dict[int, list[Decision]] = {}
    decisions = Decision.objects.filter(document__in=every).select_related("entry__fact")
    for decision in decisions.order_by("pk"):
        said.setdefault(decision.document_id, []).append(decision)
    links = BlockFact.objects.filter(fact__kind=Renewal.kind, fact__reading__document__in=every)
    blocks = {one.fact_id: one.block for one in links.select_related("block")}
    for document in every:
        own = entries.get(document.current_id or 0, [])
        stand, _ = standings(own, said.get(document.pk, ()))
        facts: dict[int, list[Standing]] = {}
        for entry in own:
            if entry.fact.kind == Renewal.kind:
                facts.setdefault(entry.fact_id, []).append(stand[entry.pk])
        for key, rows in facts.items():
            yield _block(document, rows, rules, blocks.get(key))


def _block(
    document: Document, rows: list[Standing], rules: Rules, block: RenewalBlock | None
) -> ToldBlock:
    fields = tuple(_fields(document, rows))
    values = {one.name: one for one in fields}
    rate = values["signed_rate"].value if "signed_rate" in values else None
    figures: dict[str, Quantity] = {}
    quotes: dict[str, str] = {}
    for key, name in _FIGURES.items():
        value = values[name].value if name in values else None
        if isinstance(value, Quantity):
            figures[key], quotes[key] = value, values[name].says
    if "signed_rate" in values:
        quotes["signed_rate"] = values["signed_rate"].says
    mixing = mixing_of(
        rate if isinstance(rate, Quantity) else None, figures, rules.rates.about, quotes
    )
    return ToldBlock(rows[0].entry.fact, document, fields, mixing, block)


def _fields(document: Document, rows: list[Standing]) -> Iterator[ToldField]:
    order = list(LABELS)
    for standing in sorted(rows, key=lambda one: order.index(one.entry.field)):
        entry = standing.entry
        if standing.value is None:
            continue
        value = from_json(standing.value)
        yield ToldField(
            name=entry.field,
            label=LABELS[entry.field],
            says=_says(value),
            quote=entry.quote,
            address=f"/library/{document.pk}#w{entry.start}-{entry.end}",
            verdict=standing.verdict,
            value=value,
        )


def _says(value: Any) -> str:
    if isinstance(value, Quantity):
        return written(value)
    if isinstance(value, Period):
        last = value.end - timedelta(days=1) if value.end is not None else None
        days = [str(day) for day in (value.start, last) if day is not None]
        return " 至 ".join(dict.fromkeys(days))
    return value if isinstance(value, str) else "、".join(str(item) for item in value)


def filled(told: ToldBlock) -> Mapping[str, Any]:
    """What a block takes over of a fact: its name, area, numbers, industries and functions."""
    area = told.value("area")
    made: dict[str, Any] = {"name": told.name[:80]}
    if isinstance(area, Quantity) and area.unit.name in ("mu", "m2"):
        scale = Decimal(10_000) / 15 if area.unit.name == "mu" else Decimal(1)
        made["area"] = (area.figure * scale).quantize(Decimal("0.01"))
    for name, field in (("owners_told", "enterprises"), ("tenants_told", "tenants")):
        value = told.value(field)
        if isinstance(value, Quantity):
            made[name] = int(value.figure)
    for name, field in (("industries", "before"), ("functions", "after")):
        words = next((one.says for one in told.fields if one.name == field), "")
        if words:
            made[name] = words[:200]
    return made
