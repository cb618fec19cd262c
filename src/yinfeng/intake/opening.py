"""Bytes → documents: the first format that recognises a file reads it; packed files are opened too.

Whatever goes wrong with a file ends in one `Problem` with a sentence for a clerk.
"""

import hashlib
import re
from collections.abc import Iterator

from yinfeng.intake import FORMATS
from yinfeng.intake.format import Enclosed, Found, Origin, Unreadable
from yinfeng.intake.limits import MAX_FILE, MAX_NESTING, Allowance
from yinfeng.values import Document, Problem

_ENDING = re.compile(r"(?<=.)\.(?P<ending>[A-Za-z][A-Za-z0-9]{0,9}|7z)\Z", re.DOTALL)


def documents_of(data: bytes, name: str, path: str = "") -> Iterator[Document | Problem]:
    """What the bytes of the file *name* hold: documents, and a problem for what is unreadable."""
    yield from _opened(Enclosed(name, path, data), Allowance(), 0)


def origin_of(name: str, path: str, sha256: str = "") -> Origin:
    """The origin of a file called *name*: its ending, if it has one, taken off."""
    name = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    found = _ENDING.search(name)
    if not found:
        return Origin(name, "", path or name, sha256)
    return Origin(name[: found.start()], found["ending"].lower(), path or name, sha256)


def _opened(file: Enclosed, allowance: Allowance, depth: int) -> Iterator[Document | Problem]:
    origin = origin_of(file.name, file.path, hashlib.sha256(file.data).hexdigest())
    for found in _found(file.data, origin, allowance):
        if not isinstance(found, Enclosed):
            yield found
        elif depth >= MAX_NESTING:
            inner = origin_of(found.name, found.path)
            yield inner.problem(
                "nesting", "压缩包套得太深，里面的这个文件没有读取。请解压后单独导入。"
            )
        else:
            yield from _opened(found, allowance, depth + 1)


def _found(data: bytes, origin: Origin, allowance: Allowance) -> Iterator[Found]:
    """What the file holds; no failure of a format, or of a library under it, escapes."""
    try:
        _refuse_size(data)
        chosen = next(one for one in FORMATS if one.recognises(data, origin))
        for found in chosen.read(data, origin):
            if isinstance(found, Enclosed):
                allowance.take_member()
                allowance.take(len(found.data))
            yield found
    except Unreadable as refusal:
        yield origin.problem(refusal.code, refusal.says)
    except RecursionError:
        yield origin.problem("nesting", "文件内部层次太深，疑似恶意文件，没有读取。")
    # Parsers of foreign formats fail in dozens of ways; one bad file must not stop the others.
    except Exception:
        yield origin.problem("damaged", "文件已损坏，无法读取。请用原软件打开另存一份再导入。")


def _refuse_size(data: bytes) -> None:
    if not data.strip(b"\0\t\n\r "):
        raise Unreadable("empty", "文件是空的。请确认上传或拷贝时没有出错。")
    if len(data) > MAX_FILE:
        raise Unreadable("too-large", "文件超过200MB，没有读取。请拆成几个文件再导入。")
