"""The formats in which shapes come: told by the name of the file and by its first bytes."""

from collections.abc import Callable

from yinfeng.mapping.figures import Drawn, Unreadable, with_numbers
from yinfeng.mapping.formats import coordinates, drawing, exchange, geojson, keyhole, shapefile


def _text(content: bytes) -> Drawn:
    """A text file: what a survey hands in, else a list of coordinates."""
    return exchange.read(content) if exchange.is_exchange(content) else coordinates.read(content)


FORMATS: dict[str, Callable[[bytes], Drawn]] = {
    ".geojson": geojson.read,
    ".json": geojson.read,
    ".zip": shapefile.read,
    ".kml": keyhole.read,
    ".kmz": keyhole.read,
    ".dxf": drawing.read,
    ".xlsx": coordinates.read,
    ".xls": coordinates.read,
    ".csv": coordinates.read,
    ".txt": _text,
}
MOST_BYTES = 60 << 20
_DWG = b"AC10"


def read(name: str, content: bytes) -> Drawn:
    """The shapes of a file; of one that cannot be read none, and the reason."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if not content.strip(b"\0 \r\n\t"):
        return Drawn(refused="文件是空的。")
    if len(content) > MOST_BYTES:
        return Drawn(refused=f"文件超过{MOST_BYTES >> 20}MB，请分成几个再导入。")
    if ending == ".dwg" or content.startswith(_DWG):
        return Drawn(refused="DWG是专有格式，读不了。请在CAD里另存为DXF（2004或2007版）再导入。")
    if ending in (".shp", ".dbf", ".shx", ".prj"):
        return Drawn(refused="SHP要把.shp、.shx、.dbf、.prj（和.cpg）一起压缩成一个zip再导入。")
    if ending == ".dat":
        return Drawn(
            refused="DAT只有一个个展点，没有说明哪些点围成一宗地。请用界址点成果表（Excel）、"
            "界址点坐标交换文件（txt）或DXF导入。"
        )
    reads = FORMATS.get(ending)
    if reads is None:
        known = "、".join(sorted(one[1:] for one in FORMATS))
        return Drawn(refused=f"不认识“{ending or name}”这种文件，请用：{known}。")
    try:
        drawn = with_numbers(reads(content))
    except Unreadable as reason:
        return Drawn(refused=str(reason))
    if drawn.refused or drawn.figures:
        return drawn
    return Drawn(refused="文件里没有读到面（闭合的图形）。", problems=drawn.problems)
