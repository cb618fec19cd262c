"""Names of governing bodies and places: counties before a town, a zone and its sub-district.

云泽县青禾镇 is 青禾镇 of 云泽; 青禾经济开发区(柳港街道) is one body with two names; 经开区 and
经济开发区 are one ending.
"""

import re

from yinfeng.identity.parts import Parts

_OFFICES = re.compile(
    r"(?:人民政府|政府|街道办事处|办事处|管理委员会|管委会|党工委|党委|村民委员会|村委会|居委会)$"
)
_SECOND_NAME = re.compile(r"\(([^()]{2,12})\)")
_BARE = r"(?:经济|高新|技术|产业|开发区|新区|园区|街道|镇|乡|村|社区|市|区|县)"
_ABOVE = re.compile(
    r"^(?:(?P<province>[^省市县区]{2,6})(?:省|自治区))?"
    r"(?:(?P<city>[^省市县区]{2,5})市)?"
    r"(?:(?P<county>[^省市县区]{1,5})(?:县|区|市))?"
    r"(?:(?P<town>[^镇乡道]{1,6})(?:街道|镇|乡))?"
    rf"(?=..)(?!{_BARE})(?P<own>.+)$"
)
_ZONES = (
    (re.compile(r"(?:经济技术开发区|经济开发区|经开区)$"), "经开区"),
    (re.compile(r"(?:高新技术产业开发区|高新技术开发区|高新产业开发区|高新区)$"), "高新区"),
)


def parts(name: str) -> Parts:
    """The parts of a place's name, given plain."""
    second = _SECOND_NAME.search(name)
    words = _SECOND_NAME.sub("", name)
    words = _without_office(words)
    match = _ABOVE.match(words)
    own = match["own"] if match else words
    above = (
        tuple(g for g in match.group("province", "city", "county", "town") if g) if match else ()
    )
    for pattern, short in _ZONES:
        own = pattern.sub(short, own)
    other = _without_office(second[1]) if second else ""
    return Parts(own, words, regions=above, other=other)


def _without_office(words: str) -> str:
    stem = _OFFICES.sub("", words)
    if words.endswith("街道办事处"):
        stem += "街道"
    elif words.endswith(("村民委员会", "村委会")):
        stem += "村"
    return stem if len(stem) >= 2 else words
