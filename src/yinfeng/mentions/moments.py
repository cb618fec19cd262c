"""The grammar of one moment: 2019年3月15日, 去年5月, 三季度末, 上世纪90年代, 过去五年, 下周三.

`MOMENT` matches where a moment starts and its `lastgroup` names the family; `STARTS` is the cheap
scan that finds such places. What a moment means is reckoned in `reckoning`; what stands around it
(截至, 以来, 前) is read in `times`.
"""

import re

from yinfeng.lexicon import dates

S = r"[ \u3000]{0,2}"
JOIN = rf"{S}(?:[-－—–~～―─]{{1,2}}|至|到){S}"
_D = "[0-9０-９]"
_C = "[〇零○一二三四五六七八九]"
_K = "[一二三四五六七八九]"
_MONTH = rf"(?:{_D}{{1,2}}(?!{_D})|十[一二]?|[一二三四五六七八九元])"
_DAY = rf"(?:{_D}{{1,2}}(?!{_D})|[二三]?十{_K}?|廿{_K}?|{_K})"
_QUARTER = "[一二三四1-4１-４]"
_COUNT = rf"(?:{_D}{{1,3}}(?!{_D})|[一二两三四五六七八九]?十{_K}?|[一二两三四五六七八九])"
_WEEK = "(?:周|週|星期|礼拜|禮拜)"
_WEEKDAY = "[一二三四五六日天]"
_ENDS = r"(?=[,，。、;；:：)）\s至到\-－—–~～]|$)"
_HISTORY = "(?:农历|阴历|旧历)"

# 19年 alone may be a duration; it is a year when a part of a year or a bound follows.
_SHORT_YEAR_ENDS = (
    rf"(?={S}度?{S}(?:的?{S}(?:第?{_QUARTER}季|[上下前后]半年|首|年?[底初末]|{_MONTH}{S}月)"
    rf"|以[来前后]|之[前后]|起|[前头]{_COUNT}个?[月季]|第{_COUNT}|[春夏秋冬]|伊始|除夕|春节))"
)


def _year(tag: str = "") -> str:
    """A year as dates write it: groups y0, y, yc, yy, yw, with *tag* behind each name."""
    return (
        rf"(?P<Y{tag}>(?:(?P<y0{tag}>{_D}{{4}}){S}年?{JOIN})?(?P<y{tag}>{_D}{{4}}){S}年(?![代级龄])度?"
        rf"|(?P<yc{tag}>[一二]{_C}{{3}}|[二两]千(?:零?{_C}|[一二三四五六七八九]?十{_K}?)?){S}年(?!代)度?"
        rf"|(?P<yy{tag}>0{_D}(?={S}年)|[〇零]{_C}(?={S}年)|(?:{_D}{{2}}|{_C}{{2}})(?={S}年{_SHORT_YEAR_ENDS}))"
        rf"{S}年度?"
        rf"|(?P<yw{tag}>{dates.one_of('years', 'told_years')}|今(?=[春夏秋冬]))度?)"
    )


_MONTHED = rf"""
(?:
  (?:(?P<m0>{_MONTH}){S}月?份?{JOIN})?
  (?P<m>{_MONTH}){S}月(?![薪租饼供嫂球均息龄饷亮票光季色台食刊报坛])份?
 |(?P<mw>{dates.one_of("months", "told_months")})(?![薪租饼亮])份?
)
(?:{S}的?{S}(?:
   (?:(?P<d0>{_DAY}){S}[日号]?(?:[(（][^()（）]{{1,6}}[)）])?{JOIN})?(?P<d>{_DAY}){S}(?:日(?!均|产)|号|{_ENDS})
  |(?P<xun>中上旬|中下旬|上旬|中旬|下旬|上半月|下半月)
  |月?(?P<mp>底|末|初|中(?=[,，。、]|开|投|完|建|竣))
  |(?P<mn>第{_COUNT}|最[后後]一)个?的?{_WEEK}(?P<mnd>{_WEEKDAY})?
  |前(?P<mf>{_COUNT})[天日]
  |最[后後](?P<ml>{_COUNT})[天日]
))?
"""
_PARTS = rf"""
  (?:第?(?P<q0>{_QUARTER})(?:季度)?{JOIN})?第?(?P<q>{_QUARTER})季度(?P<qp>末|初|底)?
 |[前头](?P<qf>[二两三2-3])个?季度
 |(?P<qw>{dates.one_of("quarters")}|首季度|末季度|首季(?=[,，]))(?P<qwp>末|初|底)?
 |[QqＱ](?P<qq>[1-4])(?![\dA-Za-z])(?:季度)?
 |(?P<h>[上下前后](?:个)?半年)(?![度多])
 |(?P<pair>{dates.one_of("year_pairs")})
 |[前头](?P<f>{_COUNT})个?月(?![前后内])
"""
_YEAR_PARTS = rf"""
  后(?P<l>{_COUNT})个?月
 |最[后後]{S}(?P<lw>{_COUNT}){S}(?:个)?(?P<lu>月|{_WEEK}|天)
 |前(?P<fw>{_COUNT})(?:个)?(?P<fu>{_WEEK}|天)
 |第(?P<n>{_COUNT})个?月
 |第(?P<nw>{_COUNT})个?{_WEEK}
 |(?P<n1>首)月
 |(?:全年|年?(?P<yp>底|末|终|初|伊始|内|中(?=[,，。]|开|投|完|建|竣)))
 |(?P<fy>{dates.one_of("festivals", "lunar_festivals")}|清明节?|冬至)
 |(?P<s>[春夏秋冬])(?:[天季](?:节)?|(?=[,，。以至到\s]|$))
"""
_BARE_PARTS = r"""
  (?:(?<![\d０-９一二两三四五六七八九十几多数半近每新往历青少成老中周百千万整逐连同当次翌前后明本上下头来去今大])
     (?:(?P<byp>年底|年末|岁末|年终(?!奖|盘|总结)|年初|年中(?![国心央])|年内(?!涵))|(?P<bya>全年)(?![龄])))
 |(?P<bx>[上中下]旬|[上下]半月)
"""
_CALENDAR = rf"""(?P<calendar>
  (?:{_year()}{S}(?:的{S})?)?
  (?:{_MONTHED}|{_PARTS}|(?(Y)(?:{_YEAR_PARTS})|(?:{_BARE_PARTS}))|(?(Y)|(?!)))
)"""
_NUMERIC = rf"""(?P<numeric>
  (?:
   (?P<ny>(?:1[5-9]|20|21){_D}{{2}})[-/.．·－\\](?P<nm>1[0-2]|0?[1-9])[-/.．·－\\](?P<nd>3[01]|[12]\d|0?[1-9])
     (?:日|(?!\d)|(?=\d\d[:：]\d\d))
  |(?P<py>(?:19|20)\d\d)[ ](?P<pm>0[1-9]|1[0-2])[ ](?P<pd>0[1-9]|[12]\d|3[01])(?![\d.])
  |(?P<ey>(?:19|20)\d\d)(?P<em>0[1-9]|1[0-2])(?P<ed>0[1-9]|[12]\d|3[01])(?![\d.万亿元吨亩])
  |(?P<jy>(?:19|20)\d\d)[-/](?P<jm>0[1-9]|1[0-2])(?![\d%％.\-/])
  |(?P<ky>(?:19|20)\d\d)[.．](?P<km>0?[1-9]|1[0-2])(?={JOIN}(?:(?:19|20)\d\d|今|至今))
  |(?P<ky2>(?:19|20)\d\d)[.．](?P<km2>0[1-9]|1[0-2])(?<=[-－—–~～至到]\d{{4}}[.．]\d\d)(?!\d)
  |(?P<uy>(?:19|20)\d\d)(?={JOIN}(?:19|20)\d\d(?:[.．]\d\d?)?(?![\d%％.\-/]|年))
  |(?P<vy>(?:19|20)\d\d)(?<=[-－—–~～至到][12]\d\d\d)(?!{S}年)(?![\d%％.\-/亩个家户元吨人米年多余万亿])
  |(?<![^\n])(?P<ly>(?:19|20)\d\d)(?![^\n])
  |(?P<xd>3[01]|[12]\d|0?[1-9])(?P<xs>[-/.])(?P<xm>1[0-2]|0?[1-9])(?P=xs)(?P<xy>(?:19|20)\d\d)(?![\d.])
  )
)"""
_LUNAR = rf"""(?P<lunar>
  (?P<mark>{_HISTORY}{S})?(?:{_year("l")}{S})?(?P<mark2>{_HISTORY})?
  (?:(?P<leap>闰)|(?=[正腊冬]月|{_MONTH}月(?:初[一二三四五六七八九十\d]|廿))|(?(mark)|(?(mark2)|(?!))))
  (?P<lm>[正腊冬]|{_MONTH})月
  (?P<ld>初[一二三四五六七八九十\d]|廿{_K}?|[一二三]?十{_K}?|[12]?\d(?!\d)|30)?[日号]?
)"""
_DECADE = rf"""(?P<decade>
  (?:(?P<cent>上个?|本|{_D}{{1,2}}|二十一?|十{_K}?){S}世纪{S}的?{S})?
  (?P<dec>(?:19|20)?[1-9]0|[二三四五六七八九]十){S}年代(?P<dp>初期?|中期|末期?|后期|前期)?
 |(?P<cent2>上个?|本|{_D}{{1,2}}|二十一?|十{_K}?){S}世纪(?P<cp>初|末|中叶)?
    (?![大星华联城花公广工路东金百商家置房建楼医])
)"""
_PLAN = rf"""(?P<plan>
  [“"「『‘']?(?P<fy5>{dates.one_of("plans")})[”"」』’']?(?:规划)?(?:的)?
  (?:(?P<p5>期间|时期|规划期|以来|期末|末期?|初期?|开局之年|开局年|收官之年|收官年)|(?<=[”"」』’'])(?=[,，]|累计|五年))
)"""
_ERA = rf"""(?P<era>
  (?P<en>{dates.one_of("eras")})(?P<ey4>{_D}{{1,2}}|元|[一二三四五六七八九]?十?{_K}?)年(?:(?P<em4>{_MONTH})月)?
  (?:{S}(?P<ed4>{_DAY})日)?
)"""
_SPAN = rf"""(?P<span>
  (?:(?P<sp>过去的?|近来?|最近的?|这(?=[一二两三四五六七八九十\d])|前|上|未来的?|今后的?|接下来的?|往?后|下)
     {S}(?P<sn>{_COUNT}|半(?=年|个)){S}个?(?P<sg>半?)多?{S}
     (?P<su>年(?![代级底度初末])|季度|月(?![\d初上中下底末份])|{_WEEK}|天|日)(?P<sh>半?)多?(?P<se>以来|来(?![到自往])|间(?!接)|内(?![部容涵]))?
   |(?P<tn>{_COUNT}|半(?=年|个)){S}个?(?P<tg>半?)多?{S}(?P<tu>年(?![代级度])|(?<=个)季度|(?<=[个半多])月|{_WEEK}|天|日(?=内|[之以]?[前后]))
     (?P<th>半?)多?(?P<te>以来|来(?![到自往看说])|间(?!接)|以?内(?![部容涵瓦蒙])|[以之]前|前(?![往来景沿期后列])|[以之]后|后(?![续期备来]))
  )
)"""
_WEEKLY = rf"""(?P<weekly>
  (?P<ww>{dates.one_of("weeks")}){S}{_WEEK}(?:{_WEEK}?(?P<wd>{_WEEKDAY}|末)(?![家村庄岁])
     |(?![围边期转全密年口报刊庄村家折游岁际到身知旋济边长]))
 |{_WEEK}(?P<bw>{_WEEKDAY})(?=[,，。、)）上下早晚中至到前后起召的有\s]|$)
 |(?P<bwe>周末)(?![了愉])
)"""
_DAILY = rf"""(?P<daily>
  (?P<dw>{dates.one_of("days", "told_days")})(?!头条|之后》|之星|均|产|常|报|益|趋)
)"""
_OFTEN = rf"""(?P<often>
  每(?:隔)?(?:[一二两三四五六半\d]?个?)(?:年度?|月份?|日|天|周|週|季度|季|星期|旬)
    (?:{_MONTH}月(?:{_DAY}[日号]|[上中下]旬|[底初末])?|{_DAY}[日号]|[一二三四五六日末](?=[,，、]|上|下|早|晚|召|开)|[底初末])?
)"""
_BARE_DAY = rf"""(?P<day>
  (?<![\d０-９.．近每第/\-])(?:
    (?:(?P<b0>{_DAY}){S}[日号]?{JOIN})(?P<b1>{_DAY}){S}日
   |(?P<b>3[01]|[12]\d|0?[1-9]){S}日(?![内游龄均产千报常期元语处供销货通租照新资方企立清夜志])
  )
 |(?:(?<=[于在从到的次,，。\n个])|(?<![\s\S]))(?P<bh>3[01]|[12]?\d)号(?=[,，、。上下早晚中至到前后起召的)）\s]|$)
)"""
_FULL_NAMES = "|".join(
    word
    for word in (*dates.words("festivals"), *dates.words("lunar_festivals"), "清明节")
    if word.endswith("节") or word in ("元旦", "除夕", "大年初一", "大年三十")
)
_FESTIVAL = rf"""(?P<festival>
  (?P<fa>{_FULL_NAMES})
 |(?P<fb>国庆|五一|中秋|端午|清明|元宵|七夕)(?=期间|假期|长假|小长假|黄金周|前夕|前后|之前|之后)
)"""
_NOW = rf"""(?P<now>{dates.one_of("up_to_now")}|至今(?=[,，已共累]))"""
_VAGUE = rf"""(?P<vague>{dates.one_of("vague")})"""

MOMENT = re.compile(
    "|".join(
        (_NUMERIC, _LUNAR, _DECADE, _NOW, _OFTEN, _CALENDAR, _WEEKLY, _SPAN)
        + (_PLAN, _ERA, _DAILY, _BARE_DAY, _FESTIVAL, _VAGUE)
    ),
    re.VERBOSE,
)


def _second_characters() -> dict[str, set[str]]:
    """For each first character of a word of time, the characters that may follow it."""
    lists = ("years", "told_years", "year_pairs", "months", "told_months", "days", "told_days")
    lists += ("quarters", "up_to_now", "vague", "festivals", "lunar_festivals", "eras")
    every = [word for name in lists for word in dates.words(name)]
    every += [word + week for word in dates.words("weeks") for week in "周週星礼禮"]
    every += "上旬 中旬 下旬 清明".split()
    every += (
        "今春 今夏 今秋 今冬 本世 上世 上个 全年 年底 年末 年初 年中 年内 年终 岁末 至今".split()
    )
    every += "上半 下半 前半 后半 首季 末季 过去 最近 未来 今后 接下 往后 农历 阴历 旧历".split()
    every += (
        "正月 腊月 冬月 元月 星期 礼拜 禮拜 清明 冬至 国庆 五一 中秋 端午 元宵 七夕 除夕".split()
    )
    every += [first + n for first in "前头后近上下第闰周週" for n in "一二两三四五六七八九十"]
    every += [first + n for first in "前头后近上下第闰“Q" for n in "0123456789"]
    every += [
        "近 ",
        "周末",
        "每年",
        "每月",
        "每日",
        "每天",
        "每周",
        "每季",
        "每星",
        "每半",
        "每旬",
        "每隔",
    ]
    every += [
        "每一",
        "每两",
        "每三",
        "每个",
        "每週",
        "这一",
        "这两",
        "这三",
        "这五",
        "近十",
        "近半",
        "半年",
    ]
    every += ["半个", *(quote + plan[0] for quote in "“‘『「\"'" for plan in dates.words("plans"))]
    after: dict[str, set[str]] = {}
    for word in every:
        after.setdefault(word[0], set()).add(word[1])
    return after


def _starts() -> re.Pattern[str]:
    after = _second_characters()
    digits, numerals = "0-9０-９", "〇零○一二三四五六七八九十两廿首"
    first = digits + numerals + "".join(sorted(after))
    unit = r"(?:[年月日号天季周週星礼禮世]|个半?[月季星周礼]|半年)"
    numbers = (
        rf"(?<=[{digits}])(?<![{digits}.．A-Za-z][{digits}])(?<![{digits}][-/][{digits}])"
        rf"(?:[{digits}]{{0,3}}+{S}(?:{unit}|{JOIN}[{digits}{numerals}])"
        rf"|[{digits}]{{3}}(?:[-/.．·－ ][{digits}]|[{digits}]{{4}}|(?![^\n]))|[{digits}]?[-/.]\d\d?[-/.])",
        rf"(?<=[{numerals}])[{numerals}]*+{S}(?:{unit}|{JOIN}[{digits}{numerals}]|千)",
    )
    words = (rf"(?<={a})[{''.join(sorted(b))}]" for a, b in after.items())
    return re.compile(f"[{first}](?={'|'.join((*numbers, *words))})")


STARTS = _starts()
