"""A signed request to another system, which reaches allowed servers only, whatever their names say.

The name is looked up once, each of its addresses is checked, and the request goes to the checked
address itself: a name that points elsewhere a moment later changes nothing. Redirections are not
followed. The signature covers the time, so that an old request cannot be sent again.
"""

import hashlib
import hmac
import http.client
import socket
import ssl
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from yinfeng.web.shell.refusals import Refused

_SECONDS = 10
_TOLD = 200
_PORTS = {"http": 80, "https": 443}
# Where clouds tell a machine its own keys; most lie in 169.254.0.0/16, which is link-local.
_METADATA = tuple(
    ip_network(one) for one in ("100.100.100.200/32", "192.0.0.192/32", "fd00:ec2::254/128")
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other system answered."""

    status: int
    says: str

    @property
    def is_received(self) -> bool:
        """Whether it took what it was told."""
        return 200 <= self.status < 300


def place_of(address: str) -> tuple[str, int]:
    """The server and port of an address, if it is one that can be told."""
    parts = _parts(address)
    assert parts.hostname is not None
    return parts.hostname.lower(), parts.port or _PORTS[parts.scheme]


def signature(secret: str, body: bytes, moment: int) -> str:
    """What proves to the receiver who sent this, and when: t=…,v1=…"""
    signed = f"{moment}.".encode() + body
    made = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return f"t={moment},v1={made}"


def post(address: str, body: bytes, *, secret: str, moment: int, number: int) -> Answer:
    """Send it; raise ConnectionError or TimeoutError where nobody answers."""
    parts = _parts(address)
    host, port = place_of(address)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Yinfeng",
        "X-Yinfeng-Delivery": str(number),
        "X-Yinfeng-Signature": signature(secret, body, moment),
    }
    way = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    try:
        connection.sock = _reached(host, port, is_sealed=parts.scheme == "https")
        connection.request("POST", way, body, headers)
        answer = connection.getresponse()
        says = answer.read(_TOLD).decode("utf-8", "replace")
        return Answer(answer.status, says)
    except (OSError, http.client.HTTPException) as failure:
        raise ConnectionError(f"{type(failure).__name__}: {failure}") from failure
    finally:
        connection.close()


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        is_fit = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_fit = False
    if not is_fit or parts.username or parts.password or parts.fragment:
        raise Refused("推送地址须是 http:// 或 https:// 开头的完整地址，不带用户名和密码。")
    return parts


def _reached(host: str, port: int, *, is_sealed: bool) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [ip_address(one[4][0]) for one in found]
    if any(_is_closed(number) for number in numbers):
        raise Refused(f"{host}指向本机或系统内部的地址，不能推送。请系统管理员核对。")
    reached = socket.create_connection((str(numbers[0]), port), timeout=_SECONDS)
    if not is_sealed:
        return reached
    try:
        return ssl.create_default_context().wrap_socket(reached, server_hostname=host)
    except OSError:
        reached.close()
        raise


def _is_closed(number: IPv4Address | IPv6Address) -> bool:
    if isinstance(number, IPv6Address) and number.ipv4_mapped is not None:
        number = number.ipv4_mapped
    if number.is_loopback:
        return not settings.HOOKS_TO_LOOPBACK
    is_nowhere = number.is_link_local or number.is_multicast or number.is_unspecified
    return is_nowhere or any(number in network for network in _METADATA)
