"""Short names of firms in an officer's own words: 鑫磊石英,老板姓马; 叫云视智能; 金禾食品想扩产.

In a talk nobody writes 公司. A word that none of the language at large is, where a clause begins,
before what only a firm wants or does, is then a firm's short name.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.mentions.body_candidates import Candidate, uncovered
from yinfeng.mentions.body_visits import is_called
from yinfeng.values import NameKind

_NAMED = re.compile(
    r"(?:^|[,，。;；:：、\n(（“]|叫|是|介绍的|来的|做[一-龥]{1,6}的|(?:接待|见|拜访|走访)了)"
    r"(?P<name>[一-龥A-Za-z0-9]{3,8}?)”?(?=的?[一-龥]总(?![投部产量体额面计])|[,，]老板"
    r"|[,，]?(?:今天|昨天|上午|下午|已经|已)?(?:想|准备[投拿租上做建来]|打算|有意|拟|计划|反映|反馈|希望|申请|签了|[要租投拿][\d一二三四五六七八九十两]|做[一-龥]{1,8}的[,，])"
    r"|[(（](?:总?投资|用地)|的?[一二三]期(?:厂房|项目)?|一行\d|我们又|从[一-龥]{2,4}搬|的环评)"
)


# No firm is called after what joins words or commands: 请提前|准备, 他们|打算.
_JOINS = frozenset(
    "请让把被给对向从在于和与及将会能可要想应该须需已正才就都也还又再很最更比不没未无有是为以因由所而且但若如则我你您他她它咱某一这那哪谁各每几多先后前下上昨今明"
)


def talked_of(clean: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The short names in a talk that none of the bodies found covers."""
    return uncovered(_items(clean), found)


def _items(clean: str) -> Iterator[Candidate]:
    for match in _NAMED.finditer(clean):
        name = match["name"]
        if name[0] not in _JOINS and is_called(name):
            yield Candidate(*match.span("name"), NameKind.BRAND, match.end("name"))
