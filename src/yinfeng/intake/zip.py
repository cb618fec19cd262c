"""Zip: every file inside is opened in its turn; its name and its bytes are not trusted.

Windows packs Chinese names in GBK without saying so. A bomb is stopped while it unfolds, by what
has come out so far and not by what its directory claims.
"""

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from yinfeng.intake.encodings import decoded
from yinfeng.intake.format import Enclosed, Format, Found, Origin, Unreadable
from yinfeng.intake.limits import MAX_FILE, MAX_MEMBERS, MAX_RATIO, RATIO_FROM
from yinfeng.intake.office import TRUNCATED

_UTF8_NAME = 0x800
_LOCKED = 0x1
_PIECE = 1 << 20
_BOMB = "压缩包里的文件展开后异常地大，疑似恶意文件，没有读取。请核实来源。"


def _recognises(data: bytes, origin: Origin) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06")) or (
        origin.ending == "zip" and data.startswith(b"PK")
    )


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    try:
        archive = ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError) as failure:
        raise Unreadable("truncated", TRUNCATED) from failure
    members = [one for one in archive.infolist() if not one.is_dir()]
    named = sorted(((_name(one), at, one) for at, one in enumerate(members)), key=lambda m: m[:2])
    kept = [(name, one) for name, _, one in named if not _is_hidden(name)]
    for name, member in kept[: MAX_MEMBERS + 1]:
        path = f"{origin.path}/{name}"
        try:
            yield Enclosed(name, path, _bytes_of(archive, member))
        except Unreadable as refusal:
            yield origin.problem(refusal.code, f"压缩包里的“{name}”：{refusal.says}", path)
    if not kept:
        raise Unreadable("empty", "压缩包里没有文件。请确认打包时没有出错。")


def _bytes_of(archive: ZipFile, member: ZipInfo) -> bytes:
    if member.flag_bits & _LOCKED:
        raise Unreadable("encrypted", "设了密码，无法读取。请解压后去掉密码再导入。")
    try:
        with archive.open(member) as packed:
            pieces = []
            size = 0
            while piece := packed.read(_PIECE):
                pieces.append(piece)
                size += len(piece)
                ratio = size / max(1, member.compress_size)
                if size > MAX_FILE or (size > RATIO_FROM and ratio > MAX_RATIO):
                    raise Unreadable("bomb", _BOMB)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as failure:
        raise Unreadable("damaged", "已损坏，无法解压。请重新打包后再导入。") from failure
    return b"".join(pieces)


def _name(member: ZipInfo) -> str:
    """The name of a member as its packer meant it, without ways out of the archive."""
    name = member.filename
    if not member.flag_bits & _UTF8_NAME:
        try:
            name = decoded(name.encode("cp437")).text
        except (UnicodeEncodeError, Unreadable):
            name = member.filename
    steps = name.replace("\\", "/").split("/")
    return "/".join(step for step in steps if step not in ("", ".", "..")) or "无名文件"


def _is_hidden(name: str) -> bool:
    return any(
        step.startswith((".", "~$")) or step.lower() in ("__macosx", "thumbs.db", "desktop.ini")
        for step in name.split("/")
    )


ZIP = Format("压缩包", _recognises, _read)
