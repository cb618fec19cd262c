"""What the settings make of what an office says: its database, and where maps may fetch tiles."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.house.modules import ROOT, SOURCE

_SAYS = """
import json
from yinfeng.web import settings
policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
print(json.dumps({"database": settings.DATABASES["default"], "policy": policy}, default=str))
"""


def _said(folder: Path, **given: str) -> Any:
    """The settings as a new process reads them."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("YINFENG_")}
    kept.pop("DATABASE_URL", None)
    env = {**kept, "YINFENG_DATA": str(folder), **given}
    done = subprocess.run(
        [sys.executable, "-c", _SAYS], env=env, check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def test_without_a_word_it_is_sqlite_that_many_write_to_without_losing_one_another(
    tmp_path: Path,
) -> None:
    database = _said(tmp_path)["database"]
    assert database["ENGINE"].endswith("sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=wal" in database["OPTIONS"]["init_command"].lower()


def test_an_address_of_postgresql_is_taken(tmp_path: Path) -> None:
    database = _said(tmp_path, DATABASE_URL="postgres://yf:x@db.example:5432/yf")["database"]
    assert database["ENGINE"].endswith("postgresql")
    assert database["HOST"] == "db.example"


def test_maps_fetch_tiles_from_the_named_server_only_and_by_default_from_none(
    tmp_path: Path,
) -> None:
    policy = _said(tmp_path)["policy"]
    assert not [one for told in policy.values() for one in told if "://" in str(one)]
    tiles = "https://tiles.example/{z}/{x}/{y}.png"
    opened = _said(tmp_path, YINFENG_TILES=tiles)["policy"]
    named = {key for key, told in opened.items() if "https://tiles.example" in told}
    assert named == {"img-src", "connect-src"}
    assert {key: opened[key] for key in opened.keys() - named} == {
        key: policy[key] for key in policy.keys() - named
    }


def test_every_variable_is_explained() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    told = set(re.findall(r"\b(?:YINFENG_[A-Z_]+|DATABASE_URL)\b", page))
    for provider, rest in re.findall(r"(YINFENG_(?:OIDC|LDAP))_[A-Z]+`([^|]*)", page):
        told |= {provider + one for one in re.findall(r"`(_[A-Z]+)`", rest)}
    says = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    asked = set(re.findall(r"""["'](YINFENG_[A-Z_]+|DATABASE_URL)["']""", says))
    assert asked == told
