"""The pages that are made from the code, and the excerpt of a report in the READMEs.

    python scripts/made_docs.py

writes them; a test of the house compares them with the code.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from yinfeng.cli import COMMANDS
from yinfeng.cli.daily import command as daily
from yinfeng.judgement.rules import RULES
from yinfeng.lexicon.clauses import clause_rules
from yinfeng.lexicon.counting import project_counting
from yinfeng.lexicon.indicators import indicators
from yinfeng.lexicon.rule_ids import basis_of, rule_files, rules_in

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "yinfeng" / "lexicon" / "data"
INBOX = Path("examples/inbox")
# The papers of the inbox are of this spring; read on a later day, all its leads would be cold.
ON = "2025-04-18"
BEGIN, END = "<!-- excerpt: made from examples/inbox by `make docs` -->", "<!-- end of excerpt -->"
MADE = "<!-- Made from the code by `make docs`; edits are lost. -->"
NOTES_SHOWN = 4
_KEPT = (
    "Each with its basis, how sure it is (V read in a source, L law named from knowledge, "
    "P practice, J judgement of the house), and its test; what is left out stands below, with why."
)
_EACH = (
    "Made from the data: the id of each rule as its file has it, its own basis where it differs "
    "from the file's, how sure it is, and the tests that hold the file's rules. What is left out "
    "stands with its part above."
)
MOST_WORDS = 64
_NOTE = re.compile(r"\[\^(\d+)\]")


def made() -> Mapping[Path, str]:
    """Every made page by its path, as it should stand."""
    pages = {
        ROOT / "docs" / "cli.md": _command_line(),
        ROOT / "docs" / "indicators.md": _indicators(),
        ROOT / "docs" / "rules.md": _rules(),
    }
    excerpt = _excerpt(_report())
    for name in ("README.md", "README.zh-CN.md"):
        path = ROOT / name
        before, rest = path.read_text(encoding="utf-8").split(BEGIN)
        pages[path] = f"{before}{BEGIN}\n{excerpt}\n{END}{rest.split(END)[1]}"
    return pages


def _command_line() -> str:
    pages = ["# The command line", MADE, _help()]
    for name in COMMANDS:
        pages += [f"## yinfeng {name}", _help(name)]
    return "\n\n".join(pages) + "\n"


def _help(*command: str) -> str:
    """What `--help` prints, in a process of its own, as a user sees it."""
    run = "from yinfeng.cli import main; main()"
    env = {**os.environ, "COLUMNS": "90", "PYTHONPATH": str(ROOT / "src")}
    asked = [sys.executable, "-c", run, *command, "--help"]
    shown = subprocess.run(asked, check=True, capture_output=True, env=env).stdout.decode()
    return f"```\n{shown.rstrip()}\n```"


def _indicators() -> str:
    rows = (
        (
            entry.label,
            f"`{entry.key}`",
            entry.unit,
            entry.kind,
            entry.roll_up,
            entry.along_year,
            entry.direction,
            "、".join(word for word in entry.says if word != entry.label),
            entry.source,
        )
        for entry in indicators().values()
    )
    head = (
        "指标",
        "key",
        "unit",
        "kind",
        "rolls up",
        "along the year",
        "better",
        "也称",
        "口径来源",
    )
    says = "What each indicator is called and how its figures add up: `lexicon/data/indicators/`."
    return "\n\n".join(("# Indicators", MADE, says, _table(head, rows))) + "\n"


def _rules() -> str:
    """The rules of the ledger, of clauses and of counting, and what else the house keeps to."""
    rows = ((rule.code, rule.title, rule.basis, rule.asks) for rule in RULES)
    says = "What the house asks of the ledger; a finding is a question, never a verdict."
    pages = ["# Rules", MADE, says, _table(("code", "提示", "依据", "需要的材料"), rows)]
    pages += ["## The rules of the trade", _KEPT]
    parts = yaml.load((ROOT / "docs" / "rules.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    for part in parts:
        pages += _part(part)
    every = _one_by_one(parts)
    return "\n\n".join((*pages, *_clauses(), *_counting(), *every)) + "\n"


def _part(part: Mapping[str, Any]) -> Iterator[str]:
    yield f"### {part['part']}"
    if part.get("rows"):
        rows = ((row["says"], *_basis(row), _linked(row["test"])) for row in part["rows"])
        yield _table(("规则", "依据", "把握", "测试"), rows)
    if part.get("left_out"):
        yield "没有实现的：" + "".join(
            f"\n- {one['says']}：{one['why']}" for one in part["left_out"]
        )


def _basis(row: Mapping[str, str]) -> tuple[str, str]:
    """What the data file gives as its basis, and how sure it is."""
    if "data" not in row:
        return row["code"], ""
    data = yaml.load((DATA / row["data"]).read_bytes(), Loader=yaml.CSafeLoader)
    basis = " ".join(str(data["basis"]).split())
    return f"{basis}（`{row['data']}`，{data['version']}）", str(data.get("sure", ""))


def _linked(test: str) -> str:
    return f"[{test.rsplit('/', 1)[-1]}](../{test})"


def _clauses() -> Iterator[str]:
    rules = clause_rules()
    yield "## Clauses"
    yield f"{rules.title} {rules.version}。每条规则有应提示、不应提示、说不准三类例句。"
    colours = {"red": "红", "yellow": "黄", "green": "绿"}
    cases = {
        code: _linked(f"tests/judgement/clauses/cases/{path.name}")
        for path in sorted((ROOT / "tests" / "judgement" / "clauses" / "cases").glob("*.yaml"))
        for code in yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    }
    rows = (
        (
            one.code,
            colours[one.colour],
            one.title,
            one.basis,
            f"{one.since}",
            one.sure,
            cases[one.code],
        )
        for one in rules.rules
    )
    yield _table(("code", "色", "规则", "依据", "施行", "把握", "例句"), rows)


def _counting() -> Iterator[str]:
    rules = project_counting()
    yield "## Counting of projects"
    yield f"{rules.title} {rules.version}。依据：{rules.basis}。"
    test = _linked("tests/judgement/counting/test_counting.py")
    if rules.rate_lasts_days:
        days = f"金额按节点当日之前{rules.rate_lasts_days}天内公布的汇率折算"
        yield f"{days}，没有的原币另列；规模分档只用等值表。"
    rows = (
        (f"`{one.key}`", "开" if one.is_on else "关", one.says, one.basis, one.sure, test)
        for one in rules.rules.values()
    )
    yield _table(("规则", "开关", "未计入的说法", "依据", "把握", "测试"), rows)
    data = yaml.load((DATA / "counting" / "rules.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    yield "没有实现的：" + "".join(f"\n- {one['says']}：{one['why']}" for one in data["left_out"])


def _one_by_one(parts: list[Mapping[str, Any]]) -> Iterator[str]:
    """Every rule of the data by its id, a table a file, under the tests that the parts name."""
    yield "## Rules one by one"
    yield _EACH
    for name in rule_files():
        named = (row for part in parts for row in part.get("rows", []) if row.get("data") == name)
        tests = dict.fromkeys(row["test"] for row in named)
        yield f"### {name}"
        basis, sure = basis_of(name)
        yield f"依据：{basis}（{sure}）。测试：" + "、".join(map(_linked, tests))
        rows = (
            (f"`{one.key}`", one.says, "" if one.basis == basis else one.basis, one.sure)
            for one in rules_in(name)
        )
        yield _table(
            ("id", "规则", "依据", "把握"),
            (tuple(cell.replace("|", "\\|") for cell in row) for row in rows),
        )


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (head, tuple("---" for _ in head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _report() -> str:
    """The daily report on the example inbox, as Markdown."""
    with TemporaryDirectory() as folder, redirect_stderr(StringIO()):
        out = Path(folder) / "daily.md"
        here = Path.cwd()
        os.chdir(ROOT)
        try:
            daily.main(
                [str(INBOX), "--date", ON, "--out", str(out)],
                prog_name="daily",
                standalone_mode=False,
            )
        finally:
            os.chdir(here)
        return out.read_text(encoding="utf-8")


def _excerpt(report: str) -> str:
    """The head of a report, the first line of its first table, and the words that prove it."""
    lines = report.splitlines()
    table = next(at for at, line in enumerate(lines) if line.startswith("| ---"))
    head = [line for line in lines[: table + 2] if line]
    numbers = list(dict.fromkeys(_NOTE.findall(head[-1])))[:NOTES_SHOWN]
    notes = dict(line[2:].split("]: ", 1) for line in lines if line.startswith("[^"))
    says = [_NOTE.sub(lambda note: _short(note[1], numbers), line) for line in head]
    proofs = [f"[{number}] {_clipped(notes[number])}  " for number in numbers]
    title, office, summary, section, *rows = says
    body = (title.lstrip("# "), office, summary.lstrip("> "), section.lstrip("# "), "\n".join(rows))
    shown = "\n\n".join((*body, "\n".join(proofs)))
    return "\n".join(f"> {line}" if line else ">" for line in shown.splitlines())


def _short(number: str, shown: list[str]) -> str:
    return f"<sup>[{number}]</sup>" if number in shown else ""


def _clipped(words: str) -> str:
    return words if len(words) <= MOST_WORDS else words[:MOST_WORDS] + "…”"


def main() -> None:
    """Write every made page."""
    for path, says in made().items():
        path.write_text(says, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
