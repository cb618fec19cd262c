"""Photographs and scans: read as a page through the `ocr` extra."""

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yinfeng.intake import ocr
from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.limits import MAX_PIXELS
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.reading_order import lines_of

if TYPE_CHECKING:
    from PIL.Image import Image

_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_TOO_LARGE = "图片超过8000万像素，没有读取。请缩小后再导入。"
_MEDIA = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def _recognises(data: bytes, origin: Origin) -> bool:
    if data.startswith(b"BM"):
        return origin.ending == "bmp" or b"\0" in data[:32]
    return data.startswith(_SIGNATURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    if not ocr.is_installed():
        raise Unreadable("needs-ocr", ocr.MISSING)
    manuscript = Manuscript()
    for line in lines_of(ocr.runs_in(_picture(data))):
        manuscript.line(line.words)
    if not manuscript.length:
        raise Unreadable("empty", "图片里没有认出文字。请换一张更清楚的，或改传文字版。")
    manuscript.part(0, manuscript.length, "图片")
    manuscript.note(ocr.NOTE)
    media = next((kind for mark, kind in _MEDIA.items() if data.startswith(mark)), "image")
    yield manuscript.document(origin, media)


def _picture(data: bytes) -> "Image":
    from PIL import Image, ImageOps

    try:
        # The library's own, laxer guard only warns; the limit here is the one that counts.
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
            picture = Image.open(io.BytesIO(data))
        if picture.width * picture.height > MAX_PIXELS:
            raise Unreadable("too-large", _TOO_LARGE)
        return ImageOps.exif_transpose(picture).convert("RGB")
    except Image.DecompressionBombError as failure:
        raise Unreadable("too-large", _TOO_LARGE) from failure
    except (OSError, ValueError, SyntaxError) as failure:
        raise Unreadable("damaged", "图片已损坏，无法打开。请重新获取后再导入。") from failure


IMAGE = Format("图片", _recognises, _read)
