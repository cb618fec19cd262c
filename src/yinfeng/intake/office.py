"""The package of a Word or Excel file: a zip of XML parts, opened without trusting either.

Office never writes a document type into its parts, so one is a sign of an attack (entities that
unfold a million times, files of this machine quoted into the text) and is refused.
"""

import io
import posixpath
import re
import zlib
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from yinfeng.intake.format import Unreadable
from yinfeng.intake.limits import MAX_EXPANDED, MAX_PART, MAX_RATIO, RATIO_FROM

if TYPE_CHECKING:
    from lxml.etree import _Element

TRUNCATED = "文件不完整（可能没有下载或拷贝完）。请重新获取后再导入。"
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CORE = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Package:
    """The parts of an Office file by name."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError) as failure:
            raise Unreadable("truncated", TRUNCATED) from failure
        self._left = MAX_EXPANDED

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._zip.namelist())

    def bytes_of(self, name: str) -> bytes:
        """The bytes of a part, none when there is no such part."""
        if name not in self.names:
            return b""
        packed = self._zip.getinfo(name).compress_size
        with self._zip.open(name) as part:
            data = part.read(MAX_PART + 1)
        self._left -= len(data)
        is_bomb = len(data) > RATIO_FROM and len(data) > packed * MAX_RATIO
        if len(data) > MAX_PART or self._left < 0 or is_bomb:
            raise Unreadable("bomb", "文件展开后过大，疑似恶意文件，没有读取。请核实来源。")
        return data

    def xml(self, name: str) -> "_Element | None":
        """The root element of a part, None when there is no such part."""
        data = self.bytes_of(name)
        return parsed(data) if data else None

    def sound(self, name: str) -> "_Element | None":
        """The root element of a part that a document can do without, None when it is damaged."""
        try:
            return self.xml(name)
        except (Unreadable, SyntaxError, BadZipFile, OSError, ValueError, zlib.error):
            return None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """For each relation of a part, its kind (the last word of its type) and its target."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", "").rsplit("/", 1)[-1],
                _target(folder, one.get("Target", "")),
            )
            for one in root.iter(_RELATION)
        }

    def main_part(self) -> str:
        """The name of the part that holds the document itself."""
        relations = self.relations("").values()
        return next((target for kind, target in relations if kind == "officeDocument"), "")

    def title(self) -> str:
        """The title among the properties of the file."""
        return self._property("dc:title")

    def saved(self) -> date | None:
        """The day on which the file was last saved, else made, as its properties say."""
        for name in ("dcterms:modified", "dcterms:created"):
            try:
                return date.fromisoformat(self._property(name)[:10])
            except ValueError:
                continue
        return None

    def _property(self, name: str) -> str:
        root = self._core
        words = root.findtext(name, "", _CORE) if root is not None else ""
        return str(words or "").strip()

    @cached_property
    def _core(self) -> "_Element | None":
        return self.sound("docProps/core.xml")


def parts_of(data: bytes) -> frozenset[str]:
    """The names of the parts of a zip; none when *data* is no zip, or not a whole one."""
    if not data.startswith(b"PK\x03\x04"):
        return frozenset()
    try:
        return Package(data).names
    except Unreadable:
        return frozenset()


def is_package(data: bytes, folder: str) -> bool:
    """Whether *data* is a zip with an Office document in *folder* (word/, xl/)."""
    names = parts_of(data)
    return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)


def parsed(data: bytes) -> "_Element":
    """The root element of XML, entities and document types refused."""
    from lxml import etree

    if _DOCTYPE.search(data) or _DOCTYPE.search(data[:4096].replace(b"\0", b"")):
        raise Unreadable(
            "hostile", "文件里含有可疑的实体定义，疑似恶意文件，没有读取。请核实来源。"
        )
    if b"purl.oclc.org" in data[:8192]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    return etree.fromstring(data, parser)


def relation_id(element: "_Element") -> str:
    """The relation that an element names."""
    return element.get(_RELATION_ID) or ""


def _target(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
