"""What looks like a figure and is none: 第3批, 6AT, “三个必须”, 三位一体, 百亿元园区, 2019年.

A run of numeral and unit that `figures.FIGURE` finds is judged here by what stands around it.
An amount without digits (百亿元, 千亩) is a figure only where a word counts it (上亿元, 首次突破
百亿元大关, 千家以上) or where a goal in quotation marks lists several (“千亩空间,百亿平台”的目标);
before the noun of a slogan or a size class (百亿元园区, 亿元项目, 千亿级产业) it tells nothing.
"""

import re
from string import ascii_letters

from yinfeng.lexicon import units
from yinfeng.lexicon.numerals import DIGITS, TENS
from yinfeng.mentions.figures import Run
from yinfeng.values import Bound, Dimension

_WRITTEN = units.written()
_PHRASE = re.compile(units.grouped(units.phrases()))
_SLOGAN = re.compile(units.grouped(units.slogan_nouns()))
_MONEY = re.compile(
    f"(?:{units.grouped(units.money_words())})[^,，。;；、\n]{{0,8}}$|项目[,，](?:约|近)?$|(?:准备|计划|打算|[拟想要总]|(?<![一-龥]))投了?$"
)
# 三个多亿的产值, 5000万的订单: the money is named behind its amount.
_MONEY_AHEAD = re.compile(f"(?<=[万亿wW])的(?:年|总)?(?:{units.grouped(units.money_words())})")
_CODE = re.compile(r"(?:[A-Za-z0-9０-９)）][-–/+＋×*:：.．_#]|[A-Za-z#@=_＋+×*.．])$")
_WORD_BEFORE_SUM = re.compile(r"(?:GDP|RMB|CNY|USD|EUR|HKD|[A-Z]股|APP|CEO|LED|US|HK|NT)$")
_CODE_ENDS = frozenset("#@=_＋+×*.．-–/:：%?&~" + ascii_letters)
_CHINESE = frozenset(DIGITS + TENS)
_ORDERS = frozenset("第、和至到")
_URL_SIGNS = tuple("%?&=/~-")
_URL = re.compile(r"(?:://|www\.)[!-~]*$")
_ENDS_BARE = re.compile(
    r"[,，。、;；:：!！?？)）”’」』\"\s的和与及至到以左约多余]|上下(?!游)|之间|$"
    # Talk leaves 元 out before what the money is for: 投资8000万做铸件, 总投资3亿新建厂房.
    r"|(?<=[万亿wW])(?:做|建(?!筑面)|新[建上]|上马|搞|买|购|扩|改造|引进|用于|在|办|打造|落户|租|上(?![升涨调]))"
)
_TIME_AGO = ("前", "近", "过去", "最近", "未来", "今后", "这", "头", "往后", "此后", "接下来")
_EARLY = ("提前", "超前")
_SHUT = {"“": "”", '"': '"', "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉"}
_MASKS = frozenset("XxＸ×*＊○")
_GOAL = re.compile(rf"[{TENS}]++(?:亿元|万元|元|亩)?[一-龥]{{2,4}}")
# 3000平厂房, 800平的场地: as officers say it.
_ROOM = re.compile(r"的?(?:标准)?(?:厂房|标房|仓库|冷库|车间|场地|办公|楼|空间|[,，。;；]|$)")
_GATE = re.compile(r"(?:大关|关口|门槛|台阶)")
# 产值万元,同比增长20%: a sum whose digits were lost.
_LOST, _LOOSE = re.compile(r"[万亿](?:美?元|亩)[,，。;；]"), frozenset("上数近超过逾达约破几每")
_AIM = re.compile(r"目标|任务|蓝图|愿景|打造|建成|建设|实现|力争|形成")
_ROUND_CLOCK = re.compile(
    r"(?:服务|在线|值[守班]|不打烊|热线|全天候|开放|营业|自助|待命|轮|响应|无休|连续|监[控测])"
)
_CIRCLE = re.compile(r"[一-龥]{0,6}圈")
# 三场一站, 一村一品: two lone digits with a syllable each.
_IDIOM = re.compile(
    r"[一二三四五六七八九两][一-龥](?<![十百千万亿到至元块成])[一二三四五六七八九两][一-龥](?<![十百千万亿个家名条项])"
)
_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_RANKED, _BUILT = frozenset("名位家批个"), frozenset("幢栋座层")
_STREETS, _ADDRESS = frozenset("号弄路街巷幢栋座楼"), re.compile(r"[0-9]|单元|号|室")
_COUNTED = (Dimension.COUNT, Dimension.TIME)


def is_figure(clean: str, run: Run, bounds: tuple[Bound, ...]) -> bool:
    """Whether the run tells a figure where it stands; *bounds* are those of the words around it."""
    number = run.whole or run.number
    before = clean[max(0, run.start - 14) : run.start].rstrip(" \u3000\xa0")
    last = before[-1:]
    if last in _ORDERS and (last == "第" or "第" in before[-5:]):
        return False
    if number[0] in _CHINESE:
        if _is_phrase(clean, run, last):
            return False
    elif last in _CODE_ENDS and _is_in_code(clean, run, before):
        return False
    if clean.startswith("级", run.end):
        return False
    if run.whole:
        return True
    if _is_bare(number):
        return _is_counted_bare(clean, run, bounds, before)
    if not run.unit:
        return _is_money(clean, run, before)
    return _suits(clean, run, before, bool(bounds))


def _is_in_code(clean: str, run: Run, before: str) -> bool:
    if clean[run.start - 1] == before[-1] and _CODE.search(before):
        return _WORD_BEFORE_SUM.search(before) is None
    if before[-1:] in _URL_SIGNS:
        return _URL.search(clean, max(0, run.start - 300), run.start) is not None
    return False


def _is_phrase(clean: str, run: Run, last: str) -> bool:
    number = run.number
    if _PHRASE.match(clean, run.start):
        return True
    if len(number) == 1 and _IDIOM.match(clean, run.start):
        return True
    if all(word in DIGITS for word in number):
        if len(number) > 2 or number in ("零", "〇"):
            return True
        return len(number) == 1 and last in ("初", "周", "老")
    return False


def _is_bare(number: str) -> bool:
    return number[0] in "百千万亿佰仟萬億" and all(word in TENS for word in number)


def _is_counted_bare(clean: str, run: Run, bounds: tuple[Bound, ...], before: str) -> bool:
    if before[-1:] in _MASKS:
        return False
    if run.loose or _GATE.match(clean, run.end):
        return True
    if _LOST.match(clean, run.start) and before[-1:] not in _LOOSE:
        return False
    if bounds and run.unit:
        return bounds != (Bound.EXACT,) or not is_slogan(clean, run.end)
    if bounds and len(run.number) > 1 and _is_money(clean, run, before):
        return True
    return is_goal(clean, run.start)


def is_goal(clean: str, start: int) -> bool:
    """Whether an amount without digits stands in a quoted list of goals (“千亩空间,百亿平台”)."""
    opens = clean.rfind("“", max(0, start - 30), start)
    shuts = clean.find("”", start, start + 30)
    if opens < 0 or shuts < 0 or clean.find("”", opens, start) >= 0:
        return False
    parts = re.split("[,，、;；]", clean[opens + 1 : shuts])
    around = clean[max(0, opens - 8) : opens] + clean[shuts + 1 : shuts + 6]
    return (
        len(parts) > 1
        and all(_GOAL.fullmatch(part) for part in parts)
        and _AIM.search(around) is not None
    )


def is_slogan(clean: str, end: int) -> bool:
    """Whether the noun of a slogan or a size class follows: 百亿元|园区, 亿元|项目."""
    return _SLOGAN.match(clean, end) is not None


def _is_money(clean: str, run: Run, before: str) -> bool:
    number = run.number
    if len(number) == 1:
        return False
    if number[0] in TENS and is_goal(clean, run.start):
        return True
    if _MONEY_AHEAD.match(clean, run.end):
        return True
    if _ENDS_BARE.match(clean, run.end) is None:
        return False
    # Nothing but money is told in 个亿.
    return "个" in number[:-1] or _MONEY.search(before) is not None


def _suits(clean: str, run: Run, before: str, bounded: bool) -> bool:
    number, word = run.number, _WRITTEN[run.unit]
    is_whole_line = _is_whole_line(clean, run)
    if not is_whole_line and not _suits_digits(clean, run, word.digits):
        return False
    dimension = word.unit.dimension
    if dimension in _COUNTED:
        if number == "一" and not run.second:
            return (
                is_whole_line
                or bounded
                or "半" in run.unit
                or _is_single(clean, run, before, dimension)
            )
        if before[-1:] in _SHUT and _is_quoted_phrase(clean, run, before[-1]):
            return False
    if dimension is Dimension.TIME:
        return _is_duration(clean, run, before)
    if dimension is Dimension.COUNT:
        return _is_count(clean, run, before)
    if run.unit == "度" and number in ("360", "180"):
        return False
    if number == "十" and run.unit == "折":
        return False
    if word.unit.name == "" and number == "一" and run.unit in ("成", "折"):
        return bounded or before[-1:] in ("增", "占", "降", "少", "高", "打", "扣")
    return not (number[0] == "十" and number != "十" and is_slogan(clean, run.end))


def _is_whole_line(clean: str, run: Run) -> bool:
    """Whether nothing else stands in the line, as in a cell that says 两升 or 七元."""
    at, end = run.start, run.end
    return (at == 0 or clean[at - 1] == "\n") and (end == len(clean) or clean[end] == "\n")


def _suits_digits(clean: str, run: Run, digits: str) -> bool:
    number = run.second or run.number
    if digits == "multiplied":
        is_room = number[0] not in _CHINESE and _ROOM.match(clean, run.end) is not None
        return number[-1] in "万亿萬億" or is_room
    if number[0] not in _CHINESE:
        return True
    if all(word in DIGITS for word in number):
        if len(number) == 1:
            return digits == "any" or _has_coins(clean, run)
        # 三四十 and 两三 are ranges; other runs of digits without a place are years and codes.
        return run.unit == "折" or ord(number[0]) != ord(number[1])
    return True


def _has_coins(clean: str, run: Run) -> bool:
    return clean[run.end + 1 : run.end + 2] in ("角", "毛")


def _is_single(clean: str, run: Run, before: str, dimension: Dimension) -> bool:
    """Whether 一 with a measure word counts one: 新增规上企业一家。 but not 一个项目."""
    if dimension is Dimension.TIME or run.unit in ("次", "批", "起", "种", "样", "层", "片"):
        return False
    follows = clean[run.end : run.end + 1]
    said = before[-1:] not in "这那每某哪任同另有是为的唯统单逐万之第专" and before[-1:].isalpha()
    return said and (not follows or follows in "，,。;；、")


def _is_quoted_phrase(clean: str, run: Run, opens: str) -> bool:
    shuts = clean.find(_SHUT[opens], run.end, run.end + 12)
    return shuts > run.end


def _is_duration(clean: str, run: Run, before: str) -> bool:
    number, unit, end = run.number, run.unit, run.end
    if (before.endswith(_TIME_AGO) and not before.endswith(_EARLY)) or _CIRCLE.match(clean, end):
        return False
    if unit == "年":
        return not _is_year(run.second or number)
    if unit in ("小时", "天"):
        return not (_ROUND_CLOCK.match(clean, end) and number in ("24", "365", "7", "二十四"))
    return True


def _is_year(number: str) -> bool:
    digits = number.translate(_PLAIN_DIGITS)
    if not digits.isdecimal():
        return False
    return digits[0] == "0" or 80 <= int(digits) <= 99 or 1000 <= int(digits) <= 2999


def _is_count(clean: str, run: Run, before: str) -> bool:
    unit, end = run.unit, run.end
    if unit in _RANKED:
        return before[-1:] != "前"
    if unit in _BUILT:
        is_address = before[-1:] in _STREETS and not before.endswith("元楼")
        return not (is_address or _ADDRESS.match(clean, end))
    if unit in ("条", "项"):
        # “人才十条” is the name of a policy.
        return before[-2:] != "新政" and not clean.startswith(("”", "》"), end)
    if unit == "分":
        return before[-1:] not in ("时", "点", ":", "：")
    if unit == "次" and run.number[0] in _CHINESE:
        return not clean.startswith(("会议", "全会", "全体"), end)
    return unit != "所" or len(run.number) < 3
