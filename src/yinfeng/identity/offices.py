"""Offices: the towns and zones of whose own work papers tell, each under its county.

A page belongs to its hosts; a newspaper page on three zones has three. A zone and its sub-district
(青禾经济开发区(柳港街道)) are one body with two names. The county is the one that the table of
towns has for the name; of several, the one to which the zone's name and the places of the page
point; of none, the one written before the name (云泽县青禾镇), else the one told of most.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from yinfeng.facts.hosts import sections
from yinfeng.facts.page import laid_out
from yinfeng.identity.told_names import declared_aliases
from yinfeng.lexicon import regions, towns
from yinfeng.reading import Reading
from yinfeng.values import Mention, Name, NameKind

_ZONE_STEM = re.compile(
    r"^(?P<stem>.{2,4}?)(?:国家级|省级)?(?:经济|高新|工业|产业|科技|经开|开发|综合|保税)"
)
_BEFORE = r"(?<![一-龥])?(?P<county>[一-龥]{2,3}[县市区])"
_COUNTY = re.compile(r"([一-龥]{2}县)(?![域级])")
_OWN_NAME = 10
"""What a zone named after its county weighs beside the places that a page mentions."""


@dataclass(frozen=True, slots=True)
class Office:
    """A town or zone: its name, other names, the county's name, and its code where one is known."""

    name: str
    others: tuple[str, ...] = ()
    county: str = ""
    code: str = ""


def offices_told(readings: Iterable[Reading]) -> tuple[Office, ...]:
    """The bodies that papers of the trade are from, in the order in which they are first met."""
    found: dict[tuple[str, str], Office] = {}
    written: dict[str, Counter[str]] = {}
    for reading in readings:
        counties = Counter(match[1] for match in _COUNTY.finditer(reading.text.clean))
        for office in _of(reading) if reading.facts else ():
            key = (office.name, office.county)
            others = {*office.others, *(found[key].others if key in found else ())}
            found[key] = replace(office, others=tuple(sorted(others)))
            written.setdefault(office.name, Counter()).update(counties)
    placed = (_placed(office, written[office.name]) for office in _met(found.values()))
    return tuple(placed)


def _met(offices: Iterable[Office]) -> Iterator[Office]:
    """The offices; one without a county is the one of its name that has one, if it is alone."""
    offices = tuple(offices)
    placed = Counter(office.name for office in offices if office.county)
    for office in offices:
        if office.county or placed[office.name] != 1:
            yield office


def _placed(office: Office, written: Counter[str]) -> Office:
    """The office under the county that its papers tell of more than once, where it has none."""
    best = written.most_common(1)
    if office.county or not best or best[0][1] < 2:
        return office
    return replace(office, county=best[0][0])


def _of(reading: Reading) -> Iterator[Office]:
    page = laid_out(reading.text, reading.mentions)
    names = tuple(dict.fromkeys(host for _, host in sections(page) if _is_office(host)))
    others = declared_aliases(page.text.clean, names)
    for name in names:
        worn = tuple(one for one in others.get(name, ()) if _is_office(one))
        county, code = _county((name, *worn), reading.mentions, page.text.clean)
        yield Office(name, worn, county, code)


def _is_office(name: str) -> bool:
    return name.endswith(("镇", "乡", "街道", "区")) and len(name) > 2


def _county(names: Sequence[str], mentions: Sequence[Mention], clean: str) -> tuple[str, str]:
    """The name and the code of the county of a body that goes by *names*; empty where unknown."""
    places = Counter(map(_present, _codes(mentions)))
    weights = Counter({code: 0 for name in names for code in towns.counties_of(name)})
    for code in _named_after(names[0]):
        # 临江经济开发区 of any province is not of the county 临江 for its name alone.
        if code in weights or places[code]:
            weights[code] += _OWN_NAME
    for code in weights:
        weights[code] += 2 * places[code] + places[f"{code[:4]}00"]
    best = weights.most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        code = best[0][0]
        return regions.by_code()[code].name, code
    return _written_before(names[0], clean)


def _named_after(zone: str) -> Iterator[str]:
    """The counties whose name a zone bears: 嘉善 in 嘉善经济技术开发区."""
    stem = _ZONE_STEM.match(zone)
    if stem is None or not zone.endswith("区"):
        return
    for region in regions.by_name().get(stem["stem"], ()):
        if region.level == 3 and region.until is None:
            yield region.code


def _codes(mentions: Sequence[Mention]) -> Iterator[str]:
    for mention in mentions:
        if isinstance(mention.value, Name) and mention.value.kind is NameKind.PLACE:
            yield mention.value.code


def _present(code: str) -> str:
    """The code that a region has today."""
    region = regions.by_code().get(code)
    return region.successor if region is not None and region.successor else code


def _written_before(name: str, clean: str) -> tuple[str, str]:
    told = Counter(match["county"] for match in re.finditer(_BEFORE + re.escape(name), clean))
    if not told:
        return "", ""
    county = told.most_common(1)[0][0]
    known = [one for one in regions.by_name().get(county, ()) if one.level == 3 and not one.until]
    return county, known[0].code if len(known) == 1 else ""
