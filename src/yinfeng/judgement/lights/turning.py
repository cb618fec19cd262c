"""What a change of light asks for: coming back from red wants proof.

红灯 never goes out by a figure alone: the reckoned light waits until a person shows the proof.
"""

from dataclasses import dataclass

from yinfeng.lexicon.lights import Scheme


@dataclass(frozen=True, slots=True)
class Turn:
    """From the light that stands to the one that was reckoned."""

    was: str
    now: str
    needs_proof: bool

    @property
    def is_change(self) -> bool:
        """Whether there is anything to change."""
        return self.was != self.now

    @property
    def happens_by_itself(self) -> bool:
        """Whether it needs no person."""
        return self.is_change and not self.needs_proof


def turn_of(was: str, now: str, scheme: Scheme) -> Turn:
    """The turn from one light to another; *was* is empty where none was reckoned before."""
    was_alarm = bool(was) and was in {lamp.key for lamp in scheme.lamps} and scheme.is_alarm(was)
    return Turn(was, now, was_alarm and not scheme.is_alarm(now))
