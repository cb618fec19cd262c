"""Old Word files where LibreOffice is installed."""

from pathlib import Path

import pytest

from tests.intake.made import document, problem, word

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "WordDocument\0".encode("utf-16-le")


def _office(folder: Path, script: str) -> str:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return f"{folder}:/usr/bin:/bin"


def test_an_old_word_file_is_turned_into_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new.docx").write_bytes(word("签约项目5个。"))
    script = (
        f'while [ "$1" != "--outdir" ]; do shift; done; cp {tmp_path}/new.docx "$2/document.docx"'
    )
    monkeypatch.setenv("PATH", _office(tmp_path, script))
    found = document(OLD_WORD, "旧.doc")
    assert found.source == "签约项目5个。\n"
    assert (found.name, found.path) == ("旧", "旧.doc")


def test_where_that_fails_the_clerk_is_told_to_save_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", _office(tmp_path, "exit 1"))
    assert problem(OLD_WORD, "旧.doc").code == "unsupported"
