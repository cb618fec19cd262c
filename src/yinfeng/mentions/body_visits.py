"""Short names of firms known by what is told of them: 拜访立讯精密、欧菲光; 盒马鲜生投资2亿元.

What officers call on, and who invests a sum, is a firm, a body or a person. A word that is no body
found already, no person, no place and none of the language at large is then a firm's short name.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.lexicon import bodies as words
from yinfeng.lexicon import trade_words
from yinfeng.lexicon.common_words import weights
from yinfeng.lexicon.people import surnames
from yinfeng.lexicon.words import listed
from yinfeng.mentions.body_candidates import Candidate, uncovered
from yinfeng.mentions.body_edges import starts_region
from yinfeng.values import NameKind

_VISIT = re.compile(
    r"(?:拜访|走访|回访|到访|会见|会晤)(?:了|过)?(?P<list>[^,，。;；:：!！?？\n“”()（）等]{2,60})"
)
_INVESTS = re.compile(r"投资(?:约|近|超)?(?=\d)")
_INVESTOR = re.compile(
    r"(?:^|[,，。;；:：、\n])(?P<name>[一-龥A-Za-z0-9]{3,8}?)(?:计划|拟|将|共)?总?$"
)
_CLAUSE = 12
_NO_INVESTOR = re.compile(r"[下已将再又还拟总年月日期内共完各]|投资|\d")
_JOINT = re.compile(r"、|以及|和(?!平|美|谐|信|达)|及(?!其)|与")
_NO_NAME = re.compile(
    r"企业|客商|[商协学]会|项目|园区|市场|商户|商家|群众|居民|干部|负责人|领导|现场|部门|单位|街道|中心|学校"
    r"|医院|基地|车间|展厅|厂区|老总|董事|经理|先生|女士|一行|代表|团队|专家|教授|乡[友贤亲]|老乡|校友|朋友"
    r"|同志|困难|家庭|学子|老人|职工|党员|战友|嘉宾|人士|人员|同行|(?<!智)家$|[户人员者工镇乡县市省区局委办村社组院站]$"
    r"|^[该本各全两几数多其此我你他她这那]|[一二两三四五六七八九十百千几数多\d][余多]?[家户名个批]|情况|工作|问题|需求|帮[困扶]|服务|慰问|活动|制度|机制"
)
_SHORTEST, _LONGEST, _OF_A_PERSON = 3, 8, 3
_RARE = -12.0


def visited(clean: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The short names of those called on that none of the bodies found covers."""
    return uncovered(_items(clean), found)


def _items(clean: str) -> Iterator[Candidate]:
    for invests in _INVESTS.finditer(clean):
        match = _INVESTOR.search(clean, max(0, invests.start() - _CLAUSE), invests.start())
        if match and is_called(match["name"]):
            yield Candidate(*match.span("name"), NameKind.BRAND, match.end("name"))
    for match in _VISIT.finditer(clean):
        start, last = match.span("list")
        for joint in [*_JOINT.finditer(clean, start, last), None]:
            end = joint.start() if joint else last
            if _is_short_name(clean[start:end]):
                yield Candidate(start, end, NameKind.BRAND, end)
            start = joint.end() if joint else last


def _is_short_name(says: str) -> bool:
    """Whether words in a list of those called on can only be a firm's short name."""
    if not _SHORTEST <= len(says) <= _LONGEST or not says.isalnum() or _NO_NAME.search(says):
        return False
    if "的" in says and not says.endswith("集团"):
        return False
    if len(says) <= _OF_A_PERSON and says[0] in surnames().common:
        return False
    head = says
    if starts_region(says, 0):
        size = next((n for n in (3, 2) if says[:n] in words.region_heads()), 0)
        head = says[size:].lstrip("省市县区")
        if head in _TRADES:
            return True
        if len(head) < _SHORTEST - 1:
            return False
    match = words.common_words().match(head)
    if match is not None and match.end() == len(head):
        return False
    return _is_rare(head) or _is_traded(head)


def is_called(says: str) -> bool:
    """Whether the words before 投资3亿元 or 想扩产 can only be a firm's short name."""
    return _is_short_name(says) and not _NO_INVESTOR.search(says) and _is_rare(says)


def _is_rare(head: str) -> bool:
    return weights().get(head[:2], -99.0) <= _RARE


def _is_traded(head: str) -> bool:
    """Whether a word of a trade ends the name and other words begin it: 阳光电源, 康盛食品."""
    return any(
        head[-size:] in _TRADES and head[:-size] not in _TRADES for size in (2, 3) if len(head) >= 4
    )


_TRADES = frozenset(
    {*trade_words.trade_groups(), *listed("short_trades"), *listed("trades_at_large")}
)
