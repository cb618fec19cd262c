"""Plain text: the decoded bytes are the source, line breaks and all."""

from collections.abc import Iterator

from yinfeng.intake.encodings import decoded
from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.limits import MAX_TEXT
from yinfeng.values import Document


def words_of(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text of *data*, its encoding and remarks; too much or none of it is unreadable."""
    if len(data) > MAX_TEXT:
        raise Unreadable("too-large", "文本超过20MB，没有读取。请拆成几个文件再导入。")
    text, encoding, notes = decoded(data)
    if not text or text.isspace():
        raise Unreadable("empty", "文件里没有文字。请确认内容没有丢失。")
    return text, encoding, notes


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    text, encoding, notes = words_of(data)
    yield Document(origin.name, text, origin.sha256, origin.path, encoding=encoding, notes=notes)


def _recognises(_data: bytes, _origin: Origin) -> bool:
    return True


PLAIN = Format("文本", _recognises, _read)
