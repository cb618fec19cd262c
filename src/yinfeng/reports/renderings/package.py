"""The package of a workbook: its parts as bytes, which sheet lies where, and one more sheet."""

import posixpath
import zipfile
from collections.abc import Sequence
from io import BytesIO

from lxml import etree

_MOST = 200 * 1024 * 1024
_OLD = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_AFTER_CALCULATION = (
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class BadSheet(ValueError):
    """A workbook that cannot be filled, or not without loss; said in a sentence."""


class Package:
    """The parts of one workbook, of which a few are written anew."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.types = _TYPES
        self.workbook = _target(parsed(parts["_rels/.rels"]), "/officeDocument", "")
        folder, name = posixpath.split(self.workbook)
        self.folder = folder
        self.relations = f"{folder}/_rels/{name}.rels"
        if self.workbook not in parts or self.relations not in parts:
            raise BadSheet("不是完整的 Excel 工作簿")
        self.root = parsed(parts[self.workbook])
        self.space = etree.QName(self.root).namespace or ""
        self.worksheets = self._worksheets()

    def part(self, kind: str) -> bytes | None:
        """The one part of a kind that the workbook has: styles, sharedStrings."""
        path = _target(parsed(self.parts[self.relations]), f"/{kind}", self.folder, must=False)
        return self.parts.get(path) if path else None

    def tag(self, name: str) -> str:
        """The full name of an element of a workbook."""
        return f"{{{self.space}}}{name}"

    @property
    def is_1904(self) -> bool:
        """Whether days are counted from 1904."""
        told = self.root.find(self.tag("workbookPr"))
        return told is not None and told.get("date1904") in ("1", "true")

    @property
    def is_locked(self) -> bool:
        """Whether no sheet may be added."""
        told = self.root.find(self.tag("workbookProtection"))
        return told is not None and told.get("lockStructure") in ("1", "true")

    def reckon_on_opening(self) -> None:
        """Let the program that opens the workbook reckon every formula anew."""
        told = self.root.find(self.tag("calcPr"))
        if told is None:
            told = etree.Element(self.tag("calcPr"))
            later = {self.tag(name) for name in _AFTER_CALCULATION}
            after = [one for one in self.root if one.tag in later]
            self.root.insert(self.root.index(after[0]) if after else len(self.root), told)
        told.set("fullCalcOnLoad", "1")
        self.parts[self.workbook] = _written(self.root)

    def add_sheet(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        """One more sheet of words at the end."""
        if self.is_locked:
            raise BadSheet("这份表锁定了工作簿结构，加不上填报依据页。请上级提供未锁定的表")
        called, turn = name, 2
        while called in self.worksheets:
            called, turn = f"{name}{turn}", turn + 1
        path = f"{self.folder}/worksheets/yinfeng_proofs.xml"
        if path in self.parts:
            raise BadSheet("这份表已经填过，请用上级发下来的空表")
        self.parts[path] = _sheet_of(self.space, rows)
        relations = parsed(self.parts[self.relations])
        known = {one.get("Id") for one in relations}
        key = next(f"rIdYf{n}" for n in range(1, len(known) + 2) if f"rIdYf{n}" not in known)
        kinds = [one.get("Type", "") for one in relations]
        kind = next(one for one in kinds if one.endswith("/worksheet"))
        etree.SubElement(
            relations, _RELATION, Id=key, Type=kind, Target="worksheets/yinfeng_proofs.xml"
        )
        self.parts[self.relations] = _written(relations)
        types = parsed(self.parts[_TYPES])
        etree.SubElement(types, _OVERRIDE, PartName=f"/{path}", ContentType=_SHEET_TYPE)
        self.parts[_TYPES] = _written(types)
        self._enter(called, key)

    def written(self) -> bytes:
        """The bytes of the package; the same parts give the same bytes."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name in sorted(self.parts, key=lambda name: (name != _TYPES, name)):
                entry = zipfile.ZipInfo(name, _LONG_AGO)
                entry.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(entry, self.parts[name])
        return out.getvalue()

    def _enter(self, called: str, key: str) -> None:
        sheets = self.root.find(self.tag("sheets"))
        assert sheets is not None
        number = max(int(one.get("sheetId", "0")) for one in sheets) + 1
        entry = etree.SubElement(sheets, self.tag("sheet"), name=called, sheetId=str(number))
        entry.set(_id_name(sheets), key)
        self.parts[self.workbook] = _written(self.root)

    def _worksheets(self) -> dict[str, str]:
        relations = {
            one.get("Id", ""): one
            for one in parsed(self.parts[self.relations])
            if one.get("Type", "").endswith("/worksheet")
        }
        sheets = self.root.find(self.tag("sheets"))
        if sheets is None or not len(sheets):
            raise BadSheet("工作簿里没有工作表")
        found: dict[str, str] = {}
        for one in sheets:
            relation = relations.get(one.get(_id_name(sheets), ""))
            if relation is not None:
                found[one.get("name", "")] = _path(relation.get("Target", ""), self.folder)
        return found


def opened(content: bytes) -> Package:
    """The package of a workbook; refused where it is none, or cannot be changed without loss."""
    if content.startswith(_OLD):
        raise BadSheet("这是旧式 .xls 或加了密码的表。请在 Excel 里另存为 .xlsx、去掉打开密码再传")
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = [one.filename for one in package.infolist() if not one.is_dir()]
            if len(set(names)) != len(names):
                raise BadSheet("文件里有重复的部件，可能已损坏")
            if sum(one.file_size for one in package.infolist()) > _MOST:
                raise BadSheet("工作簿解开后太大，请删去不用的内容再传")
            parts = {name: package.read(name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadSheet("不是 Excel 工作簿（.xlsx）") from error
    if any(name.startswith("_xmlsignatures/") for name in parts):
        raise BadSheet("这份表有数字签名，填写会使签名失效。请上级提供未签名的空表")
    if _TYPES not in parts or "_rels/.rels" not in parts:
        raise BadSheet("不是 Excel 工作簿（.xlsx）")
    return Package(parts)


def parsed(data: bytes) -> etree._Element:
    """A part as a tree; nothing in it reaches outside."""
    safe = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, safe)
    except etree.XMLSyntaxError as error:
        raise BadSheet("工作簿的内容已损坏，打不开") from error


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _target(relations: etree._Element, kind: str, folder: str, *, must: bool = True) -> str:
    for one in relations:
        if one.get("Type", "").endswith(kind):
            return _path(one.get("Target", ""), folder)
    if must:
        raise BadSheet("不是 Excel 工作簿（.xlsx）")
    return ""


def _path(target: str, folder: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))


def _id_name(sheets: etree._Element) -> str:
    """The name of the attribute that ties a sheet to its part, in either kind of package."""
    for one in sheets:
        for name in one.attrib:
            if str(name).endswith("}id"):
                return str(name)
    return "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _sheet_of(space: str, rows: Sequence[Sequence[str]]) -> bytes:
    root = etree.fromstring(f'<worksheet xmlns="{space}"/>'.encode())
    columns = etree.SubElement(root, f"{{{space}}}cols")
    for number, width in enumerate((18, 28, 16, 90), 1):
        told = {"min": str(number), "max": str(number), "width": str(width), "customWidth": "1"}
        etree.SubElement(columns, f"{{{space}}}col", told)
    cells = etree.SubElement(root, f"{{{space}}}sheetData")
    for number, row in enumerate(rows, 1):
        line = etree.SubElement(cells, f"{{{space}}}row", r=str(number))
        for letter, says in zip("ABCD", row, strict=False):
            if says:
                cell = etree.SubElement(line, f"{{{space}}}c", r=f"{letter}{number}", t="inlineStr")
                inner = etree.SubElement(cell, f"{{{space}}}is")
                words = etree.SubElement(inner, f"{{{space}}}t")
                words.text = printable(says)
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _written(root)


def printable(says: str) -> str:
    """Words without what may not stand in a workbook."""
    return "".join(one for one in says if one in "\t\n\r" or (ord(one) >= 32 and one != "\x7f"))
