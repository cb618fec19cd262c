"""Codes of six digits that a telephone makes anew every thirty seconds (TOTP, RFC 6238)."""

import secrets
from datetime import datetime

import pyotp
import segno

from yinfeng.web.people.models import Factor, User
from yinfeng.web.people.sealing import unsealed

_HOUSE = "引凤"
# A telephone's clock may be half a minute off.
_OFF = (0, -1, 1)
_SIZE = 5


def fresh_secret() -> str:
    """A secret of 160 bits."""
    return pyotp.random_base32()


def secret_of(factor: Factor) -> str:
    """The secret that was shared with the telephone."""
    return unsealed(factor.secret)


def step_of(factor: Factor, code: str, now: datetime) -> int | None:
    """The half minute to which the code belongs; none where it is wrong or was taken before."""
    totp = pyotp.TOTP(secret_of(factor))
    said = code.strip().replace(" ", "")
    current = totp.timecode(now)
    for step in (current + off for off in _OFF):
        if secrets.compare_digest(totp.generate_otp(step).encode(), said.encode()):
            return step if step > factor.step else None
    return None


def picture(user: User, secret: str) -> str:
    """The square to be scanned, as SVG that stands in the page itself."""
    words = pyotp.TOTP(secret).provisioning_uri(name=user.username, issuer_name=_HOUSE)
    code = segno.make(words, error="m")
    drawn: str = code.svg_inline(scale=_SIZE, svgclass="square", lineclass=None, title="二维码")
    return drawn
