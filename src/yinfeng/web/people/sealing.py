"""Secrets that must be used again, kept so that the database alone does not give them away.

The key is a file of the data folder (`people.key`); Fernet is AES-128 with an HMAC.
"""

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings


def sealed(secret: str) -> str:
    """The secret as it may stand in the database."""
    return _lock().encrypt(secret.encode()).decode("ascii")


def unsealed(kept: str) -> str:
    """The secret again."""
    return _lock().decrypt(kept.encode("ascii")).decode()


def digest(secret: str) -> str:
    """The hash by which a long random secret is known again; it needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _lock() -> Fernet:
    key = hashlib.sha256(str(settings.PEOPLE_KEY).encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
