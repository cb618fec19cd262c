"""Web pages: the article with its title, day and publisher; menus and hidden text left out.

The article is the innermost element that holds nearly all sentences of the page outside links.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from yinfeng.intake.encodings import decoded
from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.imprint import Imprint, imprint_of, is_imprint
from yinfeng.intake.limits import MAX_TEXT
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.sheets import set_sheet
from yinfeng.intake.webpage import Piece, article, pieces
from yinfeng.values import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h[1-6]|span|article|script)\b",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_ENDINGS = frozenset({"html", "htm", "shtml", "xhtml", "jsp", "asp", "aspx", "php"})
_FURNITURE = re.compile(
    r"\s*[【\[（(]?\s*(?:"
    r"(?:责任编辑|责编|编辑|作者|记者|来源|时间|日期|审核|校对|发布(?:时间|日期|单位|人)"
    r"|(?:浏览|阅读|点击|访问)(?:次数|人数|量|数|率)?)\s*[:：]"
    r"|上一[篇条页]|下一[篇条页]|打印本|关闭(?:窗口|本页)|分享到|返回(?:顶部|首页|列表)|字[体号]\s*[:：【\[]"
    r"|扫一扫|版权所有|版权声明|主办单位|承办单位|技术支持|网站标识|备案号|\S?ICP备"
    r"|您?(?:现在|当前)的?位置|首页\s*[>》]|相关(?:链接|新闻|阅读|文章|推荐)\s*[:：]?\s*$)"
)
# The record that open-government pages print above a document.
_RECORD = re.compile(
    r"索引号|主题分类|信息分类|发布机构|发文机关|成文日期|发文日期|文号|有效性|公开方式"
)
_LONGEST_FURNITURE = 80
_TAG = re.compile(r"<[^<>]{0,4000}>")


def set_page(manuscript: Manuscript, text: str, *, is_article: bool = True) -> Imprint:
    """Set the article of a web page, or all of it; what it says of title, day and publisher."""
    root, is_whole = _parsed(text)
    if root is None or not is_whole:
        if not is_whole:
            manuscript.note("网页结构异常，按纯文字读取")
        manuscript.line(_TAG.sub("\n", text))
        return Imprint()
    found = list(pieces(root))
    imprint = imprint_of(root, text, [line for p in found for line in p.words.split("\n")])
    chosen = article(root, found) if is_article else found
    _set_article(manuscript, chosen, found, imprint if is_article else Imprint())
    return imprint


def _recognises(data: bytes, origin: Origin) -> bool:
    if origin.ending in _ENDINGS:
        return True
    head = data[:1024].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip()
    if origin.ending in ("md", "markdown") or not head.startswith((b"<", b"\xff\xfe<")):
        return False
    return bool(_MARK.search(head))


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    if len(data) > MAX_TEXT:
        raise Unreadable("too-large", "网页超过20MB，没有读取。请只保存正文再导入。")
    declared = _DECLARED.search(data, 0, 4096)
    text, encoding, notes = decoded(data, declared[1].decode("ascii", "ignore") if declared else "")
    manuscript = Manuscript()
    imprint = set_page(manuscript, text)
    for note in notes:
        manuscript.note(note)
    yield manuscript.document(
        origin,
        "text/html",
        encoding=encoding,
        title=imprint.title,
        published=imprint.published,
        publisher=imprint.publisher,
    )


def _parsed(text: str) -> "tuple[_Element | None, bool]":
    """The root of the page, and whether it is a page that the parser read to the end."""
    from lxml import etree

    if "<" not in text:
        return None, True

    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None, False
    return root, not any("depth" in entry.message.lower() for entry in parser.error_log)


def _set_article(
    manuscript: Manuscript, chosen: Sequence[Piece], found: Sequence[Piece], imprint: Imprint
) -> None:
    title = "".join(imprint.title.split())
    has_title = any("".join(piece.words.split()) == title for piece in chosen[:6])
    if title and not has_title:
        manuscript.line(imprint.title, BlockKind.TITLE, "标题")
    own = {id(piece) for piece in chosen}
    before = [p for p in found if id(p) not in own and len(p.words) < 200 and is_imprint(p.words)]
    for piece in before[:1]:
        manuscript.line(piece.words, BlockKind.FURNITURE, "发布信息")
    paragraph = 0
    for piece in chosen:
        if len(set(_RECORD.findall(piece.words))) > 2:
            manuscript.line(piece.words, BlockKind.FURNITURE, "页面信息")
        elif piece.grid is not None:
            set_sheet(manuscript, piece.grid)
        else:
            kind = _kind(piece, title)
            paragraph += kind is not BlockKind.FURNITURE
            place = f"正文第{paragraph}段" if paragraph else "页面信息"
            manuscript.line(piece.words, kind, place)


def _kind(piece: Piece, title: str) -> BlockKind:
    if title and "".join(piece.words.split()) == title:
        return BlockKind.TITLE
    is_short = len(piece.words) < _LONGEST_FURNITURE and "。" not in piece.words
    if is_short and (is_imprint(piece.words) or _FURNITURE.match(piece.words)):
        return BlockKind.FURNITURE
    return piece.kind


HTML = Format("网页", _recognises, _read)
