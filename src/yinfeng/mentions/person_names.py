"""A person's name at a place: family name and one or two characters, masked, or foreign.

How long the name is shows in what follows it: 赵凯|带队, 张国栋|带队. Where nothing shows it, two
characters are taken for the given name, the far more frequent form.
"""

import re

from yinfeng.lexicon import bodies as body_words
from yinfeng.lexicon import people as words

_SURNAMES = words.surnames()
_SURE = _SURNAMES.every - _SURNAMES.doubtful
_WORDS = frozenset(_SURNAMES.words)
_FOLLOWS = re.compile(body_words.one_of(words.titles().follows))
_FOREIGN = re.compile(
    r"[一-龥]{1,7}(?:[·•][一-龥]{1,8}){1,3}|[A-Z][a-z]+(?: [A-Z][a-z]*\.?){1,3}(?![A-Za-z])"
)
_MASK = re.compile(r"(?P<kept>(?!某)[一-龥])?(?:[*＊]{1,3}|[X×Ｘ○〇]{1,2}(?![A-Za-z0-9])|某{1,2})")
_BEFORE_YEARS = frozenset("今去明近当每本上前全同次多逐往两几数一二三四五六七八九十百来末初半")
_EDGES = body_words.edges()
# 开发区高永书记: the character is a family name too, but not behind 开发.
_ENDS_A_ZONE = "区"
_BODY_ENDS = tuple(body_words.endings())
_BEFORE = {
    last: (*_EDGES.hard.get(last, ()), *_EDGES.soft.get(last, ()))
    for last in {*_EDGES.hard, *_EDGES.soft}
}


def name_at(clean: str, at: int, *, must_show: bool = False) -> tuple[int, str] | None:
    """The end of the name that begins at *at*, and the name without its mask; None for no name."""
    if sounds := _sounds(clean, at):
        return sounds
    family = _family(clean, at)
    if family:
        mask = _MASK.match(clean, at + family)
        if mask:
            return mask.end(), clean[at : at + family] + (mask["kept"] or "")
    foreign = _FOREIGN.match(clean, at)
    if foreign:
        end = _foreign_end(clean, foreign)
        return end, clean[at:end]
    if clean[at : at + 1] in ("老", "小") and clean[at + 1 : at + 2] in _SURE:
        return (at + 2, clean[at : at + 2]) if is_shown_after(clean, at + 2) else None
    if not family or _is_word(clean, at):
        return None
    is_doubtful = clean[at] in _SURNAMES.doubtful
    last = _end(clean, at, at + family, must_show or is_doubtful)
    return (last, clean[at:last]) if last else None


def _sounds(clean: str, at: int) -> tuple[int, str] | None:
    """A name of three or four characters written by its sound, that a stop or a verb ends."""
    for length in (4, 3):
        name = clean[at : at + length]
        if len(name) == length and _SURNAMES.sounds.issuperset(name):
            return (at + length, name) if is_shown_after(clean, at + length) else None
    return None


def name_before(clean: str, end: int) -> int | None:
    """Where the name that ends at *end* begins, if what stands before it parts it off."""
    for length in (3, 2, 4):
        at = end - length
        if at < 0 or not _is_name(clean, at, end) or _is_word(clean, at):
            continue
        if clean[at] == _ENDS_A_ZONE and "一" <= clean[at - 1 : at] <= "龥":
            continue
        if parts_off(clean, at) and clean[at] not in _SURNAMES.doubtful:
            return at
    return None


def parts_off(clean: str, at: int) -> bool:
    """Whether a word may begin at *at*: after a stop, a word before names, or a body's ending."""
    if clean[at - 1 : at] == "叫":
        return True
    if at == 0 or not "一" <= clean[at - 1] <= "龥":
        return True
    words_before = _BEFORE.get(clean[at - 1])
    if words_before is not None and clean.endswith(words_before, 0, at):
        return True
    return clean.endswith(_BODY_ENDS, 0, at)


def is_shown_after(clean: str, end: int) -> bool:
    """Whether what stands at *end* shows that a name ends there."""
    return not "一" <= clean[end : end + 1] <= "龥" or _FOLLOWS.match(clean, end) is not None


def _foreign_end(clean: str, name: re.Match[str]) -> int:
    """Where a foreign name ends: before the first word that follows names."""
    last = max(clean.rfind(dot, name.start(), name.end()) for dot in "·•")
    if last < 0:
        return name.end()
    shown = (at for at in range(last + 3, name.end()) if _FOLLOWS.match(clean, at))
    return next(shown, name.end())


def _is_word(clean: str, at: int) -> bool:
    """Whether a word that only looks like a name begins at *at*: 高新, 方面."""
    return clean[at : at + 2] in _WORDS or clean[at : at + 3] in _WORDS


def _family(clean: str, at: int) -> int:
    if clean[at : at + 2] in _SURNAMES.compound:
        return 2
    return 1 if clean[at : at + 1] in _SURNAMES.every else 0


def _end(clean: str, at: int, given: int, must_show: bool) -> int | None:
    short, long = given + 1, given + 2
    has_short, has_long = _is_name(clean, at, short), _is_name(clean, at, long)
    if not has_short:
        return None
    if not has_long:
        return short if not must_show or is_shown_after(clean, short) else None
    shows_short, shows_long = is_shown_after(clean, short), is_shown_after(clean, long)
    if shows_short and shows_long:
        follow = _FOLLOWS.match(clean, short)
        return short if follow and follow.end() - short > 1 else long
    if shows_short:
        return short
    return long if shows_long or not must_show else None


def _is_name(clean: str, at: int, end: int) -> bool:
    family = _family(clean, at)
    if not family or not 1 <= end - at - family <= 2 or end > len(clean):
        return False
    given = clean[at + family : end]
    if given[-1] in "年月" and (len(given) == 1 or given[0] in _BEFORE_YEARS):
        return False
    return all("一" <= c <= "龥" and c not in _SURNAMES.never for c in given)
