"""Needs and terms: kept, changed, removed."""

from typing import Any

from django.db import transaction

from yinfeng.web.desks.land.models import Parcel, Park
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.siting.models import LotPromise, SitingNeed, Terms
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def keep(project: Project, *, by: User, **values: Any) -> SitingNeed:
    """What the project needs of a place, for the first time."""
    require(by, "siting.keep", project.unit)
    Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if SitingNeed.objects.standing().filter(project=project).exists():
        raise Refused("这个项目已有选址需求，请打开后修改。")
    need = keeping.add(SitingNeed(project=project, unit=project.unit, **values), by=by)
    record(by, "siting.keep", need, unit=need.unit, project=project.pk, **values)
    return need


@transaction.atomic
def change(need: SitingNeed, *, by: User, version: int, **values: Any) -> SitingNeed:
    """The need with other values."""
    require(by, "siting.change", need.unit)
    made = keeping.change(need, by=by, version=version, **values)
    _changed(by, "siting.change", made)
    return made.record


@transaction.atomic
def remove(need: SitingNeed, *, by: User, reason: str) -> SitingNeed:
    """Take the need off the list; what is promised has to be released first."""
    require(by, "siting.remove", need.unit)
    need = keeping.held(need)
    if LotPromise.objects.standing().filter(need=need).exists():
        raise Refused("这个项目还有承诺的地块，请先解除承诺。")
    gone = keeping.remove(need, by=by, reason=reason)
    record(by, "siting.remove", gone, unit=need.unit, reason=reason)
    return gone


@transaction.atomic
def set_terms(
    *, by: User, park: Park | None = None, parcel: Parcel | None = None, **values: Any
) -> Terms:
    """The terms on which a park, or one parcel, is given."""
    thing = park or parcel
    assert thing is not None
    require(by, "siting.set_terms", thing.unit)
    type(thing)._base_manager.select_for_update(of=("self",)).get(pk=thing.pk)
    there = Terms.objects.standing().filter(park=park, parcel=parcel).first()
    if there is None:
        terms = Terms(park=park, parcel=parcel, unit=thing.unit, **values)
        there = keeping.add(terms, by=by)
        record(by, "siting.set_terms", there, unit=thing.unit, **values)
        return there
    made = keeping.change(keeping.held(there), by=by, **values)
    _changed(by, "siting.set_terms", made)
    return made.record


@transaction.atomic
def drop_terms(terms: Terms, *, by: User) -> Terms:
    """The park or parcel is given on no terms of its own any more."""
    require(by, "siting.set_terms", terms.unit)
    gone = keeping.remove(terms, by=by, reason="取消供地条件")
    record(by, "siting.set_terms", gone, unit=terms.unit, dropped=True)
    return gone


def _changed(by: User, action: str, made: keeping.Changed[Any]) -> None:
    after: dict[str, Any] = made.after
    record(by, action, made.record, unit=made.record.unit, before=made.before, **after)
