"""Tables as plain text: .csv and .tsv, as Excel and the programs of other offices export them."""

from collections.abc import Iterator

from yinfeng.intake.format import Format, Found, Origin
from yinfeng.intake.grid import one_line
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.plain import words_of
from yinfeng.intake.sheets import Sheet, set_sheets


def _recognises(_data: bytes, origin: Origin) -> bool:
    return origin.ending in ("csv", "tsv")


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    import csv

    text, encoding, notes = words_of(data)
    head = text[:4096]
    delimiter = max("\t,;", key=head.count) if origin.ending == "csv" else "\t"
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    cells = {
        (row, column): words
        for row, line in enumerate(lines)
        for column, cell in enumerate(line)
        if (words := one_line(cell))
    }
    manuscript = Manuscript()
    set_sheets(manuscript, [Sheet("表", cells)])
    for note in notes:
        manuscript.note(note)
    yield manuscript.document(origin, "text/csv", encoding=encoding)


CSV = Format("文本表格", _recognises, _read)
