"""The networks from which the house answers, and whose word on an address is taken."""

from ipaddress import ip_network

import pytest
from django.test import Client
from pytest_django import Settings

OURS = (ip_network("10.20.0.0/16"),)
PROXY = (ip_network("192.0.2.7/32"),)


@pytest.mark.parametrize(
    ("near", "far", "status"),
    [
        ("10.20.3.4", "", 200),
        ("203.0.113.5", "", 403),
        ("203.0.113.5", "10.20.3.4", 403),
        ("192.0.2.7", "10.20.3.4", 200),
        ("192.0.2.7", "10.20.3.4, 203.0.113.5", 403),
        ("192.0.2.7", "nonsense", 403),
    ],
)
def test_only_our_networks_are_answered_and_only_our_proxy_is_believed(
    near: str, far: str, status: int, client: Client, settings: Settings, db: None
) -> None:
    settings.NETWORKS, settings.PROXIES = OURS, PROXY
    asked = {"REMOTE_ADDR": near} | ({"HTTP_X_FORWARDED_FOR": far} if far else {})
    assert client.get("/sign-in", None, **asked).status_code == status  # type: ignore[arg-type]
    assert client.get("/ready", None, **asked).status_code == 200  # type: ignore[arg-type]
