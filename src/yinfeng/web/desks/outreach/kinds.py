"""The kinds of record on this desk, each with its form, its page and what belongs to it.

One definition serves all pages of a kind; the list of a kind stands in `listings.py`.
"""

from dataclasses import dataclass
from functools import cached_property

from yinfeng.web.desks.outreach.forms import KeptForm, TripForm, form_of
from yinfeng.web.desks.outreach.models import (
    Brought,
    Channel,
    Exchange,
    Kept,
    Leg,
    Member,
    Pairing,
    Partner,
    Reception,
    Signing,
    Talk,
    Task,
    Team,
    Traveller,
    Trip,
    Visit,
)

_MET = ("met_name", "met_title", "met_phone")
_COME = ("channel", "agent", "team", "lead")
_SPAN = ("since", "since_half", "until", "until_half")


@dataclass(frozen=True)
class Part:
    """What belongs to a record and is kept on its page: the stretches of a trip."""

    key: str
    model: type[Kept]
    of: str
    names: tuple[str, ...]
    asks: str

    @cached_property
    def form(self) -> type[KeptForm]:
        """The form of one."""
        return form_of(self.model, self.names, f"{self.key}_%s")

    @property
    def title(self) -> str:
        """What they are called."""
        return str(self.model._meta.verbose_name)


@dataclass(frozen=True)
class Kind:
    """A kind of record: its key in addresses, its fields, its parts."""

    key: str
    model: type[Kept]
    names: tuple[str, ...]
    about: str
    parts: tuple[Part, ...] = ()

    @cached_property
    def form(self) -> type[KeptForm]:
        """The form that changes one."""
        return form_of(self.model, self.names)

    @property
    def adding(self) -> type[KeptForm]:
        """The form of a new one."""
        return TripForm if self.model is Trip else self.form

    @property
    def title(self) -> str:
        """What they are called."""
        return str(self.model._meta.verbose_name)

    def part(self, key: str) -> Part | None:
        """The part of that key."""
        return next((part for part in self.parts if part.key == key), None)


KINDS = (
    Kind(
        "trips",
        Trip,
        ("purpose", *_SPAN, "channel", "agent", "team", "expense"),
        "先批准、后外出，回来三个工作日内报告；没有拜访企业的外出不计天数。",
        (
            Part("legs", Leg, "trip", ("place", "outside", *_SPAN), "去几处的，一处一段。"),
            Part(
                "travellers",
                Traveller,
                "trip",
                ("name", "title", "user", "leader", *_SPAN),
                "每人一行；中途加入或离开的写明日期。",
            ),
            Part(
                "visits",
                Visit,
                "trip",
                ("on", "firm", "code", *_MET, "topic", "result", "lead"),
                "每拜访一家企业登记一行，有线索的写上线索编号。",
            ),
        ),
    ),
    Kind(
        "receptions",
        Reception,
        (
            "on",
            "group",
            "code",
            "heads",
            "rank",
            "received",
            "hosts",
            *_MET,
            "place",
            "purpose",
            "outcome",
            "next_step",
            *_COME,
        ),
        "一个客商团组一天为一批次。",
    ),
    Kind(
        "talks",
        Talk,
        (
            "on",
            "project",
            "firm",
            "code",
            "ours",
            *_MET,
            "topic",
            "outcome",
            "next_step",
            "next_on",
            "trip",
            "reception",
            *_COME,
        ),
        "同一个项目谈多次，只计一个洽谈项目。",
    ),
    Kind(
        "signings",
        Signing,
        (
            "on",
            "kind",
            "paper",
            "project",
            "firm",
            "code",
            "amount",
            "start_by",
            "produce_by",
            "tax",
            "review",
            "note",
            *_COME,
        ),
        "有约束力、写明投资额的投资协议才计为签约项目。",
    ),
    Kind(
        "teams",
        Team,
        ("name", "kind", "place", "host", "focus", "since", "until"),
        "招商小组、驻点、联络站和招商公司，各有队员、任务和带来的线索。",
        (
            Part(
                "members",
                Member,
                "team",
                ("name", "title", "user", "full_time", "since", "until"),
                "队员和起止日期。",
            ),
            Part(
                "tasks", Task, "team", ("year", "measure", "target"), "完成数由记录算出，不用填报。"
            ),
        ),
    ),
    Kind(
        "channels",
        Channel,
        ("name", "kind", *_MET, "paper", "since", "until", "note"),
        "中介、商会、基金、展会等介绍客商的渠道；各种方式的成效见计数页。",
    ),
    Kind(
        "brought",
        Brought,
        ("lead", "on", "says", "channel", "agent", "team", "trip", "reception"),
        "每条线索由哪次外出、哪支队伍、哪个渠道带来，只记一次。",
    ),
    Kind(
        "partners",
        Partner,
        ("name", "kind", "place", *_MET, "note"),
        "结对地区、商协会、高校院所和签约合作的企业，以及与他们的合作关系和交流。",
        (
            Part(
                "pairings",
                Pairing,
                "partner",
                ("ours", "kind", "subject", "paper", "since", "until"),
                "与谁结对、凭什么文件、到哪天为止。",
            ),
            Part(
                "exchanges",
                Exchange,
                "partner",
                ("on", "way", "pairing", "heads", "topic", "outcome"),
                "来访、往访和线上交流。",
            ),
        ),
    ),
)


def kind_of(key: str) -> Kind | None:
    """The kind of that key."""
    return next((kind for kind in KINDS if kind.key == key), None)
