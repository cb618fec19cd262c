"""Mojibake: bytes read in the wrong code: å››ç”²é•‡, ËÄ¼×Õò and 鍥涚敳闀 are all 四甲镇.

Each stretch is turned back into its bytes and read again; it counts only if it then is Chinese.
What stands for lost bytes (锟斤拷) cannot come back.
"""

from collections.abc import Sequence

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step
from yinfeng.text.twisted import TELLS, untwisted
from yinfeng.text.western import SHOWN, is_common, read_as_gbk, read_as_utf8

ENOUGH = 3
"""So many characters of a page must read as Chinese before any is taken for mojibake."""

_LEADS = frozenset(map(chr, range(0xC2, 0xF8))) - frozenset("×÷")
_SIGNS = frozenset("，。、；：！？（）“”‘’《》—…·％")


def mend(words: str) -> Sequence[Edit]:
    """The characters of *words* that were read in the wrong code, read in the right one."""
    has_western = not _LEADS.isdisjoint(words)
    for read in (read_as_utf8, read_as_gbk) if has_western else ():
        edits = read(words)
        if _is_chinese(edits):
            return edits
    edits = list(untwisted(words))
    return edits if _is_chinese(edits) else []


def _is_chinese(edits: Sequence[Edit]) -> bool:
    """Whether most of what was read are common characters, signs, or mojibake once more."""
    says = [sign for edit in edits for sign in edit.words if not sign.isascii()]
    common = sum(map(is_common, says))
    signs = sum(sign in _SIGNS or sign in SHOWN for sign in says)
    return max(common, signs) >= ENOUGH and 5 * (common + signs) >= 4 * len(says)


STEP = Step("mojibake", _LEADS | TELLS, mend)
