"""The trail speaks Chinese: every action, thing and field that is written down has a name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

import yinfeng.web
from yinfeng.web.desks.audit.fields import shown, titled
from yinfeng.web.desks.audit.words import called, thing

_ACTION = re.compile(r"[a-z]+\.[a-z_]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[a-z]{3}")
_NO_FIELDS = {"by", "unit", "before", "reason"}


def _calls() -> Iterator[ast.Call]:
    """Every call of `record`, wherever an action is."""
    for file in Path(yinfeng.web.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                yield node


def test_every_action_that_is_recorded_has_words() -> None:
    said = [arg.value for call in _calls() for arg in call.args if isinstance(arg, ast.Constant)]
    actions = {one for one in said if isinstance(one, str) and _ACTION.fullmatch(one)}
    assert len(actions) > 150
    assert sorted(one for one in actions if _LATIN.search(called(one))) == []


def test_every_field_that_is_told_beside_a_record_has_a_name() -> None:
    names = {word.arg for call in _calls() for word in call.keywords if word.arg} - _NO_FIELDS
    assert len(names) > 150
    assert sorted(one for one in names if not _HAN.search(titled("shell.event", one))) == []


def test_every_thing_of_the_house_has_a_name() -> None:
    kinds = [m._meta.label_lower for m in apps.get_models() if m.__module__.startswith("yinfeng.")]
    assert [one for one in kinds if not _HAN.search(thing(one))] == []


@pytest.mark.parametrize(
    ("kind", "name", "value", "says"),
    [
        ("audit.incident", "kind", "leak", "信息泄露"),
        ("people.orgunit", "kind", "town", "镇、街道"),
        ("people.orgunit", "others", [], "无"),
        ("people.orgunit", "others", ["开发区", "街道"], "开发区、街道"),
        ("work.task", "is_confirmed", False, "否"),
        ("work.task", "shares", {"gate": "A2", "days": None}, "节点：A2；天数："),
        ("people.user", "way", "ModelBackend", "用户名和密码"),
        ("gone.away", "count", 3, "3"),
    ],
)
def test_what_stood_in_a_field_is_written_as_an_office_writes_it(
    kind: str, name: str, value: object, says: str
) -> None:
    assert shown(kind, name, value) == says


def test_a_field_bears_the_name_of_its_form_and_one_without_name_is_not_hidden() -> None:
    assert titled("audit.incident", "measures") == "处置措施"
    assert titled("gone.away", "unheard_of") == "unheard_of"
