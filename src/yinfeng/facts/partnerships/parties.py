"""Who stands before 与, and where the words of a tie stop: 街道还与…, 公司也同…."""

import re

from yinfeng.facts.page import Page
from yinfeng.facts.partnerships.party_lines import FIRM, SEAT, Party, PartyLine
from yinfeng.facts.partnerships.speakers import speaker
from yinfeng.facts.scope import Scope

_NAMELESS = re.compile(
    r"(?:最终|今年|去年|未来|今后|目前|近日|日前|此外|同时|其中|另外|期间|现场|会上|当天|近年来"
    r"|还|将|又|正式|已|先后|分别|再次|成功|继续|也|通过|积极|主动|并|由"
    r"|近期|最近|后来|随后|接着|仪式上|眼下|如今|一方面|[\s“”])*"
)


_WENT = re.compile(r"(?:拜访|走访|考察|对接|拜会|赴|前往)了?$")


_NO_NAME = re.compile(
    r"^(?:[该本这]|[村镇]里|公司|企业)|党[支总委]|[的了在是将为对把被从让使到以]|推动|组织"
    r"|引导|促进|机构$|加强|深化|通过|工作|推进|进一步|主动|积极"
    r"|我们|双方|[个项名家]"
)


_UNKNOWN = re.compile(
    r"(?:该|本|这家)?(?:村里?|村集体|公司|企业|集团)(?:随后|后来|还|又|也|已|先后|并|便|目前|今年|去年)*"
)


_OWN_TEAM = re.compile(r"[^,，。]{0,8}(?:代表团|考察团|考察组|小分队|招商组|专班|一行)")


_LONGEST_LEAD = 8


def stop_of(says: str, at: int) -> int:
    """Where the words of a sentence stop that stand at *at*."""
    stops = [i for mark in "。;；!！?？\n" if (i := says.find(mark, at)) >= 0]
    return min(stops, default=len(says))


def needs_first(line: PartyLine, run: re.Match[str]) -> bool:
    """Whether 与, or a visit told before the run, leaves its first party to be found."""
    return bool(run["with"]) or _WENT.search(line.says, 0, run.start()) is not None


def first_party(page: Page, scope: Scope, line: PartyLine, run: re.Match[str]) -> Party | None:
    """Who stands before 与: a party, a name that is no known body, the speaker or the host."""
    at = run.start()
    start = max((line.says.rfind(mark, 0, at) + 1 for mark in ",，。;；:：、"), default=0)
    lead = line.says[start:at]
    host = scope.host(line.offsets[at])
    own = Party(host, SEAT, line.span(min(start, at), at + 1)) if host else None
    parties = line.between(start, at)
    if parties:
        is_we = page.says(*parties[-1].span).startswith("我们")
        said = speaker(page, scope, line.offsets[at]) if is_we else None
        return said or parties[-1]
    if _WENT.search(lead):
        return own
    own = speaker(page, scope, line.offsets[at]) or own
    told = _NAMELESS.match(lead)
    if _OWN_TEAM.match(lead):
        return own
    rest = lead[told.end() :].strip("“” 还将又正式已先后再次成功继续也") if told else lead
    if not rest:
        return _subject_before(line, start) or (None if "也" in lead else own)
    if _UNKNOWN.fullmatch(rest):
        return None
    if 2 <= len(rest) <= 12 and not _NO_NAME.search(rest):
        begin = start + lead.find(rest)
        return Party(rest, FIRM, line.span(begin, begin + len(rest)))
    return own


def _subject_before(line: PartyLine, end: int) -> Party | None:
    """The party that opens the sentence; one that something is only said of is no subject."""
    places = [at for at in line.parties if at < end]
    if not places:
        return None
    lead = line.says[: min(places)].rsplit(",", 1)[-1]
    is_subject = _NAMELESS.fullmatch(lead.strip()) or len(lead) > _LONGEST_LEAD
    return line.parties[min(places)] if is_subject else None
