"""Papers that may not be here: 绝密, 机密 or 秘密 with its star, after 密级 or on a line on top.

The word alone inside a sentence (商业秘密, 保守国家秘密) is no mark.
"""

import re

_TOP = 1500
_DEGREE = r"(?:绝\s*密|机\s*密|秘\s*密)"
_MARK = re.compile(
    rf"{_DEGREE}\s*[★☆]"
    rf"|密\s*级\s*[:：]\s*{_DEGREE}"
    rf"|[【〔\[［(（]\s*{_DEGREE}(?:件|级)?\s*[】〕\]］)）]"
    rf"|^(?:[^\n，。；、]{{0,20}}[ \t　])?[ \t　]*(?<!商业[ 　]){_DEGREE}(?:件|级)?"
    r"[ \t　]*(?:保\s*密\s*期\s*限[^\n]*|\d{1,2}\s*年|长期)?[ \t　]*$",
    re.MULTILINE,
)
REFUSAL = (
    "这份材料带有密级标志，没有保存。涉密材料不得进入本系统：请立即从这台电脑上移除，"
    "并按保密规定处理。确系误判的，去掉标志后再导入。"
)


def is_marked(text: str) -> bool:
    """Whether the head of a paper carries the mark of a state secret."""
    return bool(_MARK.search(text[:_TOP]))
