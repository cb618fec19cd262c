"""Whether a verb ties the parties before it, and whom it ties besides."""

import re
from collections.abc import Sequence

from yinfeng.facts.partnerships import words
from yinfeng.facts.partnerships.party_lines import FIRM, SEAT, WORK, Party, PartyLine


def reaches(between: str, verb: str) -> bool:
    """Whether a verb behind a comma still tells of the parties before it."""
    if words.OTHERS.search(between):
        return False
    return words.TOGETHER.search(between + verb) is not None


def binds(parties: Sequence[Party], verb: str, after: str) -> bool:
    """Whether a bare 签约 ties: a town that signs with a firm has won a project, no partner."""
    signs = {party.sign for party in parties}
    if not words.BARE_SIGNING.fullmatch(verb):
        return not (signs == {SEAT, FIRM} and words.WINS.match(verb + after))
    if signs <= {SEAT, WORK}:
        return re.match(r"(?:合作)?共建|共同打造", after) is not None
    if re.match(r"[^。]{0,8}?(?:合作|共建|联合|携手|结对|共同打造)|[^。]{0,20}?合作", after):
        return True
    if words.A_PROJECT.match(after):
        return False
    return not (SEAT in signs and FIRM in signs) and "框架" not in verb


def to_follow(line: PartyLine, start: int, end: int) -> tuple[Party, ...]:
    """The body that those who signed will work with: …签约,未来将与…开展合作."""
    match = re.search(
        r"与(?P<body>[^,，。]{1,12}?)(?:开展|进行|建立|达成)[^,，。]{0,12}?合作",
        line.says[start:end],
    )
    if match is None:
        return ()
    return line.between(start + match.start("body"), start + match.end("body"))
