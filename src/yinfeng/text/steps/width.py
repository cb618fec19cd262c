"""Width: full-width digits, letters and percent signs, as in ２０２１年 and １７．４９％.

Punctuation stays as it stands; only a point or a comma inside a number becomes narrow, and a full
stop where a page writes no other point (总投资57。6亿元). The radical
signs that some PDF files use for characters (⼯, ⻓) become those characters.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

# The patterns begin with plain signs, so that a search passes over all others at once.
_WIDE = re.compile(
    r"[０-９Ａ-Ｚａ-ｚ％＋\u2e80-\u2fd5．，](?:(?<![．，])[０-９Ａ-Ｚａ-ｚ％＋\u2e80-\u2fd5]*"
    r"|(?<=[．，])(?=[\d０-９]))"
)
_THOUSANDS = re.compile(r"，[\d０-９]{3}(?![\d０-９])")
_DIGIT = re.compile(r"[\d０-９]")
# A converter of scripts wrote each point as a full stop; where a page has sound points it did not.
_STOP = re.compile(r"。(?<=\d。)(?=\d{1,4}(?:%|％|[多余]?[亿億万萬]|平方|公里|公顷|[多余]?[亩畝]))")
# A page that lost its points has blanks for them: 5 9亿元, 108 3%.
_BLANK = re.compile(r" (?<=\d )(?=\d{1,4}(?:%|％|[多余]?[亿億]))")
_FEW_BLANKS = 2
_WHOLE_PART = re.compile(r"[^\d\s]\d{1,5}\Z")
_POINT = re.compile(r"\d\.\d")
_NARROW = {code: code - 0xFEE0 for code in map(ord, "０１２３４５６７８９％＋．，")}
_NARROW |= {code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}

# Kangxi radicals in their order, and the forms of the supplement that simplified text uses.
_RADICALS = (
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干"
    "幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋"
    "疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤"
    "走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓"
    "鼠鼻齊齒龍龜龠"
)
_NARROW |= {0x2F00 + at: ord(character) for at, character in enumerate(_RADICALS)}
_SUPPLEMENT = (
    "⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻰龙"
)
_NARROW |= {
    ord(sign): ord(character)
    for sign, character in zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)
}


def mend(words: str) -> Sequence[Edit]:
    """The wide digits and letters of *words*, and its radical signs, as they are read."""
    found = [edit for match in _WIDE.finditer(words) for edit in _edit(match)]
    stops = [m.start() for m in _STOP.finditer(words) if _is_behind_figure(words, m.start())]
    blanks = [m.start() for m in _BLANK.finditer(words)] if " " in words else []
    if len(blanks) >= _FEW_BLANKS:
        stops.extend(blanks)
    if stops and not _POINT.search(words):
        found.extend(Edit(at, at + 1, ".") for at in stops)
        found.sort()
    return found


def _is_behind_figure(words: str, at: int) -> bool:
    """Whether a figure of up to five digits, and nothing else of it, stands before *at*."""
    return _WHOLE_PART.search(words, max(0, at - 6), at) is not None


def _edit(match: re.Match[str]) -> Iterator[Edit]:
    narrow = match[0].translate(_NARROW)
    if narrow != match[0] and (match[0] not in "．，" or _is_in_number(match)):
        yield Edit(*match.span(), narrow)


def _is_in_number(match: re.Match[str]) -> bool:
    words, start = match.string, match.start()
    is_behind_digit = bool(_DIGIT.match(words[max(0, start - 1) : start]))
    return is_behind_digit and (match[0] == "．" or bool(_THOUSANDS.match(words, start)))


STEP = Step("width", frozenset(map(chr, _NARROW)) | {"，", "。", " "}, mend)
