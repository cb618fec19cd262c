"""Names of projects and carriers: what is built, without the words that every project has.

沪海轻量化汽车零部件项目 is 沪海轻量化汽车零部件; 总投资10亿元的 and 年产8000万条 stand before
a name, 一期 after it; 张庄双创园 of the host 张庄街道 is 双创园.
"""

import re

from yinfeng.identity.parts import Parts
from yinfeng.lexicon.trade_words import project_ends

_BRACKETS = re.compile(r"\([^()]*\)")
_SIZE = re.compile(r"^(?:总投资|计划投资|投资)[\d.]+(?:万|亿)?[^的]{0,3}的")
_CAPACITY = re.compile(r"年产(?:量)?[\d.]+[万亿]*[吨条套台件只个辆平方米]*")
_VERBS = re.compile(r"^(?:考察|洽谈|对接|跟踪|推进){1,2}(?=..)")
_PHASE = re.compile(r"[一二三四五]期(?:工程|项目)?$")
_HOST_ENDS = re.compile(r"(?:街道|镇|乡|经济技术开发区|经济开发区|开发区|高新区)$")


def parts(name: str, host: str) -> Parts:
    """The parts of a project's name, given plain, in the ledger of *host*."""
    words = _SIZE.sub("", _BRACKETS.sub("", _VERBS.sub("", name)))
    words, phase = _without_phase(_without_ends(words))
    core = _CAPACITY.sub("", _without_ends(words)) or words
    return Parts(_without_host(core, host), words, phase=phase)


def carrier_parts(name: str, host: str) -> Parts:
    """The parts of a park's, building's or station's name, given plain."""
    words, phase = _without_phase(_BRACKETS.sub("", name))
    return Parts(_without_host(words, host), words, phase=phase)


def _without_ends(words: str) -> str:
    for end in project_ends():
        if words.endswith(end) and len(words) - len(end) >= 2:
            return words[: -len(end)]
    return words


def _without_phase(words: str) -> tuple[str, str]:
    match = _PHASE.search(words)
    if match and match.start() >= 2:
        return words[: match.start()], match[0][:2]
    return words, ""


def _without_host(words: str, host: str) -> str:
    stem = _HOST_ENDS.sub("", host)
    for lead in (host, stem):
        if len(lead) >= 2 and words.startswith(lead) and len(words) - len(lead) >= 3:
            return words[len(lead) :]
    return words
