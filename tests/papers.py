"""Papers for tests: plain words and the facts that they tell, told by hand in the form of FACTS.

Every field's evidence is the stretch of the quote that says it, where the quote says it in so
many words; else the quote itself.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yinfeng.values import Document, Fact
from yinfeng.values.form import fact_of

Row = Mapping[str, Any]


def paper(
    says: str,
    *rows: Row,
    name: str = "简报",
    host: str = "柳林镇",
    published: date | None = date(2026, 3, 2),
    publisher: str = "",
) -> tuple[Document, tuple[Fact, ...]]:
    """A document of the words *says* and the facts of *rows*, each with a `quote` from them."""
    document = Document(
        name, says, sha256=name.encode().hex(), published=published, publisher=publisher
    )
    return document, tuple(_fact(says, {"host": host, "quote": says, **row}) for row in rows)


def _fact(says: str, row: Row) -> Fact:
    quote = row["quote"]
    at = says.index(quote)
    evidence = {
        key: [[at + quote.index(words), at + quote.index(words) + len(words), words]]
        for key, words in _words(row)
        if words in quote
    }
    source = {"start": at, "end": at + len(quote)}
    return fact_of({**row, "source": source, "evidence": row.get("evidence", evidence)})


def _words(row: Row) -> Sequence[tuple[str, str]]:
    said = row.get("said", {})
    plain = [(key, value) for key, value in row.items() if isinstance(value, str)]
    return [*plain, *said.items()]
