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
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        # A plain name: GDAL looks for the parts of a layer by it.
        for ending in (".shp", ".shx", ".dbf"):
            if part := _part(files, layer, ending):
                made.writestr(f"layer{ending}", part)
    yield from figures_of(packed.getvalue(), f"图层“{name}”", _encoding(files, layer), problems)


def _encoding(files: dict[str, bytes], layer: str) -> str:
    said = _part(files, layer, ".cpg").decode("ascii", "replace").strip().lower()
    if said in ("utf-8", "utf8", "65001"):
        return "UTF-8"
    if not said or said in ("936", "gbk", "gb2312", "gb18030", "cp936", "oem", "ansi 936"):
        words = _part(files, layer, ".dbf")
        return "UTF-8" if not said and _is_utf8(words) else "GB18030"
    return "GB18030" if not said.isascii() else said.upper()


def _is_utf8(words: bytes) -> bool:
    """Whether the words of a table without .cpg are UTF-8 beyond doubt."""
    try:
        return not words.isascii() and bool(words[32:].decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _part(files: dict[str, bytes], layer: str, ending: str) -> bytes:
    for name in (f"{layer}{ending}", f"{layer}{ending.upper()}"):
        if name in files:
            return files[name]
    wanted = f"{layer}{ending}".lower()
    return next((content for name, content in files.items() if name.lower() == wanted), b"")
