"""Text → Mentions: one recogniser a file, listed in order in RECOGNISERS."""

from collections.abc import Callable, Iterator

from yinfeng.mentions import (
    bodies,
    indicators,
    industries,
    people,
    places,
    quantities,
    stages,
    times,
)
from yinfeng.text import Text
from yinfeng.values import Mention

Recogniser = Callable[[Text], Iterator[Mention]]

RECOGNISERS: tuple[Recogniser, ...] = (
    quantities.recognise,
    times.recognise,
    stages.recognise,
    indicators.recognise,
    places.recognise,
    industries.recognise,
    bodies.recognise,
    people.recognise,
)
