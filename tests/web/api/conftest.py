"""Programs with tokens, and what they ask."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from yinfeng.web.people.models import User
from yinfeng.web.shell import actions


@dataclass(frozen=True)
class Program:
    """A program that asks with a token."""

    words: str
    prefix: str = ""

    def get(self, address: str, **query: Any) -> Any:
        """The answer."""
        headers = {"Authorization": f"Bearer {self.words}"}
        return Client().get(f"/api/v1{address}", query, headers=headers)

    def send(self, method: str, address: str, body: object) -> Any:
        """The answer to something sent as JSON."""
        headers = {"Authorization": f"Bearer {self.words}"}
        ask = getattr(Client(), method)
        return ask(f"/api/v1{address}", body, content_type="application/json", headers=headers)

    def upload(self, address: str, **files: Any) -> Any:
        """The answer to files."""
        headers = {"Authorization": f"Bearer {self.words}"}
        return Client().post(f"/api/v1{address}", files, headers=headers)


Programmed = Callable[..., Program]


@pytest.fixture
def program() -> Programmed:
    """A program of a person, with these scopes."""

    def made(owner: User, *scopes: str, days: int = 30) -> Program:
        token, words = actions.issue_token(
            owner, name="数据平台", scopes=scopes, days=days, now=timezone.now()
        )
        return Program(words, token.prefix)

    return made
