"""Which rows of a list a person picked: those ticked, or all that the question finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from yinfeng.web.lists.bulk import MOST
from yinfeng.web.lists.fitting import asked_of
from yinfeng.web.lists.listing import Listing
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused


@dataclass(frozen=True)
class Picked:
    """The records, and the version of each that the person was shown."""

    records: tuple[Any, ...]

    @property
    def versions(self) -> dict[int, int]:
        """The version of each."""
        return {record.pk: record.version for record in self.records}

    @property
    def words(self) -> str:
        """Keys and versions as a form carries them."""
        return ",".join(f"{key}:{version}" for key, version in self.versions.items())


def picked(listing: Listing, user: User, sent: QueryDict) -> Picked:
    """The records that the form names, as they stand now."""
    if sent.get("all"):
        query = QueryDict(sent.get("query", ""))
        asked = asked_of(listing, user, query, timezone.localdate())
        if asked.as_of:
            raise Refused("过去某日的情形只供查看，不能修改。")
        rows = asked.rows
    else:
        keys = [one for one in sent.getlist("row") if one.isdecimal()]
        rows = listing.rows(user).filter(pk__in=keys).order_by(*listing.order)
    records = tuple(rows.select_related("unit", *listing.related)[: MOST + 1])
    if not records:
        raise Refused("请先在清单里勾选要处理的行。")
    if len(records) > MOST:
        raise Refused(f"一次最多处理{MOST}条，请先缩小筛选范围。")
    return Picked(records)


def versions_of(words: str) -> Mapping[int, int]:
    """The keys and versions that a form carried."""
    pairs = (pair.partition(":") for pair in words.split(",") if pair)
    return {int(k): int(v) for k, _, v in pairs if k.isdecimal() and v.isdecimal()}
