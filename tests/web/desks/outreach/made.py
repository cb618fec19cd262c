"""What the tests of outreach share: a trip and a reception as they are typed."""

import re
from datetime import date
from typing import Any

DAY = date(2026, 4, 13)
TRIP = {
    "purpose": "对接轴承项目",
    "since": "2026-04-13",
    "since_half": "0",
    "until": "2026-04-14",
    "until_half": "0",
    "place": "上海",
    "outside": "on",
}
RECEPTION = {
    "on": "2026-04-13",
    "group": "苏州恒锐精工机械有限公司",
    "heads": "5",
    "received": "chief",
    "purpose": "考察厂房",
    "met_name": "张建国",
    "met_title": "董事长",
    "met_phone": "13812345678",
}


def page_of(answer: Any) -> str:
    """The page as text."""
    return str(answer.content.decode())


def without_token(page: str) -> str:
    """The page without what differs from answer to answer."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)
