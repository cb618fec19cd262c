"""Makes the example inbox: one town's papers of spring 2025 in every format, some of them damaged.

    python examples/make_inbox.py [FOLDER]

Needs python-docx, openpyxl and reportlab. What the papers say stands in `sources/`; this file only
dresses it, and dresses it the same way each time: no clock and no chance gets into the bytes.
"""

import io
import re
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from docx import Document as new_docx
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).resolve().parent
FONT = "STSong-Light"
LEDGER_DAY = datetime(2025, 3, 31, 9, 0, tzinfo=UTC)
PARK_DAY = datetime(2025, 3, 20, 9, 0, tzinfo=UTC)

# A heading of two rows: what spans the columns, then what stands under it.
LEDGER_TITLE = "青禾镇2025年重点招商项目台账"
LEDGER_NOTE = "填报单位:青禾镇招商办　　截至日期:2025年3月31日"
LEDGER_HEADING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("序号", ()),
    ("项目名称", ()),
    ("投资方", ()),
    ("来源地", ()),
    ("计划投资(万元)", ("总投资", "固定资产投资")),
    ("用地面积(亩)", ()),
    ("预期效益(万元)", ("年产值", "年税收")),
    ("主要产品", ()),
    ("落户地点", ()),
    ("进展阶段", ()),
    ("进展日期", ()),
    ("挂钩领导", ()),
)
LEDGER_WIDTHS = (6, 24, 30, 9, 10, 14, 13, 10, 10, 28, 18, 14, 13, 10)


def told(name: str) -> str:
    """What a paper says, from `sources/`."""
    return (HERE / "sources" / name).read_text(encoding="utf-8")


def packed(members: Mapping[str, bytes], day: datetime) -> bytes:
    """A zip of the members, each dated *day*."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, day.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system, member.external_attr = 3, 0o644 << 16
            folder.writestr(member, data)
    return kept.getvalue()


def pinned(office_file: bytes, day: datetime) -> bytes:
    """An Office file in which every date of saving is *day*."""
    stamp = f"{day:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(io.BytesIO(office_file)) as folder:
        members = {one.filename: folder.read(one) for one in folder.infolist()}
    core = members["docProps/core.xml"]
    members["docProps/core.xml"] = re.sub(
        rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, core
    )
    return packed(members, day)


def word_file(text: str, day: datetime) -> bytes:
    """A Word file: `#` lines are headings, `|` lines the rows of a table, the rest paragraphs."""
    paper = new_docx()
    rows: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif line.startswith("#"):
            paper.add_heading(line.lstrip("# "), level=line.count("#") - 1)
        elif line:
            paper.add_paragraph(line)
    if rows:
        table = paper.add_table(len(rows), len(rows[0]), style="Table Grid")
        for cells, words in zip(table.rows, rows, strict=True):
            for cell, word in zip(cells.cells, words, strict=True):
                cell.text = word
    kept = io.BytesIO()
    paper.save(kept)
    return pinned(kept.getvalue(), day)


def ledger(rows: Sequence[Sequence[str]]) -> bytes:
    """The project ledger: title, note, a merged heading of two rows, projects, their sum."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet: Worksheet = book.create_sheet("项目台账")
    for number, words in enumerate((LEDGER_TITLE, LEDGER_NOTE), start=1):
        sheet.cell(number, 1, words)
        sheet.merge_cells(
            start_row=number, end_row=number, start_column=1, end_column=len(LEDGER_WIDTHS)
        )
    sheet["A1"].font = Font(size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    set_heading(sheet, 3)
    for row in rows:
        sheet.append([cell_value(cell) for cell in row])
    sheet.append(["合计", f"{len(rows)}个", None, None, *sums(rows, range(4, 9))])
    for at, width in enumerate(LEDGER_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + at)].width = width
    kept = io.BytesIO()
    book.save(kept)
    return pinned(kept.getvalue(), LEDGER_DAY)


def set_heading(sheet: Worksheet, top: int) -> None:
    """The heading of two rows: merged across over its parts, downwards where it has none."""
    at = 1
    for words, parts in LEDGER_HEADING:
        sheet.cell(top, at, words).alignment = Alignment(horizontal="center", vertical="center")
        for step, part in enumerate(parts):
            sheet.cell(top + 1, at + step, part)
        right = at + max(len(parts), 1) - 1
        bottom = top if parts else top + 1
        sheet.merge_cells(start_row=top, end_row=bottom, start_column=at, end_column=right)
        at = right + 1


def cell_value(words: str) -> int | str | date | None:
    """What Excel keeps of a cell: a number, a day, words or nothing."""
    if re.fullmatch(r"\d+", words):
        return int(words)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return date.fromisoformat(words)
    return words or None


def sums(rows: Sequence[Sequence[str]], columns: range) -> Iterator[int]:
    """The sum of each of the columns."""
    for column in columns:
        yield sum(int(row[column] or 0) for row in rows)


def newspaper(text: str) -> bytes:
    """A page with a text layer: masthead, headlines, two columns, a photograph and its caption."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    kept = io.BytesIO()
    page = Canvas(kept, pagesize=A4, invariant=1)
    lines = text.splitlines()
    heads = [line for line in lines if line.startswith(("!!", "#"))]
    height = A4[1] - 45
    for head in sorted(heads, key=lambda line: not line.startswith("!!")):
        size = {"!": 9, "#": 26}[head[0]] if not head.startswith("##") else 15
        height -= size * 1.5
        page.setFont(FONT, size)
        page.drawString(45, height, head.lstrip("!# "))
    body = [line for line in lines if line not in heads]
    set_columns(page, list(columned(body, 22)), height - 30)
    page.showPage()
    page.save()
    return kept.getvalue()


def columned(paragraphs: Sequence[str], width: int) -> Iterator[str]:
    """The lines of a column *width* characters wide; a stop never begins a line."""
    for paragraph in paragraphs:
        if paragraph.startswith("^^"):
            yield paragraph
            continue
        rest = "　　" + paragraph
        while rest:
            end = width
            while end < len(rest) and (rest[end] in ",。、:;”)%" or splits_number(rest, end)):
                end += 1
            yield rest[:end]
            rest = rest[end:]


def splits_number(text: str, at: int) -> bool:
    """Whether a break at *at* would part the digits of a number."""
    return bool(re.match(r"[\d.][\d.%]", text[at - 1 : at + 1]))


def set_columns(page: Canvas, lines: Sequence[str], top: float) -> None:
    """Sets the lines in two columns of one length."""
    half = (len(lines) + 1) // 2
    for column, part in enumerate((lines[:half], lines[half:])):
        left, height = 45 + column * 265, top
        for line in part:
            if line.startswith("^^"):
                page.rect(left, height - 90, 230, 95)
                height -= 104
                page.setFont(FONT, 8)
                page.drawString(left, height, line.lstrip("^ "))
            else:
                page.setFont(FONT, 10.5)
                page.drawString(left, height, line)
            height -= 17


def letter(text: str, enclosed: Mapping[str, bytes]) -> bytes:
    """An e-mail with its enclosures."""
    mail = EmailMessage()
    mail["Subject"] = "推荐储能电池模组项目"
    mail["From"] = "李闻 <liwen@example.com>"
    mail["To"] = "青禾镇招商办 <qinghe@example.cn>"
    mail["Date"] = "Mon, 31 Mar 2025 10:24:00 +0800"
    mail["Message-ID"] = "<20250331102400.1@example.com>"
    mail.set_content(text, cte="base64")
    for name, data in enclosed.items():
        mail.add_attachment(
            data,
            maintype="application",
            subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
            filename=name,
        )
    mail.set_boundary("=_qinghe_20250331")
    return mail.as_bytes(policy=SMTP)


def forum_copy(text: str) -> str:
    """The text in traditional script, pinyin put behind the two bytes of each character changed.

    The forum's tool works on GBK bytes without minding where a character begins, so a pair that
    straddles two characters is parted too, and what follows is read one byte late.
    """
    changes = dict(row.split("\t", 1) for row in told("11_繁体与拼音.tsv").splitlines())
    table = {ord(plain): change.split("\t")[0] for plain, change in changes.items()}
    pinyin = {
        traditional.encode("gbk"): f"({sound})"
        for traditional, sound in (change.split("\t") for change in changes.values())
    }
    data = text.translate(table).encode("gbk")
    parts: list[bytes | str] = []
    begin = 0
    for end in range(2, len(data) + 1):
        if data[end - 2 : end] in pinyin:
            parts += [data[begin:end], pinyin[data[end - 2 : end]]]
            begin = end
    return misread([*parts, data[begin:]])


def misread(parts: Sequence[bytes | str]) -> str:
    """What a lenient reader of GBK makes of bytes with notes between them."""
    shown: list[str] = []
    for part in parts:
        if isinstance(part, bytes):
            shown.append(part.decode("gbk", "surrogateescape"))
        else:
            lost = bool(shown and shown[-1] and "\udc80" <= shown[-1][-1] <= "\udcff")
            if lost:
                shown[-1] = shown[-1][:-1] + "?"
            shown.append(part[1:] if lost else part)
    return re.sub("[\udc80-\udcff]", "?", "".join(shown))


def lines_of(text: str, ending: str = "\r\n") -> str:
    """The text with the line endings of Windows."""
    return text.replace("\n", ending)


def zip_of_two() -> bytes:
    """Two papers in one zip."""
    members = {name: told(name).encode() for name in ("10_村企结对.txt", "10_集中签约.txt")}
    return packed(members, datetime(2025, 4, 11, 17, 30, tzinfo=UTC))


def ledger_rows() -> list[list[str]]:
    """The projects of the ledger, one a row."""
    return [line.split("\t") for line in told("05_重点项目台账.tsv").splitlines()]


def trip() -> bytes:
    """The bulletin about the trip, as an old machine saves it."""
    return lines_of(told("02_赴苏州上海招商.txt")).encode("gb18030")


def enclosure() -> dict[str, bytes]:
    """What came with the e-mail."""
    text = told("07_附件_启明储能项目简介.txt")
    return {"启明储能项目简介.docx": word_file(text, PARK_DAY)}


def park_report() -> bytes:
    """The report on the park."""
    return word_file(told("04_园区情况汇报.txt"), PARK_DAY)


INBOX: dict[str, Callable[[], bytes]] = {
    "01_全镇招商动员.txt": lambda: told("01_全镇招商动员.txt").encode(),
    "02_赴苏州上海招商.txt": trip,
    "03_县政府网站_客商来访.html": lambda: told("03_县政府网站_客商来访.html").encode("gbk"),
    "04_园区情况汇报.docx": park_report,
    "05_重点项目台账.xlsx": lambda: ledger(ledger_rows()),
    "06_云泽日报_老农机厂腾退.pdf": lambda: newspaper(told("06_云泽日报_老农机厂腾退.txt")),
    "07_邮件_储能项目.eml": lambda: letter(told("07_邮件_储能项目.txt"), enclosure()),
    "08_招商群聊天记录.txt": lambda: told("08_招商群聊天记录.txt").encode(),
    "09_企业服务月报.md": lambda: told("09_企业服务月报.md").encode(),
    "10_村企结对与集中签约.zip": zip_of_two,
    "11_论坛转载_启明来访.txt": lambda: forum_copy(told("11_论坛转载_启明来访.txt")).encode(),
    "12_赴苏州上海招商(1).txt": trip,
    "13_转载_老农机厂腾退.txt": lambda: told("13_转载_老农机厂腾退.txt").encode("utf-8-sig"),
    "14_空文件.txt": lambda: b"",
    "15_没有下载完的汇报.docx": lambda: park_report()[:20_000],
    "16_白酒招商广告.txt": lambda: told("16_白酒招商广告.txt").encode(),
}


def main(folder: Path) -> None:
    """Writes every paper of the inbox into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in INBOX.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "inbox")
