import json
import re
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

from tests.cli.running import SOURCE, yinfeng
from yinfeng.cli import COMMANDS

NEWS = """柳林镇招商动态
发布时间：2026-03-06　来源：柳林镇人民政府

3月3日，柳林镇党委书记何敏带队赴苏州拜访远帆重工有限公司，考察洽谈风电法兰项目。
2025年，全镇实现工业总产值63.42亿元，同比增长12.36%。
远帆重工有限公司总投资1.2亿元的风电法兰项目已实地考察，正在洽谈之中。
"""


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "动态.txt").write_text(NEWS, encoding="utf-8")
    (folder / "旧编码.txt").write_bytes(NEWS.replace("风电", "轴承").encode("gb18030"))
    return folder


@pytest.fixture
def torn(inbox: Path) -> Path:
    (inbox / "坏的.docx").write_bytes(b"PK\x03\x04 torn")
    return inbox


def test_help_teaches_and_loads_no_command() -> None:
    found = yinfeng("--help")
    assert found.code == 0
    assert all(name in found.out and says in found.out for name, (_, says) in COMMANDS.items())
    assert "yinfeng daily 材料/ --out 日报.docx" in found.out
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv = ['yinfeng', '--help']\n"
            "from yinfeng.cli import main\n"
            "try:\n    main()\nexcept SystemExit:\n    pass\n"
            "print([m for m in sys.modules if m in ('yinfeng.reading', 'lxml', 'docxtpl')])",
        ],
        capture_output=True,
        env={"PYTHONPATH": str(SOURCE)},
        check=True,
    )
    assert loaded.stdout.decode().rstrip().endswith("[]")


def test_help_is_there_in_a_third_of_a_second() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        yinfeng("--help")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.3


@pytest.mark.parametrize("name", ["clean", "read", "ask", "daily"])
def test_every_command_explains_itself_with_examples(name: str) -> None:
    found = yinfeng(name, "--help")
    assert found.code == 0
    assert "例子：" in found.out
    assert "退出码" in found.out
    assert f"yinfeng {name} " in found.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read",), "缺少"),
        (("read", "没有的文件.txt"), "找不到"),
        (("read", "--nonsense"), "没有这个选项"),
        (("read", ".", "--format", "xml"), "xml"),
        (("nonsense",), "没有“nonsense”这条命令"),
        (("manage", "nonsense"), "没有“nonsense”这条管理命令。本系统的管理命令有 audit"),
        (("read", ".", "--out", "没有的文件夹/事实.jsonl"), "请检查文件夹是否存在"),
        (("daily", ".", "--out", "没有的文件夹/日报.md"), "请检查文件夹是否存在"),
        (("daily", ".", "--date", "2025-13-40"), "日期要写成"),
        (("daily", ".", "--out", "报告.pdf"), ".docx"),
        (("daily", ".", "--date", "昨天"), "昨天"),
        (("daily", ".", "--date"), "后面要写一个值"),
        (("read", ".", "--proof=1"), "后面不写值"),
        (("read", ".", "--format", "xml"), "只能从 jsonl、table 里选"),
        (("serve", "--port", "99999"), "1 到 65535 之间的整数"),
        (("work", "--beside", "x"), "要写整数"),
        (("clean", "-", "另一个.txt"), "多写了"),
    ],
)
def test_wrong_usage_leaves_with_two_and_a_sentence(arguments: tuple[str, ...], says: str) -> None:
    found = yinfeng(*arguments)
    assert found.code == 2
    assert says in found.err
    assert not re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", found.err)
    assert not found.out


def test_a_reader_that_has_enough_is_no_failure(inbox: Path) -> None:
    run = [sys.executable, "-c", "from yinfeng.cli import main; main()", "read", str(inbox)]
    with subprocess.Popen(run, stdout=subprocess.PIPE, env={"PYTHONPATH": str(SOURCE)}) as reading:
        assert reading.stdout is not None
        reading.stdout.close()
        assert reading.wait() == 0


def test_clean_writes_the_restored_text(tmp_path: Path) -> None:
    paper = tmp_path / "来稿.txt"
    paper.write_text(
        "柳林鎮(zhèn)招商引資(zī)項(xiàng)目建設(shè)推進(jìn)會(huì)召開(kāi)。\n",
        encoding="utf-8",
    )
    found = yinfeng("clean", paper, "--report")
    assert (found.code, found.out) == (0, "柳林镇招商引资项目建设推进会召开。\n")
    assert "繁体转简体" in found.err
    assert paper.read_text(encoding="utf-8").startswith("柳林鎮")


def test_clean_reads_standard_input() -> None:
    assert yinfeng("clean", "-", given="柳林镇\n".encode()).out == "柳林镇\n"


def test_read_writes_a_line_a_fact_in_the_form_of_facts(inbox: Path) -> None:
    found = yinfeng("read", inbox)
    rows = [json.loads(line) for line in found.out.splitlines()]
    assert found.code == 0
    assert {row["doc"] for row in rows} == {"动态", "旧编码"}
    assert all(row["quote"] and "evidence" not in row for row in rows)
    assert any(row.get("value") == 6_342_000_000 for row in rows)


def test_read_with_proof_quotes_the_source(inbox: Path) -> None:
    rows = [json.loads(line) for line in yinfeng("read", inbox, "--proof").out.splitlines()]
    texts = {"动态": NEWS, "旧编码": NEWS.replace("风电", "轴承")}
    quoted = 0
    for row in rows:
        for proofs in row["evidence"].values():
            for start, end, quote in proofs:
                assert texts[row["doc"]][start:end] == quote
                quoted += 1
    assert quoted > 20


def test_read_writes_to_a_file_whole_or_not_at_all(inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "事实.jsonl"
    assert yinfeng("read", inbox, "--out", out).out == ""
    assert out.read_text(encoding="utf-8") == yinfeng("read", inbox).out
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_read_as_a_table_is_for_people(inbox: Path) -> None:
    out = yinfeng("read", inbox, "--format", "table").out
    assert "指标" in out
    assert "63.42亿元" in out
    assert "第5行" in out


def test_a_torn_file_is_a_sentence_and_the_rest_is_read(torn: Path) -> None:
    found = yinfeng("read", torn)
    assert found.code == 1
    assert "坏的" in found.err
    assert "Traceback" not in found.err
    assert found.out == yinfeng("read", torn / "动态.txt", torn / "旧编码.txt").out


def test_a_second_copy_is_told_but_loses_nothing(inbox: Path) -> None:
    (inbox / "动态副本.txt").write_text(NEWS, encoding="utf-8")
    found = yinfeng("read", inbox)
    assert found.code == 0
    assert "完全相同" in found.err


def test_a_closed_pipe_is_no_error(inbox: Path) -> None:
    (inbox / "长.txt").write_text(NEWS * 400, encoding="utf-8")
    script = (
        f'"{sys.executable}" -c "from yinfeng.cli import main; main()" read "{inbox}" | head -1'
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"],
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(SOURCE)},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


def test_output_is_utf8_whatever_the_locale(inbox: Path) -> None:
    found = yinfeng("read", inbox, environment={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert "柳林镇" in found.out


def test_daily_writes_every_form_and_the_same_bytes_twice(inbox: Path, tmp_path: Path) -> None:
    def written(folder: Path) -> dict[str, bytes]:
        folder.mkdir()
        outs = [folder / f"日报.{ending}" for ending in ("docx", "html", "md")]
        options = [word for out in outs for word in ("--out", out)]
        assert yinfeng("daily", inbox, "--date", "2026-03-10", *options).code == 0
        return {out.suffix: out.read_bytes() for out in outs}

    first, second = written(tmp_path / "一"), written(tmp_path / "二")
    assert first == second
    assert "63.42亿元" in first[".md"].decode()
    assert docx.Document(str(tmp_path / "一" / "日报.docx")).paragraphs[0].text == "招商信息日报"


def test_daily_without_a_file_prints_the_report(inbox: Path) -> None:
    found = yinfeng("daily", inbox, "--date", "2026-03-10", "--office", "柳林镇招商办")
    assert found.code == 0
    assert found.out.startswith("# 招商信息日报\n\n**柳林镇招商办**　2026年3月10日")
    assert "远帆重工有限公司" in found.out


def test_daily_takes_the_offices_own_policy_and_refuses_a_bad_one(
    inbox: Path, tmp_path: Path
) -> None:
    own, bad = tmp_path / "own.yaml", tmp_path / "bad.yaml"
    own.write_text("version: '9'\nclocks: jiangmen\n", encoding="utf-8")
    bad.write_text("clocks: jiangmen\n", encoding="utf-8")
    found = yinfeng("daily", inbox, "--date", "2026-03-10", "--policy", own)
    assert "2026.1+9版" in found.out
    assert "江门" in found.out
    refused = yinfeng("daily", inbox, "--policy", bad)
    assert refused.code == 2
    assert "version" in refused.err


def test_daily_refuses_a_template_that_is_no_word_file(inbox: Path, tmp_path: Path) -> None:
    out, template = tmp_path / "日报.docx", tmp_path / "模板.docx"
    template.write_text("不是 Word", encoding="utf-8")
    found = yinfeng("daily", inbox, "--out", out, "--template", template)
    assert found.code == 2
    assert "--template" in found.err
    assert not out.exists()


def test_a_sentence_is_asked_for_its_figures_and_dates() -> None:
    found = yinfeng(
        "ask", "云泽轴承去年底签约，总投资1.2个亿，占地80亩左右", "--date", "2024-03-18"
    )
    told = json.loads(found.out)
    assert found.code == 0
    assert told["figures"][0] == {
        "words": "1.2个亿",
        "value": 120000000,
        "low": 120000000,
        "high": 120000000,
        "unit": "CNY",
        "bound": "exact",
    }
    assert told["figures"][1]["bound"] == "about"
    assert told["dates"] == [{"words": "去年底", "from": "2023-12-01", "to": "2023-12-31"}]


def test_sentences_to_ask_come_from_standard_input_too() -> None:
    given = "每月走访三又四分之一天\n增長百分之五\n".encode()
    first, second = map(json.loads, yinfeng("ask", given=given).out.splitlines())
    assert (first["numbers"], first["dates"][0]["recurs"]) == ([3.25], True)
    assert (second["figures"][0]["words"], second["figures"][0]["value"]) == ("百分之五", 0.05)


def test_a_draft_is_screened_with_its_basis(tmp_path: Path) -> None:
    draft = tmp_path / "协议.txt"
    draft.write_text(
        "第一条 甲方按地方留成的50%给予乙方奖励。\n第二条 乙方依法纳税。", encoding="utf-8"
    )
    found = yinfeng("screen", str(draft))
    assert found.code == 1
    assert "[红] 第一条" in found.out
    assert "公平竞争审查条例" in found.out
    assert "第二条" not in found.out
    old = yinfeng("screen", str(draft), "--written", "2019-05-01", "--all")
    assert old.code == 0
    assert "[历史文本用语] 第一条" in old.out
    assert "[绿] 第二条" in old.out
