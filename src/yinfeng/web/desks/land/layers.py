"""Which layers of a drawing are taken: 界址线 is, the circles of 界址点 and the frame are not."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from yinfeng.mapping.figures import Figure

_LAYER = "图层"
_LIKELY = re.compile(r"界址线|宗地|地块|地籍|红线|范围|JZD|JZX|^ZD|^DK|LAND|PARCEL", re.IGNORECASE)
_NEVER = re.compile(r"界址点|注记|图框|^TK$|JZP|TEXT", re.IGNORECASE)


def layers_of(figures: Sequence[Figure]) -> dict[str, int]:
    """How many shapes lie on each layer of the drawing, the fullest first."""
    found = Counter(one.words[_LAYER] for one in figures if one.words.get(_LAYER))
    return dict(found.most_common())


def guessed_layers(names: Sequence[str]) -> list[str]:
    """The layers that are likely meant; all of them where no name tells."""
    likely = [one for one in names if _LIKELY.search(one) and not _NEVER.search(one)]
    return likely or [one for one in names if not _NEVER.search(one)] or list(names)


def chosen(figures: Sequence[Figure], told: Mapping[str, Any]) -> Sequence[Figure]:
    """The shapes on the layers that were chosen."""
    layers = told.get("layers")
    return [one for one in figures if one.words.get(_LAYER) in layers] if layers else figures
