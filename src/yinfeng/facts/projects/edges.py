"""The left edge of a project's name: walking back from its head to the word that leads into it.

In 全力推进高端轴承项目 the name begins after 推进, in 落实重大项目 nothing is left that names.
Words that end a walk are verbs and adverbs of the language at large and of the trade; words that
names hold (加工, 改造, 再生) are not among them.
"""

import re
from itertools import groupby
from operator import itemgetter

from yinfeng.lexicon import words
from yinfeng.lexicon.verbs import verbs

LIMIT = 44
"""A name is no longer than this, its head left out."""

_STOPS = words.listed("stops")
_LETTERS = frozenset(word for word in _STOPS if len(word) == 1)
_WORDS = frozenset(word for word in _STOPS if len(word) > 1) | verbs()
# How long the words are that end with two letters, the shortest first.
_SIZES = {
    ending: sorted({size for _, size in group})
    for ending, group in groupby(sorted({(word[-2:], len(word)) for word in _WORDS}), itemgetter(0))
}
_KEPT = words.letters_kept()
_KEEPS = words.listed("keeps")
_PROCESSES = words.listed("processes")
_GENERIC = words.listed("generic")
_GENERIC_LONGEST = max(map(len, _GENERIC))
_MARKS = frozenset(",，。;；:：!！?？\n…—【】[]《》<>|\t▲☞◎●■★◆")
# 日产70万瓶蟹味菇|、|海鲜菇项目: the goods of one project.
_MADE = re.compile(
    r"(?:年产|日产|年加工|年处理)(?:[^,，。;；项等、的]|、(?=[^,，。;；]{1,6}$)){3,16}$"
)
# A项目、恒岭和谷机电项目、C项目: only the last of a list is joined by 和.
_WITHIN_ITEM = re.compile(r"(?:^|项目|工程)、[^,，。;；、]{1,10}$")
_ONE_NAME = 10
_HEADS = ("项目", "工程", "建设")
_JOINERS = frozenset("和与及暨")
_PLACE = re.compile(
    r"(?:[一-龥]{2,3}[省市县]|[一-龥]{0,6}?(?:街道|开发区|高新区|经开区|园区))(?=[一-龥]{2})"
)
# “聚力攻坚”重大项目: a campaign's name before what only sorts.
_CAMPAIGN = re.compile(
    r"“[^”]{0,4}[一二三四五六七八九十百千万两\d][个项大]?[一二三四五六七八九十百千万\d][^”]{0,4}”(?:新建|建设|推进|省级|市级)*$"
    r"|“[^”]{2,14}”(?:重大|重点|招商|签约|集中|示范|试点|标杆)"
)
# 云泽菜花节重大项目, 第二个食品项目 only sort.
_OF_AN_EVENT = re.compile(
    r"(?:进企业)?看|前[一二三四五六七八九十\d]+个?(?:月|季度)|[\dX]{2,4}年[一-龥]{0,6}|.*(?:节|大会|洽会|恳谈会|推介会)(?:重大|重点)(?:产业|招商|投资|工业)*|第[一二三四五六七八九十\d]+[个家].*|[^项]{0,8}(?:没有|缺乏|缺少|无)(?:合适|适合|好|新|大|可用)的?"
)
_NOTHING = str.maketrans("", "", "“”\"'‘’()（）、 　·0123456789０１２３４５６７８９.-")
# 入选省绿色制造示范项目: a class that something else was put into.
_CLASS = re.compile(
    r"(?:入选|列入|纳入|跻身|[获列]评?为|被评为|获评)[^,，。;；、]{0,20}?(?:国家|省|市|县|区|部)级?"
    r"[^,，。;；、]{0,14}?(?:重点|重大|示范|试点|标志性|典型)(?:建设)?(?:项目|工程)$"
)


def name_start(clean: str, floor: int, head: int) -> int:
    """Where the name whose head stands at *head* begins, not before *floor*."""
    low = max(floor, head - LIMIT)
    at = head
    while at > low:
        last = clean[at - 1]
        if last in ")）":
            opening = _opening(clean, low, at - 1)
            if opening < 0:
                return at
            at = opening
        elif last in '”"':
            return _quoted(clean, low, at)
        elif last in _MARKS or last in "“(（ 　":
            return at
        elif last == "、" or last in _JOINERS:
            if not _goes_on(clean, low, at, head):
                return at
            at -= 1
        elif _ends_word(clean, low, at, head) or (last in _LETTERS and not _is_kept(clean, at - 1)):
            return at
        else:
            at -= 1
    return at


def _opening(clean: str, low: int, closing: int) -> int:
    """Where a short bracket that closes there opens; -1 if it does not."""
    opening = max(clean.rfind("(", low, closing), clean.rfind("（", low, closing))
    return opening if 0 <= closing - opening <= 14 else -1


def _quoted(clean: str, low: int, at: int) -> int:
    """The name begins with the quotation that ends there, or after its mark."""
    opening = max(clean.rfind("“", low, at - 1), clean.rfind('"', low, at - 1))
    return opening if opening >= 0 and at - opening <= 22 else at


def _goes_on(clean: str, low: int, at: int, head: int) -> bool:
    """Whether a mark or joiner stands inside one name: 研发、生产项目, 铝材及深加工项目, 泰和镇."""
    joiner, before = clean[at - 1], clean[max(low, at - 3) : at - 1]
    if joiner != "、" and _is_kept(clean, at - 1):
        return True
    if before.endswith(_HEADS) or not before:
        return False
    if joiner == "、" and _MADE.search(clean, low, at - 1):
        return True
    if joiner in "和与及" and clean[:at].rfind("元的", low) >= 0:
        start = name_start(clean, low, at - 1)
        if clean[start - 2 : start] == "元的" and at - start <= _ONE_NAME:
            return True
    after = clean[at:head]
    if joiner == "、" and before.endswith("化") and after[1:2] == "化":
        return True
    if (
        joiner != "、"
        and _WITHIN_ITEM.search(clean[low : at - 1])
        and clean.startswith("、", head + 2)
    ):
        return True
    if (joiner == "及" and before.endswith("以")) or (joiner == "暨" and is_generic(after)):
        return False
    return after in _PROCESSES or (joiner in "及暨" and len(after) >= 2)


def _ends_word(clean: str, low: int, at: int, head: int) -> bool:
    """Whether a word that no name holds ends at *at*."""
    for size in _SIZES.get(clean[at - 2 : at], ()):
        if at - size < low:
            return False
        if clean[at - size : at] in _WORDS and not _straddles(clean, low, at, size, head):
            return True
    return False


def _straddles(clean: str, low: int, at: int, size: int, head: int) -> bool:
    """Whether the word is made of the ends of two others: 推进|化纤, 签订|为民新村."""
    start = at - size
    if any(
        clean[left:end] in _STOPS
        for end in range(start + 1, at)
        for left in range(max(low, end - 4), start)
    ):
        return True
    return any(
        clean[left : left + width] in _KEEPS
        for left in range(max(low, start - 2), at)
        for width in (2, 3, 4)
        if at <= left + width <= head and (left < start or left + width > at)
    )


def _is_kept(clean: str, at: int) -> bool:
    """Whether a one-letter stop stands inside a word that names hold: 有机, 和平, 不锈钢."""
    return any(
        at >= offset and clean.startswith(word, at - offset)
        for offset, word in _KEPT.get(clean[at], ())
    )


def is_generic(name: str) -> bool:
    """Whether a name, without its head, only sorts: 重大产业, 亿元以上, 补链强链 name nothing."""
    bare = name
    for head in _HEADS:
        bare = bare.removesuffix(head)
    if _CAMPAIGN.match(bare) or _OF_AN_EVENT.fullmatch(bare):
        return True
    said = bare.translate(_NOTHING)
    place = _PLACE.match(said)
    said = said[place.end() :] if place and _is_of_words(said[place.end() :]) else said
    if said[:1] in _GRASPS and _is_of_words(said[1:]):
        return True
    if name.endswith("项目") and (said[-1:] in _GRASPED or _BIG.search(said)):
        return True
    if said[:2] in _WANTED and _is_of_words(said[2:]):
        return True
    if len(said) < 2 or said in _GENERIC or said.lstrip("一个") in _BARE_PARKS:
        return True
    if len(said) > 24:
        return False
    return _is_of_words(said) or said.endswith(_SORTS)


def _is_of_words(said: str) -> bool:
    """Whether the words are made of generic ones only."""
    reached, furthest = {0}, 0
    for at in range(len(said)):
        if at > furthest:
            return False
        if at in reached:
            for size in range(1, _GENERIC_LONGEST + 1):
                if said[at : at + size] in _GENERIC:
                    reached.add(at + size)
                    furthest = max(furthest, at + size)
    return len(said) in reached


# One-letter verbs before what is wanted in general: 引|大项目, 抓|项目.
_GRASPS = frozenset("引招抓谋争盯跑推促储")
# 以…的拼劲|推项目: a verb right before the head has no goods.
_GRASPED = frozenset("推抓促谋争盯")
# 这一产业园项目 turns back to a park that was named before.
_BARE_PARKS = frozenset(
    ("产业园", "园区", "工业园", "科技园", "创业园", "综合体", "小镇", "大厦", "大楼")
)
# 家具加工|大项目: kinds that are wanted.
_BIG = re.compile(r"(?<![恒光正远重])[大好]$")
_WANTED = frozenset(("培育", "招引", "引进", "谋划", "储备", "发展", "包装"))
_SORTS = (
    "补链",
    "延链",
    "强链",
    "上下游",
    "产业链",
    "类",
    "量级",
    "元级",
    "亿级",
    "以上",
    "以下",
    "领域",
    "等",
)


def is_a_class(clean: str, floor: int, end: int) -> bool:
    """Whether the name that ends at *end* is a class that something was put into."""
    return _CLASS.search(clean, max(floor, end - 44), end) is not None
