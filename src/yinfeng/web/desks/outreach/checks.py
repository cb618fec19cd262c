"""What must hold between records, in sentences: a visit lies in its trip, a word in its list."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from yinfeng.lexicon.outreach import words
from yinfeng.web.desks.outreach.models import (
    Channel,
    Exchange,
    Kept,
    Leg,
    Pairing,
    Partner,
    Reception,
    Signing,
    Talk,
    Team,
    Traveller,
    Trip,
    Visit,
)
from yinfeng.web.shell.refusals import Refused

# Which field of which record chooses from which list of words.
VOCABULARIES: dict[type[Kept], dict[str, str]] = {
    Reception: {"received": "received", "rank": "guests"},
    Signing: {"kind": "agreements"},
    Team: {"kind": "teams"},
    Channel: {"kind": "channels"},
    Partner: {"kind": "partners"},
    Pairing: {"kind": "pairings"},
}


def vocabularies(model: type[Kept]) -> dict[str, str]:
    """The fields of a record that choose from a list, with the list."""
    names = {field.name for field in model._meta.fields}
    channel = {"channel": "channels"} if "channel" in names else {}
    return {**VOCABULARIES.get(model, {}), **channel}


def checked(thing: Kept) -> None:
    """Refuse a record whose fields do not hold together."""
    unasked = {"created_at", "changed_at", "history", "custom"}
    try:
        thing.full_clean(exclude=unasked)
    except ValidationError as error:
        raise Refused("；".join(_sentences(thing, error))) from error
    check(thing)


def _sentences(thing: Kept, error: ValidationError) -> list[str]:
    says: list[str] = []
    for name, told in error.message_dict.items():
        known = name in {field.name for field in thing._meta.fields}
        label = f"{thing._meta.get_field(name).verbose_name}：" if known else ""  # type: ignore[union-attr]
        says += [f"{label}{message}" for message in told]
    return says


def check(thing: Kept) -> None:
    """Refuse what does not hold together."""
    _choose_known_words(thing)
    _belong_to_one_unit(thing)
    if isinstance(thing, Reception | Talk | Signing | Exchange) and thing.on > timezone.localdate():
        name = thing._meta.verbose_name
        raise Refused(f"{name}的日期晚于今天。这里只登记已经发生的；将要做的，请写进下一步。")
    if isinstance(thing, Leg):
        _within(thing.trip, thing.since, "行程")
        _within(thing.trip, thing.until, "行程")
    elif isinstance(thing, Visit):
        _within(thing.trip, thing.on, "拜访日期")
    elif isinstance(thing, Traveller):
        for day in filter(None, (thing.since, thing.until)):
            _within(thing.trip, day, "加入和离开的日期")
        _once_at_a_time(thing)
    elif isinstance(thing, Exchange) and thing.pairing_id:
        assert thing.pairing is not None
        if thing.pairing.partner_id != thing.partner_id:
            raise Refused("这项合作关系不是与这个合作方的。")


def _choose_known_words(thing: Kept) -> None:
    for name, which in vocabularies(type(thing)).items():
        key = getattr(thing, name)
        if key and key not in words(which):
            label = thing._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            raise Refused(f"{label}只能选：{'、'.join(words(which).values())}。")


def _belong_to_one_unit(thing: Kept) -> None:
    """Another office's trip or team cannot be named: it would be seen through ours."""
    for field in thing._meta.fields:
        if field.is_relation and field.related_model and issubclass(field.related_model, Kept):
            other = getattr(thing, field.name)
            if other is not None and other.unit_id != thing.unit_id:
                raise Refused(f"{field.verbose_name}不是本单位的。")


def _once_at_a_time(one: Traveller) -> None:
    """Nobody goes twice at one time; who left may join again."""
    others = one.trip.travellers.filter(name=one.name, removed_at=None).exclude(pk=one.pk)
    for other in others:
        is_apart = one.user_id and other.user_id and one.user_id != other.user_id
        if not is_apart and _begins(one) <= _ends(other) and _begins(other) <= _ends(one):
            raise Refused(f"“{one.name}”已在这次外出的人员里。")


def _begins(one: Traveller) -> tuple[date, int]:
    return (one.since, one.since_half) if one.since else (one.trip.since, one.trip.since_half)


def _ends(one: Traveller) -> tuple[date, int]:
    return (one.until, one.until_half) if one.until else (one.trip.until, one.trip.until_half)


def _within(trip: Trip, day: date, what: str) -> None:
    if not trip.since <= day <= trip.until:
        raise Refused(f"{what}不在这次外出的{trip.since}至{trip.until}之内。")
