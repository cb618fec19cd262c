"""Things of delivery for its tests: a problem, a photo with time and place, people around them."""

from datetime import date
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageDraw

from yinfeng.web.desks.delivery.actions import problems
from yinfeng.web.desks.delivery.models import Problem
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import User

# A Wednesday; the week after has no holiday.
TODAY = date(2026, 3, 18)
FILE = ("现场照片.jpg", b"proof")


def a_problem(project: Project, by: User, today: date = TODAY, **values: Any) -> Problem:
    """A problem of a project, registered and not yet handed out."""
    told: dict[str, Any] = {
        "kind": "power",
        "severity": "ordinary",
        "text": "10千伏专线没有接入方案",
        **values,
    }
    return problems.register(project, by=by, today=today, **told)


def a_photo(
    taken: str = "2026:03:18 09:30:00",
    place: tuple[float, float] | None = (120.5, 31.2),
    seed: int = 1,
    size: tuple[int, int] = (640, 480),
    quality: int = 92,
) -> bytes:
    """A picture of a building site: sky, ground, some halls, a crane."""
    image = Image.new("RGB", (640, 480), (150 + seed * 7 % 80, 180, 215))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 300, 640, 480), fill=(120, 95, 60 + seed * 11 % 60))
    for number in range(6):
        left = (number * 97 + seed * 53) % 560
        top = 150 + (number * 41 + seed * 29) % 140
        draw.rectangle((left, top, left + 90, 330), fill=(40 * number % 255, 90, seed * 37 % 255))
    draw.line((seed * 61 % 600, 20, seed * 61 % 600, 320), fill=(230, 160, 20), width=9)
    exif = Image.Exif()
    if taken:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    if place:
        gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
        gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLongitudeRef] = "N", "E"
        gps[ExifTags.GPS.GPSLongitude] = _degrees(place[0])
        gps[ExifTags.GPS.GPSLatitude] = _degrees(place[1])
    out = BytesIO()
    image.resize(size).save(out, "JPEG", quality=quality, exif=exif)
    return out.getvalue()


def _degrees(told: float) -> tuple[float, float, float]:
    minutes = (told - int(told)) * 60
    return float(int(told)), float(int(minutes)), round((minutes - int(minutes)) * 60, 4)
