"""Papers that may not be here: 绝密, 机密 or 秘密 with its star, or as a line of its own on top.

The word alone inside a sentence (商业秘密, 保守国家秘密) is no mark.
"""

import re

_TOP = 1500
_MARK = re.compile(
    r"(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆]|^[ \t　]*(?:绝\s*密|机\s*密|秘\s*密)(?:件|级)?[ \t　]*$",
    re.MULTILINE,
)
REFUSAL = (
    "这份材料带有密级标志，没有保存。涉密材料不得进入本系统：请立即从这台电脑上移除，"
    "并按保密规定处理。确系误判的，去掉标志后再导入。"
)


def is_marked(text: str) -> bool:
    """Whether the head of a paper carries the mark of a state secret."""
    return bool(_MARK.search(text[:_TOP]))
