"""The copy of a photo that is shown and given out: without time, place or telephone."""

from io import BytesIO

from PIL import Image, ImageOps

from yinfeng.web.desks.delivery.pictures import opened

_WIDEST = 1600


def plain_copy(content: bytes) -> bytes:
    """The picture as a JPEG that says nothing of time, place or telephone."""
    upright = ImageOps.exif_transpose(opened(content)).convert("RGB")
    upright.thumbnail((_WIDEST, _WIDEST))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    out = BytesIO()
    bare.save(out, "JPEG", quality=85)
    return out.getvalue()
