"""The page of the interface and its description are Chinese; programs find what they did before."""

import re

import pytest
from django.test import Client

from tests.web.conftest import browser_of
from yinfeng.web.api.v1 import api
from yinfeng.web.api.wording import NAMES
from yinfeng.web.people.models import User

_HAN = re.compile(r"[\u4e00-\u9fff]")
_DESCRIBED = api.get_openapi_schema()
_OPERATIONS = {
    f"{method} {path}": operation
    for path, operations in _DESCRIBED["paths"].items()
    for method, operation in operations.items()
}


def test_every_operation_and_answer_is_described_in_chinese() -> None:
    english = [
        (name, told)
        for name, one in _OPERATIONS.items()
        for told in (
            one["summary"],
            one.get("description", one["summary"]),
            *(answer["description"] for answer in one["responses"].values()),
        )
        if not _HAN.search(told)
    ]
    assert english == []


def test_every_parameter_is_described_in_chinese() -> None:
    english = [
        (name, parameter["name"])
        for name, one in _OPERATIONS.items()
        for parameter in one.get("parameters", ())
        if not _HAN.search(parameter["description"])
    ]
    assert english == []


def test_every_field_is_described_in_chinese() -> None:
    used = set()
    for name, schema in _DESCRIBED["components"]["schemas"].items():
        assert _HAN.search(schema.get("description", "无")), name
        for key, told in schema.get("properties", {}).items():
            says = f"{told.get('title', '')}{told.get('description', '')}"
            assert _HAN.search(says), (name, key)
            used |= {key} if told.get("description") == NAMES.get(key) else set()
    parameters = {p["name"] for one in _OPERATIONS.values() for p in one.get("parameters", ())}
    assert set(NAMES) - used - parameters == set()


@pytest.mark.django_db
def test_the_page_says_how_to_begin(clerk: User) -> None:
    browser: Client = browser_of(clerk)
    page = browser.get("/api/v1/docs").getvalue().decode()
    assert "点“填写令牌”粘贴进去" in page
    assert "api/words.js" in page
    told = browser.get("/api/v1/openapi.json").json()
    assert told["paths"]["/api/v1/leads"]["post"]["operationId"]
