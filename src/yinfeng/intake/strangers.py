"""Files that are known but not read: old Word, slides, other archives, sound, pictures of CAD.

Each is refused with what a clerk can do about it. Old Word files are read when LibreOffice is
installed, by turning them into .docx first.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from yinfeng.intake.docx import DOCX
from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.office import parts_of
from yinfeng.intake.ole import holds, is_ole

_PATIENCE = 120


class _Stranger(NamedTuple):
    """What a foreign file begins with, the code of the refusal, and what a clerk is told."""

    signature: bytes
    code: str
    says: str


_ARCHIVE = "这种压缩格式不能直接读取。请解压后导入，或重新打包成 zip。"
_MEDIA = "这是音频或视频文件，不含可读的文字。请导入整理好的文字稿。"
_STRANGERS = (
    _Stranger(b"Rar!\x1a\x07", "unsupported", _ARCHIVE),
    _Stranger(b"7z\xbc\xaf\x27\x1c", "unsupported", _ARCHIVE),
    _Stranger(b"\x1f\x8b", "unsupported", _ARCHIVE),
    _Stranger(b"BZh", "unsupported", _ARCHIVE),
    _Stranger(b"\xfd7zXZ\0", "unsupported", _ARCHIVE),
    _Stranger(b"{\\rtf", "unsupported", "这是 RTF 文件。请用 Word 或 WPS 另存为 docx 再导入。"),
    _Stranger(b"ID3", "unsupported", _MEDIA),
    _Stranger(b"OggS", "unsupported", _MEDIA),
    _Stranger(b"\x00\x00\x00\x18ftyp", "unsupported", _MEDIA),
    _Stranger(b"\x00\x00\x00\x1cftyp", "unsupported", _MEDIA),
    _Stranger(b"\x00\x00\x00\x20ftyp", "unsupported", _MEDIA),
    _Stranger(b"AC10", "unsupported", "这是 CAD 图纸，不含可读的文字。请导入说明文字。"),
    _Stranger(b"MZ", "unsupported", "这是程序文件，不是文档，没有读取。请核实来源。"),
    _Stranger(b"\x7fELF", "unsupported", "这是程序文件，不是文档，没有读取。请核实来源。"),
)
_LOCKED = "文件设了密码，无法读取。请取消密码后另存一份再导入。"
_OLD_WORD = "这是旧版 Word 或 WPS 文字文件。请用 Word 或 WPS 另存为 docx 再导入。"
_OLD_SLIDES = "这是演示文稿。请把文字内容另存为 Word 或 PDF 再导入。"
_OLD_LETTER = "这是 Outlook 邮件。请在邮箱里另存为 eml 再导入。"
_OLD = "这是旧版 Office 文件。请用 Word、Excel 或 WPS 另存为 docx、xlsx 再导入。"


_PACKAGES = {
    "ppt/presentation.xml": _OLD_SLIDES,
    "OFD.xml": "这是 OFD 版式文件。请用阅读器另存为 PDF 或 Word 再导入。",
    "META-INF/manifest.xml": "这是 OpenDocument 文件。请另存为 docx 或 xlsx 再导入。",
    "META-INF/container.xml": "这是电子书。请把文字内容另存为 Word 或文本再导入。",
    "AndroidManifest.xml": "这是程序文件，不是文档，没有读取。请核实来源。",
    "META-INF/MANIFEST.MF": "这是程序文件，不是文档，没有读取。请核实来源。",
}


def _recognises(data: bytes, _origin: Origin) -> bool:
    known = is_ole(data) or any(data.startswith(one.signature) for one in _STRANGERS)
    return known or not parts_of(data).isdisjoint(_PACKAGES)


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    for part in parts_of(data).intersection(_PACKAGES):
        raise Unreadable("unsupported", _PACKAGES[part])
    for stranger in _STRANGERS:
        if data.startswith(stranger.signature):
            raise Unreadable(stranger.code, stranger.says)
    if holds(data, "EncryptedPackage", "EncryptionInfo"):
        raise Unreadable("encrypted", _LOCKED)
    if holds(data, "WordDocument"):
        yield from DOCX.read(_as_docx(data), origin)
        return
    if holds(data, "PowerPoint Document"):
        raise Unreadable("unsupported", _OLD_SLIDES)
    if holds(data, "__properties_version1.0"):
        raise Unreadable("unsupported", _OLD_LETTER)
    raise Unreadable("unsupported", _OLD)


def _as_docx(data: bytes) -> bytes:
    """The .docx that LibreOffice makes of an old Word file, where it is installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise Unreadable("unsupported", _OLD_WORD)
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "document.doc"), Path(folder, "document.docx")
        old.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        # Naming the filter keeps LibreOffice from reading a broken file as plain text.
        command = [office, profile, "--headless", "--infilter=MS Word 97", "--convert-to", "docx"]
        command += ["--outdir", folder]
        try:
            subprocess.run(  # noqa: S603
                [*command, str(old)], check=True, capture_output=True, timeout=_PATIENCE
            )
            return new.read_bytes()
        except (OSError, subprocess.SubprocessError) as failure:
            raise Unreadable("unsupported", _OLD_WORD) from failure


STRANGERS = Format("不直接读取的文件", _recognises, _read)
