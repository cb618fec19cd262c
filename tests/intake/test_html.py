"""Web pages."""

from datetime import date

import pytest

from tests.intake.made import document, lies_inside, rows, said
from yinfeng.values import BlockKind

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}">
<title>青溪镇签约5个项目-青溪镇人民政府</title>
<meta name="PubDate" content="2021-03-05 10:11"><meta name="ContentSource" content="青溪日报">
<script>var a="脚本里的字";</script><style>p{{}}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/">招商引资</a></li></ul></div>
<div class="path">您现在的位置：<a>首页</a> &gt; <a>新闻</a></div>
<div class="main"><h1>青溪镇签约5个项目</h1>
<div class="info">发布时间：2021-03-05 10:11　来源：青溪日报　浏览次数：<span>123</span></div>
<div id="zoom"><p>　　3月5日，青溪镇集中签约<b>5</b>个项目，
总投资15.5亿元。</p><p>短段。</p><p style="display:none">藏着的字</p>
<p>&nbsp;&nbsp;镇党委书记李四出席并致辞，他表示，将全力服务。</p>
<table><tr><th rowspan=2>项目</th><th colspan=2>投资（万元）</th></tr>
<tr><th>总额</th><th>固定</th></tr>
<tr><td>齿轮</td><td>100</td><td>50</td></tr></table>
<p>其中，<a href="x">大同齿轮</a>项目总投资5亿元。<br>占地30亩。</p><p>责任编辑：王五</p></div>
<div class="more"><h3>相关新闻</h3>
<ul><li><a>云山街道签约10个项目，总投资100亿元</a></li></ul></div></div>
<div class="footer">版权所有：青溪镇人民政府 苏ICP备00000号</div></body></html>"""
OLD_PAGE = """<html><title>四溪镇打造新平台_投资网</title><body><table width=900><tr><td><a>首页</a>
<a>新闻</a></td></tr><tr><td><table><tr><td><a>左栏一</a><br><a>左栏二</a></td><td>
<center><font size=5>
四溪镇打造新平台</font></center><br>发布时间:2021-06-18&nbsp;&nbsp;来源:海河市人民政府<br><br>
　　作为通东重镇的四溪镇,抢抓机遇。<br>　　完成工业投资15.5亿元,增长8.05%。<br>末段没有标点
</td></tr></table></td></tr><tr><td>版权所有</td></tr></table>"""


def test_the_article_stays_and_menus_scripts_and_hidden_words_go() -> None:
    found = document(PAGE.format(charset="utf-8").encode(), "新闻.html")
    lines = found.source.splitlines()
    assert lines[0] == "青溪镇签约5个项目"
    assert "3月5日，青溪镇集中签约5个项目，总投资15.5亿元。" in lines
    assert "短段。" in lines
    assert "其中，大同齿轮项目总投资5亿元。" in lines
    assert "占地30亩。" in lines
    for gone in ("脚本", "藏着", "首页", "云山街道", "ICP", "招商引资"):
        assert gone not in found.source
    assert lies_inside(found)


def test_title_day_and_publisher_are_told() -> None:
    found = document(PAGE.format(charset="utf-8").encode(), "新闻.html")
    assert (found.title, found.published) == ("青溪镇签约5个项目", date(2021, 3, 5))
    assert found.publisher == "青溪日报"
    furniture = said(found, BlockKind.FURNITURE)
    assert any(line.startswith("发布时间") for line in furniture)
    assert "责任编辑：王五" in furniture
    assert said(found, BlockKind.TITLE) == ["青溪镇签约5个项目"]


def test_tables_keep_their_cells() -> None:
    found = document(PAGE.format(charset="utf-8").encode(), "新闻.html")
    (table,) = found.tables
    assert table.header == ("项目", "投资（万元）/总额", "投资（万元）/固定")
    assert rows(found, table) == [["齿轮", "100", "50"]]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "big5", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_the_declared_charset_may_lie(encoding: str, charset: str) -> None:
    data = PAGE.format(charset=charset).encode(encoding)
    assert "总投资15.5亿元" in document(data, "新闻.html").source
    assert document(data, "新闻").media == "text/html"


def test_a_page_laid_out_by_tables_in_gbk() -> None:
    found = document(OLD_PAGE.encode("gbk"), "旧.htm")
    assert found.source.splitlines() == [
        "四溪镇打造新平台",
        "发布时间:2021-06-18 来源:海河市人民政府",
        "作为通东重镇的四溪镇,抢抓机遇。",
        "完成工业投资15.5亿元,增长8.05%。",
        "末段没有标点",
    ]
    assert (found.published, found.publisher) == (date(2021, 6, 18), "海河市人民政府")


@pytest.mark.parametrize(
    ("line", "day", "who"),
    [
        (
            "日期：2020年3月5日 来源：云山街道办事处 【字体：大 中 小】",
            date(2020, 3, 5),
            "云山街道办事处",
        ),
        ("信息来源：投促局 发布日期：2020/03/05", date(2020, 3, 5), "投促局"),
        ("2020-03-05 09:30 | 来源：青溪融媒 | 编辑：张三", date(2020, 3, 5), "青溪融媒"),
        ("时间：2020.3.5　稿件来源：青溪日报（记者）", date(2020, 3, 5), "青溪日报"),
        ("发布机构：青溪镇 生成日期：2020-02-30", None, "青溪镇"),
    ],
)
def test_the_line_below_the_title(line: str, day: date | None, who: str) -> None:
    page = (
        f"<html><body><h1>青溪镇签约</h1><p>{line}</p><p>今年以来，青溪镇签约5个项目。</p></body>"
    )
    found = document(page.encode(), "新闻.html")
    assert (found.published, found.publisher) == (day, who)


@pytest.mark.parametrize(
    "title",
    [
        "青溪镇签约_青溪政府网",
        "青溪镇签约 - 青溪镇人民政府",
        "青溪镇签约-青溪在线",
        "青溪镇签约|新闻",
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><p>今年以来，签约5个项目。</p></body>"
    assert document(page.encode(), "新闻.html").title == "青溪镇签约"


DEEP = 100_000
HOSTILE = {
    "deep": (
        "<html><body>" + "<div>" * DEEP + "签约5个。" + "</div>" * DEEP + "开工3个。",
        "开工3个。",
    ),
    "links": ("<html>" + "<a>" * 20_000 + "签约5个。", "签约5个。"),
    "open tables": ("<html>" + "<table><tr><td>" * 3_000 + "签约5个。", "签约5个。"),
    "wide": ("<table><tr><td colspan=99999999 rowspan=9999>甲<td>乙<tr><td>丙<td>丁</table>", "丁"),
    "soup": (
        "<p>签约<b>5个<i>项目</b></i><table><td>甲</p>&nbsp;&#0;&#x110000;&bogus;</div>",
        "签约5个项目",
    ),
    "laughs": ("<!DOCTYPE html [<!ENTITY a 'ha'>]><html><p>签约&a;5个。</p>", "5个。"),
}


@pytest.mark.parametrize("key", HOSTILE)
def test_damaged_and_hostile_pages_keep_their_words(key: str) -> None:
    page, words = HOSTILE[key]
    found = document(page.encode(), "坏.html")
    assert words in found.source
    assert lies_inside(found)


def test_many_wide_cells_make_no_giant() -> None:
    page = "<table>" + "<tr><td colspan=100 rowspan=9999>甲<td colspan=100>乙" * 9_000 + "</table>"
    assert "乙" in document(page.encode(), "宽.html").source


def test_an_article_of_a_public_account_is_seen_though_hidden_at_first() -> None:
    page = """<html><head><meta property="og:title" content="青溪镇签约5个项目"></head><body>
    <h1 id="activity-name">青溪镇签约5个项目</h1><a id="js_name"> 青溪发布 </a>
    <div id="js_content" style="visibility: hidden;"><section><p>3月5日，签约5个项目。</p></section>
    </div><script>var createTime = '2021-03-05 10:11';</script></body></html>"""
    found = document(page.encode(), "公众号.html")
    assert "3月5日，签约5个项目。" in found.source
    assert (found.title, found.publisher) == ("青溪镇签约5个项目", "青溪发布")
    assert found.published == date(2021, 3, 5)


def test_the_record_above_an_open_document_is_furniture() -> None:
    page = """<html><body><table><tr><td>索引号：</td><td>QX-1</td><td>发布机构：</td>
    <td>青溪镇</td></tr>
    <tr><td>成文日期：</td><td>2021-03-05</td><td>文号：</td><td>青政发1号</td></tr></table>
    <p>今年以来，青溪镇签约5个项目。</p></body></html>"""
    found = document(page.encode(), "公开.html")
    assert found.tables == ()
    assert found.published == date(2021, 3, 5)
    assert said(found, BlockKind.FURNITURE)[0].startswith("索引号")


@pytest.mark.parametrize(
    "line",
    [
        "微信小程序产业园签约落户",
        "编辑出版园区项目总投资5亿元",
        "时间就是效率",
        "公布2024年3月5日起施行",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_none(line: str) -> None:
    page = f"<html><p>今年以来，签约5个项目。</p><p>{line}</p><p>责任编辑：张三</p></html>"
    found = document(page.encode(), "新闻.html")
    assert line in said(found, BlockKind.PARAGRAPH)
    assert said(found, BlockKind.FURNITURE) == ["责任编辑：张三"]
