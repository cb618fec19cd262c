"""Things of delivery for its tests: a problem, a photo with time and place, people around them."""

from datetime import date
from io import BytesIO
from random import Random
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


def a_scene(shot: int, size: tuple[int, int] = (800, 600)) -> bytes:
    """A photo of one and the same site: its halls and ground, with what moves and grows."""
    site, now = Random(7), Random(shot)
    wide, high = size
    image = Image.new("RGB", size, (170, 195, 225))
    draw = ImageDraw.Draw(image)
    right, down = now.randint(-wide // 5, wide // 5), now.randint(-high // 15, high // 15)
    for _ in range(5):
        left, top = now.randint(0, wide), now.randint(0, high // 3)
        draw.ellipse((left, top, left + now.randint(60, 200), top + 40), fill=(228, 232, 240))
    draw.rectangle((0, high * 0.55 + down, wide, high), fill=(130, 110, 80))
    for _ in range(8):
        left, base = site.randint(-100, wide) + right, high * site.uniform(0.5, 0.7) + down
        across, tall = site.randint(70, 190), site.randint(60, 220) * now.uniform(0.6, 1)
        colour = tuple(site.randint(40, 220) for _ in range(3))
        draw.rectangle((left, base - tall, left + across, base), fill=colour)
        for number in range(5):
            at = left + number * across / 5 + 4
            draw.rectangle((at, base - tall + 8, at + 12, base - tall + 30), fill=(30, 30, 40))
    crane = now.randint(0, wide)
    draw.line((crane, 30, crane, high * 0.6), fill=(230, 160, 20), width=9)
    draw.line((crane - 110, 55, crane + 160, 55), fill=(230, 160, 20), width=7)
    for _ in range(7):
        left, top = now.randint(0, wide), now.randint(round(high * 0.6), high - 40)
        colour = tuple(now.randint(20, 240) for _ in range(3))
        draw.rectangle((left, top, left + now.randint(30, 90), top + 30), fill=colour)
    out = BytesIO()
    image.save(out, "JPEG", quality=88)
    return out.getvalue()


def _degrees(told: float) -> tuple[float, float, float]:
    minutes = (told - int(told)) * 60
    return float(int(told)), float(int(minutes)), round((minutes - int(minutes)) * 60, 4)
