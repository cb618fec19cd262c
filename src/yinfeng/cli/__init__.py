"""The command line: one command a file, listed in COMMANDS and loaded when it is asked for."""

from collections.abc import Mapping

from yinfeng.cli.group import Commands, run

# Name: the module that holds its function `command`, and the line that `--help` shows.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "clean": ("yinfeng.cli.clean", "修复文字：去拼音、繁转简、接断行，输出复原后的正文"),
    "read": ("yinfeng.cli.read", "读材料：把文件或文件夹读成事实，一行一条"),
    "ask": ("yinfeng.cli.ask", "认数字：一句话里的数、金额、单位、比例和日期"),
    "daily": ("yinfeng.cli.daily", "出日报：从材料直接生成招商信息日报，每个数字带出处"),
    "screen": ("yinfeng.cli.screen", "审条款：协议逐条标红黄绿，给出依据和合法写法"),
    "corpus": ("yinfeng.cli.corpus", "成批读：大量材料分片并行，可续读，可上 Ray 集群"),
    "serve": ("yinfeng.cli.serve", "工作台：在浏览器里收材料、核实、办事"),
    "work": ("yinfeng.cli.work", "后台任务：读取、导入、报告、通知、备份，serve 已自带"),
    "backup": ("yinfeng.cli.backup", "备份：数据库、材料、密钥存成一个文件"),
    "restore": ("yinfeng.cli.restore", "恢复：核对备份，恢复到空的工作台"),
    "manage": ("yinfeng.cli.manage", "管理工作台：核验记录、重读旧材料"),
}

_HELP = """引凤：把招商材料读成带出处的台账，出日报。

\b
先试这三条：
  yinfeng clean 来稿.txt                  看复原后的正文
  yinfeng read 材料/ --format table       看读出了哪些事实
  yinfeng daily 材料/ --out 日报.docx     出一份日报

\b
材料可以是 txt、网页、docx、xlsx、pdf、邮件、聊天记录、zip，或整个文件夹。
每条命令加 --help 看详细说明和例子。
"""


def main() -> None:
    """Run `yinfeng` and leave with its exit code."""
    run(Commands(COMMANDS, name="yinfeng", help=_HELP))
