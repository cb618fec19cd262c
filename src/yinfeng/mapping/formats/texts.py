"""The words of a text file: UTF-8, or GB18030 as older programs of surveyors write them."""

from yinfeng.mapping.figures import Unreadable


def decoded(content: bytes) -> str:
    """The text of a file."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文字的编码认不出来，请另存为“CSV UTF-8”或xlsx。")
