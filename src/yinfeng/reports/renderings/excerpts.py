"""How the words of a source are shown: the run around them, cut to size, the words marked."""

from yinfeng.reports.report import Source

_AROUND = 70
_WHOLE = 200


def excerpt(source: Source) -> tuple[str, str, str]:
    """What stands before the words, the words, what stands after; cuts are shown as dots."""
    start, end = source.mark
    quote = source.around.quote
    if end <= start or quote[start:end] != source.words.quote:
        start, end = 0, len(quote)
    before, words, after = quote[:start], quote[start:end], quote[end:]
    if len(quote) > _WHOLE:
        before = before if len(before) <= _AROUND else "…" + before[-_AROUND:]
        after = after if len(after) <= _AROUND else after[:_AROUND] + "…"
    return _one_line(before), _one_line(words), _one_line(after)


def whole_excerpt(source: Source) -> str:
    """The run of a source on one line, cut in the middle where it is very long."""
    quote = _one_line(source.around.quote)
    return quote if len(quote) <= 2 * _WHOLE else f"{quote[:_WHOLE]}……{quote[-_WHOLE:]}"


def restored(source: Source) -> str:
    """How the run reads once mended, cut like the run itself; empty where nothing was mended."""
    says = _one_line(source.restored)
    return says if len(says) <= 2 * _WHOLE else f"{says[:_WHOLE]}……{says[-_WHOLE:]}"


def citation(source: Source) -> str:
    """Where a person finds it: 《title》（file），第3页."""
    paper, place = source.around.paper, source.around.place
    title = f"《{paper.title}》（{paper.name}）" if paper.title else f"《{paper.name}》"
    return f"{title}{place}"


def _one_line(says: str) -> str:
    return " ".join(says.split())
