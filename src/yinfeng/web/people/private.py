"""Personal data by class, and how each is shown to those who need not see it whole.

A model names its fields in `PRIVATE`; pages, lists, exports and the interface ask `shown`:
13812345678 → 138****5678, 张建国 → 张某某, 330424199001011234 → 330***********1234.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from django.db import models

from yinfeng.lexicon.people import surnames


class Private(StrEnum):
    """The classes of personal data."""

    PHONE = "phone"
    NAME = "name"
    IDENTITY = "identity"
    ADDRESS = "address"
    BANK = "bank"
    MAIL = "mail"

    @property
    def label(self) -> str:
        """The class as an office calls it."""
        return _LABELS[self]


_LABELS = {
    Private.PHONE: "电话",
    Private.NAME: "姓名",
    Private.IDENTITY: "证件号码",
    Private.ADDRESS: "住址",
    Private.BANK: "银行账号",
    Private.MAIL: "邮箱",
}
_HIDDEN = "****"
_NUMBER = re.compile(r"\+?\d[\d\s-]{5,}\d")
_MOBILE = re.compile(r"(?:86)?(1[3-9]\d{9})")
_AREA = re.compile(r"(0[12]\d|0[3-9]\d{2})[\s-]?\d")
_BETWEEN = re.compile(r"([、,，;；/\s]+)")
_PLACE = re.compile(r".*(?:[省市区县镇乡村]|街道|社区|大道|[路街])")
_SHORT = 4
_HEAD = 3


def private_fields(model: type[models.Model]) -> Mapping[str, Private]:
    """The fields of a model that hold personal data."""
    fields: Mapping[str, Private] = getattr(model, "PRIVATE", {})
    return fields


def shown(thing: models.Model, field: str) -> str:
    """The field as lists, exports and the interface show it: masked where it is personal."""
    says = str(getattr(thing, field) or "")
    kind = private_fields(type(thing)).get(field)
    return says if kind is None else masked(says, kind)


def masked(says: str, kind: Private) -> str:
    """The words with what tells the person apart taken out; empty stays empty."""
    return _MASKS[kind](says.strip()) if says.strip() else ""


def masked_words(says: str) -> str:
    """Running words with telephone, identity and account numbers masked wherever they stand."""
    return _NUMBER.sub(lambda found: _number(found[0]), says)


def _number(says: str) -> str:
    digits = re.sub(r"\D", "", says)
    if _MOBILE.fullmatch(digits) or _AREA.match(says):
        return _phone_of(says)
    return _ends(digits, _HEAD) if len(digits) >= 15 else says


def _phone(says: str) -> str:
    told = _NUMBER.sub(lambda found: _phone_of(found[0]), says)
    return told if told != says else _HIDDEN


def _phone_of(says: str) -> str:
    digits = re.sub(r"\D", "", says)
    if mobile := _MOBILE.fullmatch(digits):
        return f"{mobile[1][:3]}{_HIDDEN}{mobile[1][-4:]}"
    area = _AREA.match(says)
    return f"{area[1]}-{_HIDDEN}{digits[-4:]}" if area else f"{_HIDDEN}{digits[-4:]}"


def _name(says: str) -> str:
    return "".join(
        one if _BETWEEN.fullmatch(one) else _one_name(one) for one in _BETWEEN.split(says)
    )


def _one_name(says: str) -> str:
    if not says:
        return ""
    family = says[:2] if len(says) > 2 and says[:2] in surnames().compound else says[:1]
    return family + "某" * max(len(says) - len(family), 1)


def _identity(says: str) -> str:
    return _ends(says, _HEAD)


def _bank(says: str) -> str:
    return _ends(re.sub(r"\s", "", says), 0)


def _ends(says: str, head: int) -> str:
    """The first few and the last four signs, where enough is hidden between."""
    if len(says) < head + 2 * _SHORT:
        return _HIDDEN
    return f"{says[:head]}{'*' * (len(says) - head - _SHORT)}{says[-_SHORT:]}"


def _address(says: str) -> str:
    place = _PLACE.match(re.sub(r"\d.*", "", says))
    return f"{place[0] if place else ''}{_HIDDEN}"


def _mail(says: str) -> str:
    name, at, house = says.partition("@")
    return f"{name[:1]}***@{house}" if at else _HIDDEN


_MASKS: Mapping[Private, Callable[[str], str]] = {
    Private.PHONE: _phone,
    Private.NAME: _name,
    Private.IDENTITY: _identity,
    Private.ADDRESS: _address,
    Private.BANK: _bank,
    Private.MAIL: _mail,
}
