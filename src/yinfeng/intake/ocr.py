"""Words in pictures, through the `ocr` extra: RapidOCR with the models that its package carries.

Nothing is downloaded: without its models in place the reader counts as not installed.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from yinfeng.intake.format import Unreadable
from yinfeng.intake.reading_order import Run

if TYPE_CHECKING:
    from PIL.Image import Image

NOTE = "文字由图片识别得来，可能有错，请对照原件核对"
MISSING = (
    "这是图片或扫描件，没有文字层。请安装文字识别组件（pip install 'yinfeng[ocr]'）后重新导入，"
    "或改传 Word、带文字的 PDF。"
)


def is_installed() -> bool:
    """Whether pictures can be read on this machine."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def runs_in(image: "Image") -> Sequence[Run]:
    """The words in a picture with their places."""
    if not is_installed():
        raise Unreadable("needs-ocr", MISSING)
    return _engine()(image)


@cache
def _engine() -> "Callable[[Image], Sequence[Run]]":
    import numpy
    import rapidocr
    from rapidocr.utils.output import RapidOCROutput

    if not list(Path(rapidocr.__file__).parent.glob("models/*rec*.onnx")):
        raise Unreadable("needs-ocr", MISSING)
    engine = rapidocr.RapidOCR(params={"Global.log_level": "critical"})

    def runs(image: "Image") -> Sequence[Run]:
        found = engine(numpy.asarray(image.convert("RGB"))[:, :, ::-1])
        if not isinstance(found, RapidOCROutput) or found.boxes is None or found.txts is None:
            return ()
        return tuple(
            Run(
                float(min(x for x, _ in box)),
                float(min(y for _, y in box)),
                float(max(x for x, _ in box)),
                float(max(y for _, y in box)),
                str(words),
            )
            for box, words in zip(found.boxes, found.txts, strict=True)
        )

    return runs
