"""What may happen to a lead, and what follows: the stage it tells, the clocks it stops.

A telephone call is an event, but no progress: it keeps a lead awake and carries no claim on.
"""

from typing import NamedTuple


class Kind(NamedTuple):
    """One sort of dated event."""

    key: str
    says: str
    engagement: str = ""
    stage: str = ""
    stops: tuple[str, ...] = ()
    is_progress: bool = False


KINDS = (
    Kind("contact", "专人对接", stage="lead", stops=("first_contact",)),
    Kind("visit_out", "外出拜访", "visit_out", stops=("first_contact",), is_progress=True),
    Kind("visit_in", "来访考察", "visit_in", stops=("first_contact",), is_progress=True),
    Kind("talk", "洽谈", "meeting", "negotiating", ("first_contact",)),
    Kind("screening", "完成初审", stops=("screening",)),
    Kind("reply", "答复投资方或推荐人", stops=("answer",)),
    Kind("terms", "交换协议条款", "meeting", "finalising", ("first_contact",), True),
    Kind("review", "会商评审", "meeting", is_progress=True),
    Kind("other", "其他进展"),
)
_KINDS = {kind.key: kind for kind in KINDS}
REGISTER, ADOPT, FIGURE = "register", "adopt", "figure"
FORMS = {REGISTER: "登记", ADOPT: "从资料采用", FIGURE: "更正"}
MATURITIES = {
    "lead": "有意向",
    "visited": "已考察",
    "negotiating": "正在洽谈",
    "finalising": "商谈最终协议条款",
}


def kind_of(key: str) -> Kind | None:
    """The sort of event called *key*; nothing for a form."""
    return _KINDS.get(key)


def says_of(key: str) -> str:
    """What a statement of any sort is called."""
    kind = _KINDS.get(key)
    return kind.says if kind else FORMS[key]


def progress_keys() -> list[str]:
    """The events that are real progress."""
    return [kind.key for kind in KINDS if kind.is_progress]
