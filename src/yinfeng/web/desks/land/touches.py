"""What the pages show of control zones: those in which a thing lies, and what lies in a zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from yinfeng.web.desks.land.columns import in_mu
from yinfeng.web.desks.land.models import Parcel, Touch, Zone
from yinfeng.web.desks.land.placing import placed

_MOST = 50


@dataclass(frozen=True, slots=True)
class Lying:
    """One touch as a page shows it."""

    touch: Touch
    label: str
    address: str
    says: str

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return getattr(self.touch, "end", None) is not None


def zones_of(thing: Model, day: date | None = None) -> tuple[Lying, ...]:
    """The zones in which a thing lies and lay; as of a past day those of that day."""
    found = Touch.objects.of(thing)
    found = found.on(day) if day else found
    rows = found.select_related("zone", "end", "by").order_by("end", "-since", "pk")
    return tuple(_lying(one, one.zone.name, f"/land/zones/{one.zone_id}") for one in rows[:_MOST])


def things_in(zone: Zone, day: date | None = None) -> tuple[Lying, ...]:
    """What lies in a zone, parcels first."""
    found = zone.touches.on(day) if day else zone.touches.standing()
    rows: Sequence[Touch] = list(
        found.select_related("zone", "end", "by").order_by("kind", "key")[:_MOST]
    )
    labels = _labels(rows)
    return tuple(_lying(one, *labels.get((one.kind, one.key), (f"{one.key}", ""))) for one in rows)


def _lying(touch: Touch, label: str, address: str) -> Lying:
    area = f"压占{in_mu(touch.area)}亩" if touch.area else ""
    share = f"占{touch.share:.1%}" if touch.share else ""
    by = f"{touch.by}认定：{touch.why}" if touch.by else touch.why
    return Lying(touch, label, address, "，".join(one for one in (area, share, by) if one))


def _labels(rows: Sequence[Touch]) -> dict[tuple[str, int], tuple[str, str]]:
    found: dict[tuple[str, int], tuple[str, str]] = {}
    kinds: list[tuple[Any, Any]] = [(Parcel, lambda pk: f"/land/parcels/{pk}")]
    kinds += [(one.model, one.address) for one in placed()]
    for model, at in kinds:
        kind = model._meta.label_lower
        keys = [one.key for one in rows if one.kind == kind]
        for thing in model._default_manager.filter(pk__in=keys) if keys else ():
            found[(kind, thing.pk)] = (str(thing), at(thing.pk))
    return found
