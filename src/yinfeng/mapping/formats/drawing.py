"""DXF: closed lines and hatches are shapes, the layer and a text inside say which.

The words are recoded to UTF-8 before GDAL reads them: a drawing of 2007 and later that calls
itself ANSI_1252 would otherwise be mojibake.
"""

import re
from collections.abc import Iterator

import pyogrio
import pyogrio.raw
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from yinfeng.mapping.figures import Drawn, Figure, Unreadable, within_bounds
from yinfeng.mapping.formats.vectors import geometries, polygons_of

_BINARY = b"AutoCAD Binary DXF"
_CODE_PAGE = re.compile(rb"(\$DWGCODEPAGE\s+3\s+)[^\r\n]+")
_FORMATTED = re.compile(r"\\[A-Za-z][^;\\]*;|[{}]")
_UNICODE = re.compile(r"\\U\+([0-9A-Fa-f]{4})")


def read(content: bytes) -> Drawn:
    """The shapes of a drawing."""
    if content.startswith(_BINARY):
        raise Unreadable("这是二进制DXF，请在CAD里另存为文本（ASCII）DXF再导入。")
    if b"SECTION" not in content[:20_000]:
        raise Unreadable("文件不是DXF，请在CAD里另存为DXF再导入。")
    problems: list[str] = []
    figures = within_bounds(_figures(_recoded(content), problems))
    return Drawn(figures, problems=tuple(problems))


def _recoded(content: bytes) -> bytes:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = content.decode("gb18030", "replace")
    words = _UNICODE.sub(lambda found: chr(int(found[1], 16)), words)
    return _CODE_PAGE.sub(rb"\g<1>UTF-8", words.encode("utf-8", "replace"))


def _figures(content: bytes, problems: list[str]) -> Iterator[Figure]:
    pyogrio.set_gdal_config_options({"DXF_ENCODING": "UTF-8", "DXF_CLOSED_LINE_AS_POLYGON": "YES"})
    try:
        meta, _, shapes, columns = pyogrio.raw.read(content)
    except (DataSourceError, DataLayerError, UnicodeDecodeError, ValueError):
        raise Unreadable("DXF读不出来，可能不完整，请在CAD里重新另存。") from None
    table = dict(zip([str(name) for name in meta["fields"]], columns, strict=True))
    made = geometries(shapes)
    labels = [
        (one, _plain(str(table["Text"][at])))
        for at, one in enumerate(made)
        if one is not None and one.geom_type == "Point" and table["Text"][at]
    ]
    tree = shapely.STRtree([point for point, _ in labels])
    lines = 0
    for at, geometry in enumerate(made):
        polygons = tuple(polygons_of(geometry)) if geometry is not None else ()
        if not polygons:
            lines += geometry is not None and "Line" in geometry.geom_type
            continue
        within = sorted(tree.query(geometry, predicate="intersects").tolist()) if labels else []
        said = [labels[one][1] for one in within if labels[one][1]]
        words = {"图层": _plain(str(table["Layer"][at]))}
        yield Figure(at + 1, polygons, {**words, **({"文字": said[0]} if said else {})})
    if lines:
        problems.append(f"有{lines}条没有闭合的线，不是面，已略过")


def _plain(words: str) -> str:
    """A text without the marks of its look."""
    return _FORMATTED.sub("", words).strip()
