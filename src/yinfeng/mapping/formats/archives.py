"""What a zip holds, unpacked with care: no bomb, only what is wanted, Chinese names too."""

import zipfile
import zlib
from io import BytesIO

from yinfeng.mapping.figures import Unreadable

_MOST_UNPACKED = 400 << 20
_MOST_FILES = 2000
_UTF8_FLAG = 0x800


def unpacked(content: bytes, endings: tuple[str, ...]) -> dict[str, bytes]:
    """The files of the zip with one of these endings, by name."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            wanted = [one for one in packed.infolist() if one.filename.lower().endswith(endings)]
            if len(wanted) > _MOST_FILES or sum(one.file_size for one in wanted) > _MOST_UNPACKED:
                raise Unreadable("压缩包解开后过大，请分成几个再导入。")
            return {_name(one): _bounded(packed, one) for one in wanted if not one.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise Unreadable("压缩包损坏，打不开，请重新压缩。") from None
    except RuntimeError:
        raise Unreadable("压缩包设了密码，请去掉密码再导入。") from None
    except NotImplementedError:
        raise Unreadable("压缩方式不常用，请用普通zip重新压缩。") from None


def _bounded(packed: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    with packed.open(one) as stream:
        content = stream.read(one.file_size + 1)
    if len(content) > one.file_size:
        raise Unreadable("压缩包里写的大小与实际不符，请重新压缩。")
    return content


def _name(one: zipfile.ZipInfo) -> str:
    """The name; old programs write it in GBK without saying so."""
    if one.flag_bits & _UTF8_FLAG:
        return one.filename
    try:
        return one.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return one.filename
