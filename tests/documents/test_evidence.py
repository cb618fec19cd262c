"""Every field of every fact of every document quotes its source, sound or damaged."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yinfeng.reading import Reading, read
from yinfeng.values import Evidence, Fact
from yinfeng.values.form import told_fields

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
INBOX = sorted((ROOT / "examples" / "inbox").iterdir())
ARTICLES = sorted(
    path
    for folder in ("dev", "dev2", "dev3", "dev4", "dev5", "gold", "gold2")
    for path in (ROOT / "bench" / "quality" / folder).glob("*.txt")
)
DAMAGE = (
    *("(zhào)", "（shāng）", "??", "□", "\ufffd", "ËÄ¼×", "锟斤拷", "&nbsp;", "</p>"),
    *("\n", "\r\n", "\u3000", "  ", "，", "123", "https://a.example/b", "鎮", "發"),
)


def readings(data: bytes, name: str) -> Iterator[Reading]:
    return (one for one in read(data, name) if isinstance(one, Reading))


def evidence(facts: Iterable[Fact]) -> Iterator[Evidence]:
    for fact in facts:
        yield fact.evidence
        for _, told in told_fields(fact):
            yield from told.evidence


def misquoted(data: bytes, name: str) -> list[tuple[str, Evidence]]:
    """What does not stand in the source as quoted, and each fact that proves nothing."""
    return [
        (reading.document.name, proof)
        for reading in readings(data, name)
        for proof in evidence(reading.facts)
        if not proof.quote or reading.document.source[proof.start : proof.end] != proof.quote
    ]


@pytest.mark.parametrize("path", [*INBOX, *ARTICLES], ids=lambda path: path.name)
def test_every_field_quotes_its_source(path: Path) -> None:
    assert misquoted(path.read_bytes(), path.name) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/seeds beside the repository")
def test_every_field_of_the_seeds_quotes_its_source() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        assert misquoted(path.read_bytes(), path.name) == []


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(ARTICLES),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(DAMAGE), st.integers(0, 3)), max_size=60),
)
def test_every_field_quotes_its_source_whatever_happened_to_it(
    path: Path, damage: list[tuple[float, str, int]]
) -> None:
    says = path.read_bytes().decode("utf-8", "replace")
    for where, words, lost in damage:
        at = round(where * len(says))
        says = says[:at] + words + says[at + lost :]
    assert misquoted(says.encode(), path.name) == []
