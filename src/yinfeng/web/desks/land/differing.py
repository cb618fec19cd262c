"""Parcels whose drawing differs from the certificate by more than allowed (图证不符)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.lookups import GreaterThan, LessThan
from django.utils import timezone

from yinfeng.web.desks.land.rules import made_of, own_rules
from yinfeng.web.lists.filters import Filter, Given
from yinfeng.web.people.models import User

# The database reckons with whole numbers, in parts of a ten-thousandth.
_WHOLE = 10_000
_UNKNOWN = Q(certified=None) | Q(measured=None)


@dataclass(frozen=True, kw_only=True)
class Differing(Filter):
    """Whether drawing and certificate differ by more than the office of the parcel allows."""

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """Either, yes, no."""
        choices = (("", "不限"), ("yes", "是"), ("no", "否"))
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those that differ, or those that do not or of which it is not known."""
        off = _parts(given.get("as_of") or timezone.localdate())
        measured, certified = F("measured") * _WHOLE, F("certified")
        differs = Q(GreaterThan(measured, certified * (off + _WHOLE))) | Q(
            LessThan(measured, certified * (_WHOLE - off))
        )
        return {"yes": differs, "no": _UNKNOWN | ~differs}.get(given[self.key])

    def says(self, given: Given) -> str:
        """是 or 否."""
        return {"yes": "是", "no": "否"}.get(given[self.key], "")


def _parts(day: date) -> Any:
    """What may differ, in ten-thousandths: of the nearest office that has laid it down."""
    own = own_rules(day)
    # The deepest office comes first: it is the nearest.
    whens = [
        When(unit__path__startswith=path, then=Value(own[path].parts))
        for path in sorted(own, key=len, reverse=True)
    ]
    return Case(*whens, default=Value(made_of("").parts), output_field=IntegerField())
