"""Which encoding bytes are in, decided by evidence: they decode, and common characters come out.

A declaration only breaks a tie, because pages that say gb2312 are often UTF-8 and the reverse.
Three characters of GBK also decode as Big5, so the share of everyday characters has to decide:
招商局 in GBK reads as 桸妀擁 in Big5.
"""

import codecs
import re
from typing import NamedTuple

from yinfeng.intake.format import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("utf-8", "gb18030", "big5hkscs")
_SAMPLE = 1 << 16
_SHORT = 512
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b")) + b"\x7f"

_EVERYDAY = frozenset(
    "的一是不了在人有我他这中大来上个国和地到说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事"
    "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第"
    "公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月"
    "话合回特代内信表化老给世位次度门任常先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打变四神"
    "总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展司科五基非则"
    "镇乡村街县省州城园招商项投企引项目签约土亩万亿元落推增长收入完税产值厂房设备智能材料汽车电子医药服务企业党委书记"
    "湖江浙苏沪京津川广粤闽鲁豫皖桂滇贵陕云河南北春夏秋冬周星六七八九零百千局办厅院校组织落实加快推进"
    "這來個國說時會對於後過發還進種經動現當沒樣實與長機業兩間問應戰頭體見產將關點無從學開們為"
    "話給門東聲員論處義條氣題別變總電數報結務場計資許統區隊決項鎮鄉縣園億萬畝簽約設備車藥書記廠灣臺灣際廣濟縣聯"
    "，。、：；！？（）《》“”‘’—…·％０１２３４５６７８９　「」『』"
)
_HAN_OR_FULL_WIDTH = re.compile(
    "[\u2014-\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)


class Decoded(NamedTuple):
    """The text of bytes, the codec that gives it, and remarks on what did not decode."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decoded(data: bytes, declared: str = "") -> Decoded:
    """The text of *data*; bytes that are no text in any known encoding are unreadable."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _marked(data, bom, encoding)
    if b"\0" in data:
        return _with_nulls(data, declared)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_evidence(data, declared)
    if len(data) < _SHORT and not data.isascii() and not _HAN_OR_FULL_WIDTH.search(text):
        return _by_evidence(data, declared)
    _refuse_controls(data)
    return Decoded(text, "utf-8")


def _marked(data: bytes, bom: bytes, encoding: str) -> Decoded:
    """The text behind a mark; programs also put one before bytes in another encoding."""
    found = _read_as(data, encoding)
    rest = data[len(bom) :]
    if encoding == "utf-8-sig":
        return _by_evidence(rest, "utf-8") if found.notes else found
    if encoding == "utf-16" and b"\0" not in rest[:_SAMPLE] and _score(data, encoding) < 0.5:
        return decoded(rest)
    return found


def _with_nulls(data: bytes, declared: str) -> Decoded:
    for encoding in ("utf-16-le", "utf-16-be"):
        if _score(data, encoding) > 0.5:
            return _read_as(data, encoding)
    if data.count(b"\0") * 50 > len(data):
        raise Unreadable("binary", _NOT_TEXT)
    _refuse_controls(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _by_evidence(data, declared)


def _by_evidence(data: bytes, declared: str) -> Decoded:
    _refuse_controls(data)
    wanted = _codec(declared)
    # A declared or more common encoding wins among those that read about equally well.
    scores = {name: _score(data, name) + 0.02 * (name == wanted) for name in _CHINESE}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < 0.2 and (scores[best] <= 0 or not _is_latin(data)):
        raise Unreadable("binary", _NOT_TEXT)
    return _read_as(data, best)


def _read_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, (f"有{text.count(chr(0xFFFD))}处字节无法识别，以�代替",))


def _score(data: bytes, encoding: str) -> float:
    """How much of a sample reads as everyday writing in *encoding*, less what does not decode."""
    sample = codecs.getincrementaldecoder(encoding)("replace").decode(data[:_SAMPLE])
    beyond = [character for character in sample if character > "\x7f"]
    if encoding.startswith("utf-16"):
        beyond = list(sample)
        good = sum(1 for character in beyond if character in _EVERYDAY or character < "\x7f")
    else:
        good = sum(map(_EVERYDAY.__contains__, beyond))
    if not beyond:
        return 0.0
    lost = beyond.count("\ufffd")
    return good / len(beyond) + (0.1 if not lost else 0.0) - 5 * lost / len(beyond)


def _is_latin(data: bytes) -> bool:
    """Whether the bytes are mainly ASCII words, so that a few odd bytes do no harm."""
    sample = data[:_SAMPLE]
    return sum(byte < 0x80 for byte in sample) > 0.7 * len(sample)


def _codec(declared: str) -> str:
    """The codec of a declared charset, its superset for the Chinese ones; nothing for others."""
    label = declared.strip().strip("\"'").lower().replace("_", "-")
    if label.startswith(("gb", "x-gb", "cp936", "windows-936", "euc-cn", "hz")):
        return "gb18030"
    if label.startswith(("big5", "x-big5", "cp950")):
        return "big5hkscs"
    return "utf-8" if label in ("utf-8", "utf8") else ""


def _refuse_controls(data: bytes) -> None:
    sample = data[:_SAMPLE]
    if (len(sample) - len(sample.translate(None, _CONTROLS))) * 20 > len(sample):
        raise Unreadable("binary", _NOT_TEXT)


_NOT_TEXT = "这个文件不是文字文件，无法读取。请导出为 Word、PDF 或文本文件后再导入。"
