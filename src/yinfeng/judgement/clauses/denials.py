"""Whether words are promised or refused: 不得给予税收返还 promises nothing, 将给予税收返还 does.

Asked of one hit in its sentence: what stands before it in the same breath, what follows at once,
and what leads the enumeration in. 不低于, 不超过, 不动产 refuse nothing.
"""

import re
from collections.abc import Iterator

_NO = (
    r"(?:不得(?!低于|少于|高于|超过|迟于|晚于)|不再|不予|不会|不应|不可|不能|不宜|不准|不许|不以|不作|不将|不因|不向|不对|不与|不给|不为(?!人|难)|不享受|不提供|不承诺|不要求"
    r"|不限制|不强制|不设置?|不采取|不存在|不涉及|不含|不包括|不包含|不支持|不属于|不构成|不作出|不通过|不安排|不实行|不搞|不约定|不承担"
    r"|不鼓励|不允许|不附加|不干预|不指定|不参与|不适用|不使用|并非|而非|不是|非以|无需|无须|不必|无权|没有权|没有|未曾|未承诺|未约定|未给予|未享受|未提供"
    r"|未含|未设|未作|从未|均未|并未|尚未|禁止|严禁|严控|杜绝|避免|防止|防范|制止|查处|整治|拒绝|停止|取消|废止|清理|纠正|整改|摒弃|破除|抵制|反对|警惕|遏制|摆脱|告别|依赖"
    r"|违规|违法|是否|有无|有没有|所称|系指|是指|红线|通报|举报|追究|已被|自查|排查|审查|核查|负面清单|一律不|概不|均不|也不|亦不|决不|绝不|退出|替代)"
)
_BEFORE = re.compile(_NO)
# What takes a refusal back before the hit is reached: 不得干预经营，并按…给予奖励.
_TURN = re.compile(
    r"但|而是|同时|另外|另行|此外|并(?!不|非|未|且不|处|罚)|然后|可以|有权|改为|仍|除外|的情况下|的前提下|后，|的，"
)
_GOES_ON = re.compile(
    r"^(?:包括|也不|亦不|或者?|以及|及|和|与|、|不|更不|即|如|例如|诸如|特别是|尤其是|其中|等|变相|违规|违法|擅自)"
)
# 不得以任何形式，给予…: the refusal has not reached its verb yet.
_WAITS = re.compile(r"(?:形式|方式|名义|名目|手段|理由|途径|借口|等)$")
_AFTER = re.compile(
    r"^[^。；，]{0,12}?(?:等)?(?:的)?(?:行为|做法|条款|约定|内容|规定|政策|措施|方式|情形|承诺|优惠|优惠政策|条件|手段|现象|问题|事项|模式|要求)?"
    r"[，]?(?:自[^，。；]{0,20}(?:起|之日起)[，]?)?(?:一律|均|都|应当?|应予|即行|全部|予以|已|已经|也|亦|属于?|因|被|立即|不再)*"
    r"(?:不得(?!低|少|高|超|迁|转|擅|以)|不予(?:认可|执行|兑现|支持|承诺|给予|享受)|不再(?:执行|兑现|享受|适用|给予|有效|履行|保留)|无效|废止|停止(?:执行|兑现|履行)?|取消|禁止"
    r"|清理|纠正|整改|删除|失效|终止(?:执行|履行)?|违反|违规|违法|不符合|不合法|叫停|查处|予以制止|被认定|行不通|不可行|不能作为|不作为)"
)
_LEAD = re.compile(
    r"(?:不得|禁止|严禁|不予|不再|不承诺|不提供|不给予|不享受|不作出|不采取|清理|取消|废止|纠正|不存在|没有|无(?!偿)|查处|整治|避免|杜绝|停止|是否|自查|排查|审查|红线|违规|违法|问题|禁令|负面)"
)
_ENDS = re.compile(r"[。；！？\n]")
_MOST_BACK = 3


def sentence_of(words: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch of words."""
    left = max((found.end() for found in _ENDS.finditer(words, 0, start)), default=0)
    found = _ENDS.search(words, end)
    return left, found.start() if found else len(words)


def sentences_of(words: str) -> Iterator[tuple[int, int]]:
    """Every sentence of the words, without its end."""
    start = 0
    for found in _ENDS.finditer(words):
        yield start, found.start()
        start = found.end()
    yield start, len(words)


# Where a sentence turns to something else, what was said before excuses nothing after.
_TURNS = re.compile(
    r"[，、]?(?:(?<=，)(?:但|同时|另外?|另行|此外|还|并由|并且|且由|在此基础上|除此之外|除此以外|除上述|除享受|再由)|"
    r"除此之外|除此以外|在此基础上|(?:之外|以外)，)"
)


def breath_of(words: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence around a stretch, up to where the sentence turns."""
    turns = [found.start() for found in _TURNS.finditer(words, left, right)]
    before = [at for at in turns if at <= start]
    after = [at for at in turns if at >= end]
    return max(before, default=left), min(after, default=right)


def is_denied(words: str, start: int, end: int, lead: str, *, bars: bool = False) -> bool:
    """Whether the stretch is refused rather than promised; *bars* where it is itself a refusal."""
    left, right = sentence_of(words, start, end)
    if _is_led_into_denial(lead):
        return True
    before = words[left:start] if bars else words[left : max(start, end - 1)]
    return _is_refused_before(before) or bool(_AFTER.match(words[end:right]))


def _is_led_into_denial(lead: str) -> bool:
    """An enumeration under 不得有下列行为： refuses each of its lines."""
    return any(
        (found := _LEAD.search(line)) is not None and not _TURN.search(line[found.end() :])
        for line in lead.splitlines()
    )


def _is_refused_before(before: str) -> bool:
    pieces = before.split("，")
    if _has_standing_no(pieces[-1]):
        return True
    for back in range(2, min(len(pieces), _MOST_BACK) + 1):
        # Only where the breath goes on may an earlier refusal still hold.
        goes_on = _GOES_ON.match(pieces[-back + 1]) or _WAITS.search(pieces[-back])
        if not goes_on:
            return False
        if _has_standing_no(pieces[-back]):
            return True
    return False


def _has_standing_no(piece: str) -> bool:
    ends = [found.end() for found in _BEFORE.finditer(piece)]
    return bool(ends) and not _TURN.search(piece[ends[-1] :])
