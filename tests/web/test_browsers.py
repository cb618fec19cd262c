"""Scripts and styles keep to what Chromium 90 knows: offices have browsers of 2021 and before.

The tests run in the Chromium of today, which would hide it. Each sign stands with the version that
learnt it; what is asked of the library and added in `older.js` may stand in what is vendored.
"""

import re
from pathlib import Path

import pytest

from tests.house.modules import SOURCE

WEB = SOURCE / "web"
SCRIPTS = sorted(WEB.rglob("*.js"))
STYLES = sorted(WEB.rglob("*.css"))
# A class block and a private name asked for stop a whole script from being read.
SYNTAX = {r"\bstatic\s*\{": 94, r"#[A-Za-z_]\w* in\b": 91, r"\bimport\b[^;\n]*\bwith\s*\{": 123}
LIBRARY = {
    r"\bObject\.hasOwn\(": 93,
    r"\.at\(": 92,
    r"\bcrypto\.randomUUID\b": 92,
    r"\bObject\.groupBy\b": 117,
    r"\.findLast(?:Index)?\(": 97,
    r"\bstructuredClone\(": 98,
    r"\.to(?:Sorted|Reversed|Spliced)\(": 110,
    r"\bAbortSignal\.(?:timeout|any)\b": 103,
    r"\bPromise\.withResolvers\b": 119,
    r"\.checkVisibility\(": 105,
    r"\.(?:show|hide|toggle)Popover\(": 114,
}
STYLE = {
    r":has\(": 105,
    r":user-(?:in)?valid": 119,
    r"@container\b": 105,
    r"@layer\b": 99,
    r"@starting-style\b": 117,
    r"\baccent-color\s*:": 93,
    r"\b(?:translate|rotate|scale)\s*:": 104,
    r"\d(?:dvh|svh|lvh|dvw|svw|lvw|cq[wh])\b": 108,
    r"\bcolor-mix\(|\bokl(?:ch|ab)\(|\bl(?:ch|ab)\(": 111,
    r"\btext-wrap\s*:": 114,
    r"\bsubgrid\b": 117,
    r"\bfield-sizing\s*:": 123,
    r"\bscrollbar-gutter\s*:": 94,
    r"(?:^|[{};])\s*&": 112,
    r"\(\s*(?:width|height)\s*[<>]": 104,
}


def _newer(path: Path, signs: dict[str, int]) -> list[tuple[str, int]]:
    says = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [(sign, since) for sign, since in signs.items() if re.search(sign, says)]


def _name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("script", SCRIPTS, ids=_name)
def test_a_script_is_read_by_chromium_90(script: Path) -> None:
    assert not _newer(script, SYNTAX)


@pytest.mark.parametrize(
    "script", [one for one in SCRIPTS if "maplibre" not in one.parts], ids=_name
)
def test_a_script_asks_for_nothing_that_chromium_90_lacks(script: Path) -> None:
    assert not _newer(script, LIBRARY)


@pytest.mark.parametrize("script", [one for one in SCRIPTS if "maplibre" in one.parts], ids=_name)
def test_what_the_map_asks_for_beyond_that_is_added(script: Path) -> None:
    older = (WEB / "maps/static/maps/older.js").read_text(encoding="utf-8")
    asked = {sign for sign, _ in _newer(script, LIBRARY)}
    assert asked <= {r"\bObject\.hasOwn\(", r"\.at\("}
    assert "Object.hasOwn =" in older
    assert 'defineProperty(kind.prototype, "at"' in older


@pytest.mark.parametrize("style", STYLES, ids=_name)
def test_a_style_is_read_by_chromium_90(style: Path) -> None:
    assert not _newer(style, STYLE)
    says = style.read_text(encoding="utf-8")
    plain, prefixed = r"(?<!-)print-color-adjust:", "-webkit-print-color-adjust:"
    assert len(re.findall(plain, says)) == says.count(prefixed), "Chromium before 136 wants both"
