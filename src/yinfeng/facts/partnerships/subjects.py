"""What a tie is about, and what kind of tie it is.

What is supplied, built or shared says more than the paper that was signed:
签订产学研合作协议,共建研究中心 is about 共建研究中心.
"""

import re
from collections.abc import Sequence

from yinfeng.facts.engagements.sightings import trimmed
from yinfeng.facts.page import Page
from yinfeng.facts.partnerships.party_lines import FIRM, SCHOOL, SEAT, VILLAGE, WORK, Party
from yinfeng.values import Span

_SUPPLY = re.compile(
    r"供应(?!链)|供销|产销对接|包销|代销|供货|采购|购销|直供|定销|包销|订购|配套(?!设施|建设|服务|政策)|供应链(?=[,，。;；]|$)"
)
_SUPPLY_PAPER = re.compile(
    r"(?:供应|供货|供销|购销|采购|产销|收购|订购|订单(?!式))[^,，。]{0,6}?(?:协议|合同)"
)
_RESEARCH = re.compile(
    r"产学研|研究院|研究中心|技术合作|实验室|研发|科研|成果转化|校企|博士后|工作站|中试"
    r"|技术攻关|创新联合体|实训基地|实习基地"
)
_PAIRING = re.compile(r"结对|友好|缔结|对口|帮扶|东西部协作|结成|结为")
_FRIENDS = re.compile(r"缔结[^,，。;；]{0,6}?(?:友好|兄弟|姐妹|姊妹)")
_SCHOOLS = (
    "大学",
    "学院",
    "研究院",
    "研究所",
    "系",
    "科学院",
    "农科院",
    "学校",
    "职校",
    "研究中心",
)
_SUBJECT = re.compile(
    r"[,，](?:将|并|未来|双方|共同)*(?P<next>(?:定向|每年|每月|长期)*(?:供应"
    r"|供货|采购|收购|输送|培养)[^,，。;；]{2,24}|(?:[^,，。;；]{2,12})?每[天日周月季年](?:向|为)[^,，。;；]{2,8}(?:供应"
    r"|提供|供货)[^,，。;；]{2,16}|共[建同育][^,，。;；]{2,24}|(?:合作|联合|携手)(?:打造"
    r"|建设|成立|组建|开发|研发)[^,，。;；]{2,24}"
    r"|在[^,，。;；]{1,12}?(?:设立|建立|共建|成立|合建)[^,，。;；]{2,24})"
    r"|[,，](?P<duty>由[^。;；]{6,60}?(?=[,，](?:今年|去年|目前|截至|每年|年产|预计)|[。;；]|$))"
    r"|就(?P<about>[^,，。;；]{2,20}?)(?:问题|事宜|方面)?(?:签订|签署|达成)"
    r"|在(?P<fields>[^。;；]{4,60}?)(?:等)?方面"
    r"|(?P<share>[共合]建(?!(?:合作|框架)*协议)[^,，。;；]{2,24}?(?=签署|签订|达成|已|正式|目前|于\d|[今去]年|现|[一-龥]{0,3}月份|[,，。;；]|$))"
    r"|(?:签订|签署|签下|达成|签)了?“(?P<named>[^”]{2,16})”[^,，。;；]{0,6}?协议"
    r"|(?:签订|签署|签下|达成|签)了?(?P<paper>[^,，。;；协]{2,28}协议|[^,，。;；]{1,12}?合同"
    r"|[^,，。;；]{2,20}?备忘录|[^,，。;；]{2,24}?合作(?:项目)?)"
    r"|合作(?P<quoted>“[^”]{2,20}”[一-龥]{0,4})|(?P<research>产学研合作)"
    r"|(?P<pair>(?:村企)?结对(?:共建|帮扶))"
    r"|(?:合作|联合|共同)(?:办起|办了?|开办|创办|建起)(?P<shop>[^,，。;；]{2,20})"
    r"|(?:携手|联合|联手|合作|共同|[,，])(?P<joint>(?:打造|建设|成立|组建|研发|培养|种植"
    r"|运营)[^,，。;；]{2,24})"
    r"|(?P<buys>(?:保底|定点|统一|长期|分门别类)(?:收购|采购|供应)[^,，。;；]{0,16})"
)
_DEED = re.compile(r"(?:合作|共建)协议$")
_MOVEMENT = re.compile(r"“[^”]{2,12}”[一-龥]{0,4}(?:行动|联盟|工程|活动|机制)")
# What was done for the other where no paper names it: 某村与某公司结对,公司投资80万元|建起种植基地.
_DONE = re.compile(
    r"[,，][^,，。;；]{0,18}?(?P<deed>(?:建成|建起|办起|试种|种下|援建|新建|修建|改造|改建|铺设|安装|发展起?)"
    r"[^,，。;；]{2,24})"
)
_TELLS_MORE = ("next", "duty")


def subject_of(page: Page, start: int, end: int, floor: int) -> Span | None:
    """What the tie whose verb stands at *start* is about; its sentence begins at *floor*."""
    clean = page.text.clean
    for match in _SUBJECT.finditer(clean, start, end):
        if match.lastgroup == "paper":
            further = _SUBJECT.search(clean, match.end(), end)
            match = further if further and further.lastgroup in _TELLS_MORE else match
        assert match.lastgroup is not None
        begin, stop = match.span(match.lastgroup)
        return trimmed(page, begin, stop - 2 if _DEED.search(match[match.lastgroup]) else stop)
    if movement := _MOVEMENT.search(clean, floor, end):
        return Span(*movement.span())
    deed = _DONE.search(clean, start, end)
    return trimmed(page, *deed.span("deed")) if deed else None


def tie_kind(says: str, parties: Sequence[Party]) -> str:
    """The kind of a tie, by who its parties are and what its words say besides their names."""
    signs = {party.sign for party in parties}
    for party in parties:
        says = says.replace(party.name, "")
    if VILLAGE in signs and (FIRM in signs or "村企" in says):
        return "supply" if _SUPPLY_PAPER.search(says) else "village_enterprise"
    if _SUPPLY.search(says) or _SUPPLY_PAPER.search(says):
        return "supply"
    if _RESEARCH.search(says) or _has_school(parties):
        return "research"
    if _FRIENDS.search(says) or (_PAIRING.search(says) and signs <= {SEAT, WORK}):
        return "pairing"
    return "cooperation"


def _has_school(parties: Sequence[Party]) -> bool:
    schools = [p for p in parties if p.sign == SCHOOL and p.name.endswith(_SCHOOLS)]
    return len(parties) == 2 and bool(schools)
