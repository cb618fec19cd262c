"""SHP in a zip: each layer read by GDAL; words in the code page of .cpg, else in GB18030.

GDAL takes a layer without .cpg for Latin-1, and 名称 becomes Ãû³Æ.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from yinfeng.mapping.figures import Drawn, Figure, Unreadable, within_bounds
from yinfeng.mapping.formats.archives import unpacked
from yinfeng.mapping.formats.vectors import figures_of
from yinfeng.mapping.systems import declared_system

_HEAD, _ASCII, _NEARLY_ALL = 32, 127, 0.8
_NAME, _END_OF_NAMES = 11, 0x0D
_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")


def read(content: bytes) -> Drawn:
    """The polygons of all layers of a zip of shapefiles."""
    files = unpacked(content, _PARTS)
    layers = sorted({name[:-4] for name in files if name.lower().endswith(".shp")})
    if not layers:
        raise Unreadable("压缩包里没有.shp，请把.shp、.shx、.dbf、.prj一起压缩。")
    problems: list[str] = []
    declared: set[str] = set()
    refused = ""
    for layer in layers:
        told = _part(files, layer, ".prj").decode("utf-8", "replace")
        key, why = declared_system(told)
        declared.add(key)
        refused = refused or why
    if len(declared) > 1:
        raise Unreadable("压缩包里几个图层的坐标系不同，请分开导入。")
    every = (figure for layer in layers for figure in _layer(files, layer, problems))
    figures = within_bounds(
        Figure(place, one.polygons, one.words, one.faults) for place, one in enumerate(every, 1)
    )
    return Drawn(figures, declared.pop(), refused, tuple(problems))


def _layer(files: dict[str, bytes], layer: str, problems: list[str]) -> Iterator[Figure]:
    name = PurePosixPath(layer).name
    if not _part(files, layer, ".shx"):
        problems.append(f"图层“{name}”缺少.shx，已按.shp重建索引")
    packed, encoding = BytesIO(), _encoding(files, layer)
    with zipfile.ZipFile(packed, "w") as made:
        # A plain name: GDAL looks for the parts of a layer by it.
        for ending in (".shp", ".shx", ".dbf"):
            if part := _part(files, layer, ending):
                is_cut = ending == ".dbf" and encoding == "UTF-8"
                made.writestr(f"layer{ending}", _whole_signs(part) if is_cut else part)
    yield from figures_of(packed.getvalue(), f"图层“{name}”", encoding, problems)


def _encoding(files: dict[str, bytes], layer: str) -> str:
    said = _part(files, layer, ".cpg").decode("ascii", "replace").strip().lower()
    if said in ("utf-8", "utf8", "65001"):
        return "UTF-8"
    if not said or said in ("936", "gbk", "gb2312", "gb18030", "cp936", "oem", "ansi 936"):
        words = _part(files, layer, ".dbf")
        return "UTF-8" if not said and _is_utf8(words) else "GB18030"
    return "GB18030" if not said.isascii() else said.upper()


def _is_utf8(words: bytes) -> bool:
    """Whether the words of a table without .cpg are UTF-8 beyond doubt.

    Names of columns and long words are cut off after so many bytes, in the middle of a sign.
    """
    told = sum(byte > _ASCII for byte in words[_HEAD:])
    read = sum(len(sign.encode()) for sign in words[_HEAD:].decode("utf-8", "ignore")
               if not sign.isascii())  # fmt: skip
    return told > 0 and read > told * _NEARLY_ALL


def _whole_signs(table: bytes) -> bytes:
    """The table without the halves of signs that were cut off at the ends of names and words."""
    made = bytearray(table)
    widths, at = [], _HEAD
    while at + _HEAD <= len(table) and table[at] != _END_OF_NAMES:
        made[at : at + _NAME] = _whole(table[at : at + _NAME], b"\0")
        widths.append(table[at + 16])
        at += _HEAD
    first, length = (int.from_bytes(table[begin : begin + 2], "little") for begin in (8, 10))
    if not widths or sum(widths) >= length or first > len(table):
        return bytes(made)
    for row in range(first, len(table) - length + 1, length):
        begin = row + 1
        for width in widths:
            made[begin : begin + width] = _whole(table[begin : begin + width], b" ")
            begin += width
    return bytes(made)


def _whole(words: bytes, filler: bytes) -> bytes:
    return words.decode("utf-8", "ignore").encode().ljust(len(words), filler)


def _part(files: dict[str, bytes], layer: str, ending: str) -> bytes:
    for name in (f"{layer}{ending}", f"{layer}{ending.upper()}"):
        if name in files:
            return files[name]
    wanted = f"{layer}{ending}".lower()
    return next((content for name, content in files.items() if name.lower() == wanted), b"")
