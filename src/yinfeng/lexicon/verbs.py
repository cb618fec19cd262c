"""Words that a project's name does not hold: 落实, 需要, 打赢 lead into it."""

from functools import cache
from importlib.resources import files


@cache
def verbs() -> frozenset[str]:
    """The words of `data/verbs.txt`, each of two to four characters."""
    path = files("yinfeng.lexicon") / "data" / "verbs.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    words = frozenset(w for line in lines if not line.startswith("#") for w in line.split())
    if not words or any(not 2 <= len(word) <= 4 for word in words):
        raise ValueError("verbs.txt: a word is not of two to four characters")
    return words
