"""The forms of what a person may do on a page, filled with what this record allows."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from yinfeng.web.desks.agreements.admission import Scope
from yinfeng.web.desks.agreements.doings import Doing
from yinfeng.web.desks.agreements.forms import (
    AgreementForm,
    ConcludeForm,
    Form,
    HandInForm,
    MemberForm,
    RedraftForm,
    ScoreForm,
    VetoForm,
)
from yinfeng.web.desks.agreements.happening_forms import HappeningForm
from yinfeng.web.desks.agreements.models import AdmissionReview, Agreement
from yinfeng.web.desks.agreements.reviews import rules_for
from yinfeng.web.people.may import may
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.paths import line_of
from yinfeng.web.people.rights import MAY
from yinfeng.web.store.models import Document

_MOST_PAPERS = 60


def form_of(
    name: str, doing: Doing, thing: Any, user: User, data: Any = None, files: Any = None
) -> forms.BaseForm:
    """The form of one thing that may be done."""
    kind: Any = doing.form
    more: dict[str, Any] = {"label_suffix": "", "auto_id": f"{name}_%s"}
    if issubclass(kind, AgreementForm):
        more["instance"] = Agreement.objects.get(pk=thing.pk)
    initial = {"version": thing.version}
    form: forms.BaseForm = kind(data, files, initial=initial, **more)
    fit(form, thing, user)
    return form


def fit(form: forms.BaseForm, thing: Any, user: User) -> None:
    """Offer the papers, people, items and agreements that this record allows."""
    if isinstance(form, Form) and any(_asks_paper(form)):
        form.offer(papers_of(user, thing.unit))
    if isinstance(form, HandInForm | ScoreForm | VetoForm):
        assert isinstance(thing, AdmissionReview)
        form.fit(rules_for(thing))
    elif isinstance(form, ConcludeForm):
        form.fit(Scope(thing.project, rules_for(thing)))
    elif isinstance(form, MemberForm):
        form.fit(people_of(thing.unit, "agreements.score"))
    elif isinstance(form, HappeningForm):
        form.fit(thing)
    elif isinstance(form, RedraftForm):
        form.fit(thing.project.agreements.exclude(pk=thing.pk))


def offers(
    doings: Mapping[str, Doing], names: list[str], thing: Any, user: User
) -> dict[str, forms.BaseForm]:
    """The forms of those things that this person may do here."""
    return {
        name.replace("-", "_"): form_of(name, doings[name], thing, user)
        for name in names
        if may(user, doings[name].right, thing.unit)
    }


def papers_of(user: User, unit: OrgUnit) -> "QuerySet[Document]":
    """The papers of the unit that came last."""
    rows = Document.objects.visible_to(user).filter(unit=unit).order_by("-pk")
    keys = list(rows.values_list("pk", flat=True)[:_MOST_PAPERS])
    return Document.objects.filter(pk__in=keys).order_by("-pk")


def people_of(unit: OrgUnit, right: str) -> "QuerySet[User]":
    """Who may do this in the unit."""
    held = Post.objects.on(timezone.localdate()).filter(
        unit__path__in=line_of(unit.path), role__in=MAY[right]
    )
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name", "pk")


def _asks_paper(form: forms.BaseForm) -> Iterator[bool]:
    for field in form.fields.values():
        queryset = getattr(field, "queryset", None)
        yield queryset is not None and queryset.model is Document
