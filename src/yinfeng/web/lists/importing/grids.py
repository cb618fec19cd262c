"""The cells of a sheet as words: .xlsx, .xls, .ods and .csv read here, others by LibreOffice.

Cells keep their value and not its look: 1234.5 shown as 1,235 is 1234.5. A merged cell means the
same in every row that it covers.
"""

import csv
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from yinfeng.web.lists.slots import words_of_cell
from yinfeng.web.shell.refusals import Refused

MEGABYTE = 1 << 20
MOST_BYTES = 20 * MEGABYTE
MOST_ROWS = 20_000
_MOST_COLUMNS = 120
_MOST_UNPACKED = 400 * MEGABYTE
_SECONDS = 90
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCODINGS = ("utf-8-sig", "gb18030")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = ",\t;"


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a sheet from its first line on, each cell as words."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def grid_of(content: bytes, name: str, *, office: str | None = None) -> Grid:
    """The grid of a file; *office* is the program that converts what cannot be read here."""
    if len(content) > MOST_BYTES:
        raise Refused(f"文件超过{MOST_BYTES // MEGABYTE}MB，请拆成几个再导入。")
    if not content.strip():
        raise Refused("文件是空的。")
    if content.startswith(_ZIP) and _unpacked(content) > _MOST_UNPACKED:
        raise Refused("文件解开后过大，请只保留要导入的那张表。")
    if content.startswith((_ZIP, _OLE)):
        grid = _of_workbook(content) or _of_workbook(_converted(content, name, office))
        if grid is None:
            raise Refused("文件里没有读到表格。请确认第一张表有表头和数据，且没有设密码。")
    elif Path(name).suffix.lower() in (".csv", ".txt", ".tsv"):
        grid = _of_csv(content)
    else:
        grid = _of_workbook(_converted(content, name, office))
    if grid is None or len(grid.rows) < 2:
        raise Refused("表里至少要有一行表头和一行数据。")
    if len(grid.rows) > MOST_ROWS:
        raise Refused(f"一次最多导入{MOST_ROWS}行，请分几次。")
    return grid


def program() -> str | None:
    """LibreOffice, where this machine has it."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def _unpacked(content: bytes) -> int:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return sum(one.file_size for one in packed.infolist())
    except zipfile.BadZipFile:
        return 0


def _of_workbook(content: bytes) -> Grid | None:
    try:
        book = CalamineWorkbook.from_object(BytesIO(content))
        tables = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        for name in tables:
            rows = _rows_of(book.get_sheet_by_name(name))
            if len(rows) > 1:
                return Grid(name, rows)
    except (CalamineError, zipfile.BadZipFile, OSError):
        return None
    return None


def _rows_of(sheet: CalamineSheet) -> tuple[tuple[str, ...], ...]:
    cells = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 2)
    rows = [[words_of_cell(cell) for cell in row[:_MOST_COLUMNS]] for row in cells]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for at in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[at]))):
                rows[at][column] = rows[top][left] if left < len(rows[top]) else ""
    return _trimmed(rows)


def _of_csv(content: bytes) -> Grid:
    words = _decoded(content)
    first = words.splitlines()[0] if words.splitlines() else ""
    separator = max(_SEPARATORS, key=first.count)
    rows = [
        [cell.strip() for cell in row] for row in csv.reader(StringIO(words), delimiter=separator)
    ]
    return Grid("", _trimmed(rows))


def _decoded(content: bytes) -> str:
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("文件的编码认不出来。请在Excel或WPS里另存为“CSV UTF-8”或xlsx再导入。")


def _trimmed(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows up to the last that says something, all of one width."""
    last = max((at for at, row in enumerate(rows, 1) if any(row)), default=0)
    width = max((len(row) for row in rows[:last]), default=0)
    return tuple((*row, *("" for _ in range(width - len(row)))) for row in rows[:last])


def _converted(content: bytes, name: str, office: str | None) -> bytes:
    """The file as .xlsx, made by LibreOffice in a folder of its own."""
    ending = Path(name).suffix.lower() or "（无扩展名）"
    if office is None:
        raise Refused(
            f"这台服务器读不了这个{ending}文件（没有安装LibreOffice）。请在WPS或Excel里另存为xlsx再导入。"
        )
    with tempfile.TemporaryDirectory(prefix="yinfeng-sheet-") as folder:
        source = Path(folder, f"sheet{Path(name).suffix.lower()[:6]}")
        source.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [office, "--headless", profile, "--convert-to", "xlsx", "--outdir"]
        made = Path(folder, "made")
        try:
            subprocess.run(  # noqa: S603
                [*command, str(made), str(source)],
                check=True, capture_output=True, timeout=_SECONDS,
            )  # fmt: skip
            return next(made.glob("*.xlsx")).read_bytes()
        except (subprocess.SubprocessError, StopIteration):
            raise Refused(
                f"这个{ending}文件没能读出表格。请在WPS或Excel里另存为xlsx再导入。"
            ) from None
