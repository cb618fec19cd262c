"""The container that Office wrote before 2007: which program's document is inside."""

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_ole(data: bytes) -> bool:
    """Whether *data* is such a container."""
    return data.startswith(_SIGNATURE)


def holds(data: bytes, *streams: str) -> bool:
    """Whether the container's directory names one of *streams*."""
    return is_ole(data) and any(f"{name}\0".encode("utf-16-le") in data for name in streams)
