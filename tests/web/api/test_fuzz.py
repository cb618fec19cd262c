"""The interface asked by schemathesis, from its own description, on a server that runs."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from scripts.with_postgresql import free_port

ROOT = Path(__file__).parents[3]
EXAMPLES = 4
_TOKEN = """
import django; django.setup()
from django.utils import timezone
from yinfeng.web.people.models import User
from yinfeng.web.people.scopes import open_scopes
from yinfeng.web.shell.actions import issue_token
user = User.objects.get(username="zhuren")
scopes = open_scopes(user)
print(issue_token(user, name="fuzz", scopes=scopes, days=1, now=timezone.now())[1])
"""
_CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a server of its own, and a token of the head of its office."""
    port = free_port()
    env = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "YINFENG_DATA": str(tmp_path_factory.mktemp("house")),
        "DJANGO_SETTINGS_MODULE": "yinfeng.web.settings",
        "PYTHONPATH": str(ROOT / "src"),
    }
    start = "from yinfeng.cli import main; main()"
    command = [sys.executable, "-c", start, "serve", "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/ready")
        # Made once by the server; the tool that asks next waits ten seconds at the most.
        _wait_for(f"{address}/api/v1/openapi.json")
        made = subprocess.run(
            [sys.executable, "-c", _TOKEN], env=env, check=True, capture_output=True, text=True
        )
        yield address, made.stdout.strip()
    finally:
        server.terminate()
        server.wait(30)


def _wait_for(address: str) -> None:
    for _ in range(900):
        try:
            with urlopen(address):
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("the server does not answer")


def test_no_question_breaks_it_and_every_answer_is_as_described(served: tuple[str, str]) -> None:
    address, token = served
    described = schemathesis.openapi.from_url(f"{address}/api/v1/openapi.json")
    headers = {"Authorization": f"Bearer {token}"}
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case: schemathesis.Case[Any]) -> None:
            nonlocal asked
            asked += 1
            answer = case.call(headers=headers)
            case.validate_response(answer, checks=list(_CHECKS))

        ask()
    assert asked > 500
