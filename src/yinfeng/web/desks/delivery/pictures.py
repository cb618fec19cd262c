"""What a photo tells of itself: when and where it was taken, and what it looks like.

The look is 512 bits of brighter-or-darker between neighbouring patches; of the same picture made
smaller, recompressed or lightly retouched few bits differ. A turned or mirrored copy is found, too,
because the new photo is compared in all eight positions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import asin, cos, radians, sin, sqrt

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from yinfeng.web.desks.delivery.plates import plates_of

_SIDE = 16
_FLAT = 6
_MOST_PIXELS = 80_000_000
_SIXTY = 60
_EARTH = 6_371_000
_FORMATS = ("JPEG", "PNG", "WEBP", "BMP")
_TURNS = (
    None,
    Image.Transpose.ROTATE_90,
    Image.Transpose.ROTATE_180,
    Image.Transpose.ROTATE_270,
    Image.Transpose.FLIP_LEFT_RIGHT,
    Image.Transpose.FLIP_TOP_BOTTOM,
    Image.Transpose.TRANSPOSE,
    Image.Transpose.TRANSVERSE,
)


class NotAPhoto(Exception):
    """Bytes that are no picture that can be read."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One photo: its time and place where they are inside, its look in eight positions, its plates.

    A picture without contrast, as a sheet of white, has no look: it is like any other.
    """

    taken: datetime | None
    lng: Decimal | None
    lat: Decimal | None
    look: str
    turned: tuple[str, ...]
    plates: tuple[bytes, ...] = ()


def picture_of(content: bytes) -> Picture:
    """What the photo tells of itself."""
    image = opened(content)
    exif = image.getexif()
    lat, lng = _place(exif)
    upright = ImageOps.exif_transpose(image).convert("L")
    looks = tuple(_looks(upright))
    plates = tuple(plates_of(upright)) if looks else ()
    return Picture(_taken(exif), lng, lat, looks[0] if looks else "", looks, plates)


def difference(one: str, other: str) -> int:
    """In how many of 512 bits two looks differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def metres_between(lng: float, lat: float, other_lng: float, other_lat: float) -> float:
    """The way between two points on the ground."""
    north, east = radians(other_lat - lat), radians(other_lng - lng)
    half = sin(north / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def opened(content: bytes) -> Image.Image:
    """The picture, read whole; refused where it is none or too large."""
    try:
        image = Image.open(BytesIO(content), formats=_FORMATS)
        if image.width * image.height > _MOST_PIXELS:
            raise NotAPhoto("照片太大，请缩小后再传。")
        image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise NotAPhoto("不是能识别的照片，请传 JPG 或 PNG。") from error
    except Image.DecompressionBombError as error:
        raise NotAPhoto("照片太大，请缩小后再传。") from error
    return image


def _looks(grey: Image.Image) -> Iterator[str]:
    low, high = grey.resize((_SIDE, _SIDE), Image.Resampling.BOX).getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    if high - low < _FLAT:
        return
    small = grey.resize((_SIDE * 2, _SIDE * 2), Image.Resampling.BOX)
    for turn in _TURNS:
        yield _look(small if turn is None else small.transpose(turn))


def _look(grey: Image.Image) -> str:
    across = grey.resize((_SIDE + 1, _SIDE), Image.Resampling.BOX).tobytes()
    down = grey.resize((_SIDE, _SIDE + 1), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(_SIDE):
        for column in range(_SIDE):
            at = row * (_SIDE + 1) + column
            bits = bits << 1 | (across[at] < across[at + 1])
    for row in range(_SIDE):
        for column in range(_SIDE):
            at = row * _SIDE + column
            bits = bits << 1 | (down[at] < down[at + _SIDE])
    return f"{bits:0128x}"


def _taken(exif: Image.Exif) -> datetime | None:
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    for told in (inner.get(ExifTags.Base.DateTimeOriginal), exif.get(ExifTags.Base.DateTime)):
        try:
            return datetime.strptime(str(told)[:19], "%Y:%m:%d %H:%M:%S")
        except ValueError:
            continue
    return None


def _place(exif: Image.Exif) -> tuple[Decimal | None, Decimal | None]:
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    tags = ExifTags.GPS
    lat = _degrees(gps.get(tags.GPSLatitude), gps.get(tags.GPSLatitudeRef), 90)
    lng = _degrees(gps.get(tags.GPSLongitude), gps.get(tags.GPSLongitudeRef), 180)
    # A telephone without a fix writes zeroes; there is no building site in the Gulf of Guinea.
    if lat is None or lng is None or (not lat and not lng):
        return None, None
    return lat, lng


def _degrees(told: object, side: object, most: int) -> Decimal | None:
    if not isinstance(told, tuple) or len(told) != 3:
        return None
    try:
        degrees, minutes, seconds = (Decimal(str(float(one))) for one in told)
    except (TypeError, ValueError, ZeroDivisionError, ArithmeticError):
        return None
    found = degrees + minutes / _SIXTY + seconds / _SIXTY / _SIXTY
    if not found.is_finite() or not 0 <= found <= most:
        return None
    signed = -found if str(side).strip("\x00 ").upper() in ("S", "W") else found
    return signed.quantize(Decimal("0.000001"))
