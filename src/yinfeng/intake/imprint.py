"""What a web page says of itself: title, day and publisher, from its head or from the line below
the title (发布时间：2021-06-18  来源：海河市人民政府).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("articletitle", "og:title", "twitter:title")
_DAYS = (
    "pubdate", "publishdate", "article:published_time", "og:published_time", "datepublished",
    "publish_time", "publishtime", "dcterms.date", "dc.date", "article:create_at", "createdate",
    "firstpublishedtime", "og:release_date",
)  # fmt: skip
_SOURCES = ("contentsource", "source", "mediaid", "article:author", "publisher", "dc.publisher")
_SITES = ("sitename", "og:site_name", "application-name")
_DATE = r"(?P<year>(?:19|20)\d\d)\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})"
_ANY_DATE = re.compile(_DATE)
_LABELLED = re.compile(
    r"(?:(?:发布|发表|更新|公布|发文|成文|生成|刊登|录入|添加|发稿)(?:时间|日期)\s{0,3}[:：]?"
    r"|(?:发布|发表|更新|时间|日期)\s{0,3}[:：])\s{0,3}" + _DATE
)
_BESIDE_CLOCK = re.compile(_DATE + r"日?\s{1,3}\d{1,2}[:：]\d\d")
_SOURCE = re.compile(
    r"(?:信息|文章|稿件|新闻|消息)?(?:来源|出处|转自|发布机构|发布单位|发布者|供稿)\s{0,3}[:：]\s{0,3}"
    r"(?P<who>[^\s|｜\[\]【】()（）]{2,30})"
)
_AFTER_SOURCE = re.compile(
    r"(?:作者|编辑|责编|浏览|阅读|点击|字[体号]|发布|时间|日期|打印|分享|\d{4}[-年/.])"
)
_CREATED = re.compile(r"createTime\s{0,3}=\s{0,3}'([^'\n]{8,30})'")
_JSON_DAY = re.compile(
    r'"(?:datePublished|pubDate|publishTime|publish_time)"\s{0,3}:\s{0,3}"([^"]{8,40})"'
)
_SITE_BEHIND = re.compile(
    r"\s*(?:[_|｜]|\s[-–—]\s|(?<=[^\d])[-–—]+(?=[^-]{0,20}(?:网|政府|门户|在线|日报|晚报|频道|街道|镇|区|县|市)$)).*"
)
_LONGEST = 200
_ISSUED = re.compile(
    r"(?:发布|发表|更新|公布|发文|成文|生成|印发|编制|填报|填表|制表|报送|上报)(?:时间|日期)\s{0,3}[:：]?\s{0,3}"
    + _DATE
)
_ALONE = re.compile(r"\s*[（(【\[]?" + _DATE + r"日?[)）】\]]?\s*(?:星期[一二三四五六日天])?\s*")
_ISSUE = re.compile(
    r"星期[一二三四五六日天]|第?\s?[A-Z]?[\d一二三四五六七八九十]{1,3}\s?版|版[:：]|日报|晚报|周报|周刊|时报"
)
_HEAD, _FOOT, _SHORT = 14, 6, 80
_YEAR = re.compile(r"(?<!\d)(?P<year>20\d\d)\s?年")
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title, day and publisher of a page, as far as it gives them."""

    title: str = ""
    published: date | None = None
    publisher: str = ""


def imprint_of(root: "_Element", text: str, lines: Sequence[str]) -> Imprint:
    """The imprint of a page whose visible lines are *lines*."""
    meta = _meta(root)
    near = [line for line in lines if len(line) <= _LONGEST]
    account = next((one for one in root.iter("a", "span", "strong") if _is_account(one)), None)
    return Imprint(
        _title(root, meta, near),
        _published(root, meta, text, near),
        _words(account) if account is not None else _publisher(meta, near),
    )


def is_imprint(line: str) -> bool:
    """Whether a line tells when and by whom the page was published."""
    return bool(_LABELLED.search(line)) or bool(_SOURCE.search(line) and _ANY_DATE.search(line))


def _is_account(element: "_Element") -> bool:
    """Whether an element names the public account that a WeChat article belongs to."""
    return element.get("id") == "js_name"


def _words(element: "_Element") -> str:
    return " ".join("".join(str(one) for one in element.itertext()).split())


def day_in(words: str) -> date | None:
    """The first full date in *words*, None when there is none or it is no day."""
    found = _ANY_DATE.search(words)
    return _day(found) if found else None


def year_told(source: str) -> int | None:
    """The year by which the title of a paper calls it, None where it names none."""
    lines = [line for line in source.splitlines() if line.strip()][:_TITLE_LINES]
    told = (_YEAR.search(line) for line in lines if len(line) <= _SHORT)
    return next((int(match["year"]) for match in told if match), None)


def day_told(source: str) -> date | None:
    """The day that a paper gives itself near its head or its foot, None when it gives none."""
    lines = [line for line in source.split("\n") if line.strip()]
    for line in (*lines[:_HEAD], *lines[-_FOOT:]):
        found = _ISSUED.search(line) or _ALONE.fullmatch(line)
        if found is None and len(line) <= _SHORT and _SOURCE.search(line):
            found = _ANY_DATE.search(line)
        if found and (day := _day(found)):
            return day
    return None


def day_of_issue(line: str) -> date | None:
    """The day that the head of a newspaper's page tells (… 2024年5月16日 星期四 第2版), or None."""
    if len(line) > _SHORT or not _ISSUE.search(line):
        return None
    return day_in(line)


def _meta(root: "_Element") -> Mapping[str, str]:
    found: dict[str, str] = {}
    for one in root.iter("meta"):
        key = one.get("name") or one.get("property") or one.get("itemprop") or ""
        content = " ".join(one.get("content", "").split())
        if key and content:
            found.setdefault(key.lower(), content)
    return found


def _title(root: "_Element", meta: Mapping[str, str], lines: Sequence[str]) -> str:
    for key in _TITLES:
        if key in meta:
            return _without_site(meta[key], lines)
    heads = [_words(head) for head in root.iter("h1")]
    whole = " ".join((root.findtext(".//title") or "").split())
    for head in heads:
        if len(head) > 3 and (head in whole or len(heads) == 1):
            return head
    return _without_site(whole, lines)


def _without_site(title: str, lines: Sequence[str]) -> str:
    """The title without the name of the site behind it; a visible line that begins it wins."""
    if title in lines:
        return title
    shown = [line for line in lines if len(line) > 5 and title.startswith(line)]
    return max(shown, key=len, default="") or _SITE_BEHIND.sub("", title) or title


def _published(
    root: "_Element", meta: Mapping[str, str], text: str, lines: Sequence[str]
) -> date | None:
    told = [meta[key] for key in _DAYS if key in meta]
    told += [one.get("datetime", "") for one in root.iter("time")][:1]
    told += _CREATED.findall(text)[:1]
    told += _JSON_DAY.findall(text)[:1]
    days = [_labelled_day(lines), *(day_in(words) or _compact_day(words) for words in told)]
    return next((day for day in (*days[1:], days[0]) if day), None)


def _labelled_day(lines: Sequence[str]) -> date | None:
    for pattern in (_LABELLED, _BESIDE_CLOCK):
        for line in lines:
            if (found := pattern.search(line)) and (day := _day(found)):
                return day
    beside = (line for line in lines if _SOURCE.search(line) and _ANY_DATE.search(line))
    return next((day_in(line) for line in beside), None)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def _compact_day(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:8]) if words[:8].isdecimal() else None
    except ValueError:
        return None


def _publisher(meta: Mapping[str, str], lines: Sequence[str]) -> str:
    for key in _SOURCES:
        if key in meta and len(meta[key]) <= 40:
            return meta[key]
    for line in lines:
        if found := _SOURCE.search(line):
            who = _AFTER_SOURCE.split(found["who"])[0].strip("：: ，,;；")
            if who:
                return who
    return next((meta[key] for key in _SITES if key in meta), "")
