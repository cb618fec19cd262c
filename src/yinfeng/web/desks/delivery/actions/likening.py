"""The photo that a new one is like: the same file, nearly the same look, or a copy made of it."""

from yinfeng.lexicon.delivery import Money
from yinfeng.web.desks.delivery.models import Photo, PhotoPlate
from yinfeng.web.desks.delivery.pictures import NotAPhoto, Picture, difference, picture_of
from yinfeng.web.desks.delivery.plates import origins
from yinfeng.web.store import vault

# Photos from before plates were kept get theirs a few at each look, so that nobody waits for all.
_AT_ONCE = 40
_WHOLE = 100


def likest(seen: Picture, sha256: str, rules: Money) -> tuple[Photo | None, int | None]:
    """The photo of any project and office that this one is, and how many bits of its look differ.

    Of a copy that was cut, framed or brightened no bits are told.
    """
    same = Photo.objects.filter(attachment__sha256=sha256).order_by("pk").first()
    if same:
        return same, 0
    if not seen.turned:
        return None, None
    best, distance = 0, rules.near + 1
    for pk, look in Photo.objects.exclude(look="").order_by("pk").values_list("pk", "look"):
        bits = min(difference(look, one) for one in seen.turned)
        if bits < distance:
            best, distance = pk, bits
    if best:
        return Photo.objects.get(pk=best), distance
    return _made_out_of(seen, rules.copied), None


def keep_plates(photo: Photo, seen: Picture) -> None:
    """Keep what copies of the photo are found by."""
    PhotoPlate.objects.bulk_create(PhotoPlate(photo=photo, grey=one) for one in seen.plates)


def _made_out_of(seen: Picture, least: int) -> Photo | None:
    _catch_up()
    known = list(PhotoPlate.objects.order_by("pk").values_list("photo", "grey"))
    found = origins(seen.plates, [bytes(grey) for _, grey in known], least / _WHOLE)
    return Photo.objects.get(pk=known[found[0].at][0]) if found else None


def _catch_up() -> None:
    """Make the plates of photos that have none yet."""
    rows = Photo.objects.exclude(look="").filter(plates=None).select_related("attachment")
    for photo in rows.order_by("-pk")[:_AT_ONCE]:
        try:
            keep_plates(photo, picture_of(vault.get(photo.attachment.sha256)))
        except (NotAPhoto, OSError):
            continue
