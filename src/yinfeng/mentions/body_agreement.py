"""How long a town's or village's name is: what its tellings in one document agree on.

来洋河口镇, 在洋河口镇 and 洋河口镇 agree on three characters. A name told once keeps what its own
edge shows.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from yinfeng.mentions.body_candidates import Candidate, is_place_name

_LENGTHS = (4, 3, 2)
_SHARE = 0.6


def agreed(clean: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The bodies found, with the names of towns and villages as their tellings agree."""
    groups: defaultdict[str, list[Candidate]] = defaultdict(list)
    for body in found:
        if body.reach >= 0:
            groups[clean[body.ending - 2 : body.end]].append(body)
    starts: dict[Candidate, int] = {}
    for group in groups.values():
        if len(group) > 1:
            length = _length(clean, group)
            starts |= {body: max(body.reach, body.ending - length) for body in group}
    return [body._replace(start=starts[body]) if body in starts else body for body in found]


def _length(clean: str, group: Sequence[Candidate]) -> int:
    for length in _LENGTHS[:-1]:
        told = Counter(
            clean[body.ending - length : body.ending]
            for body in group
            if body.ending - length >= body.reach
        )
        name, count = told.most_common(1)[0] if told else ("", 0)
        enough = max(2, _SHARE * len(group))
        if count >= enough and is_place_name(name, group[0].kind):
            return length
    return _LENGTHS[-1]
