"""What a form says of a lead, as a signed text and as figures with their places in it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from yinfeng.values import Span
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.leads.clashes import namings, pieces, split
from yinfeng.web.desks.leads.kinds import MATURITIES, says_of
from yinfeng.web.desks.leads.models import Lead, LeadName, Statement, Telling
from yinfeng.web.desks.leads.sheets import Sheet, sheet
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rows import insert_plain
from yinfeng.web.store.values import to_json

FIELDS = {
    "name": "线索名称",
    "source": "线索来源",
    "investors": "投资方",
    "content": "项目内容",
    "amount": "投资额",
    "land": "用地需求",
    "maturity": "成熟度",
    "reporter": "报送人",
}
# What a field of the form is called where the engine knows it.
TOLD_AS = {"content": "product", "amount": "investment", "maturity": "stage", "land": "land_need"}


def signed(
    lead: Lead, kind: str, words: Mapping[str, str], *, by: User, why: str = ""
) -> Statement:
    """The form as a statement of the person, with what it says of each field."""
    statement, tellings = form_of(lead, kind, words, by=by, why=why)
    statement.save(force_insert=True)
    Telling.objects.bulk_create(tellings)
    return statement


def form_of(
    lead: Lead, kind: str, words: Mapping[str, str], *, by: User, why: str = ""
) -> tuple[Statement, list[Telling]]:
    """The form and what it says of each field, not yet written."""
    lines = [(name, FIELDS[name], _words(name, says)) for name, says in words.items()]
    form = sheet(says_of(kind), lines)
    statement = Statement(
        lead=lead, kind=kind, text=form.text, places=form.places, by=by, why=why.strip()
    )
    rows = [one for name, says in words.items() if says for one in _tellings(name, says, form)]
    tellings = [
        Telling(lead=lead, statement=statement, field=field, value=value, start=s, end=e, quote=q)
        for field, value, (s, e, q) in rows
    ]
    return statement, tellings


def columns(words: Mapping[str, str]) -> dict[str, Any]:
    """What the lead keeps of these fields, each checked."""
    found: dict[str, Any] = {}
    for name, says in words.items():
        found |= _columns(name, says.strip())
    return found


def _columns(name: str, says: str) -> dict[str, Any]:
    if name == "amount":
        return {"amount": says, "yuan": figures.yuan(figures.amount(says)) if says else None}
    if name == "land":
        found = figures.area(says)
        return {"land": says, "mu": figures.mu(found[2]) if found else None}
    if name == "maturity" and says and says not in MATURITIES:
        raise Refused(f"成熟度请选择其中之一：{'、'.join(MATURITIES.values())}。")
    if name in ("name", "investors", "source", "reporter") and not says:
        raise Refused(f"请填写{FIELDS[name]}。")
    return {name: "、".join(split(says)) if name == "investors" else says}


def _words(name: str, says: str) -> str:
    return MATURITIES.get(says, says) if name == "maturity" else says.strip()


def _tellings(name: str, says: str, form: Sheet) -> Iterator[tuple[str, Any, tuple[int, int, str]]]:
    """The field as it is told, with its words in the form."""
    where = form.evidence(name)
    yield TOLD_AS.get(name, name), _value(name, says.strip()), (where.start, where.end, where.quote)
    if name == "land" and (found := figures.area(says.strip())):
        field, span, quantity = found
        yield field, to_json(quantity), _inside(where.start, span, where.quote)


def _value(name: str, says: str) -> Any:
    if name == "amount":
        return to_json(figures.amount(says))
    return split(says) if name == "investors" else says


def _inside(start: int, span: Span, quote: str) -> tuple[int, int, str]:
    return start + span.start, start + span.end, quote[span.start : span.end]


def day_in(first: date | None, day: date, today: date) -> None:
    """Refuse a day that has not come, or that lies before there was anything to tell."""
    if day > today:
        raise Refused(f"进展要在发生之后登记，{day}还没有到。打算做的事请写在“下一步”里。")
    if first is not None and day < first:
        raise Refused(f"日期{day}太早，请核对。")


def name_anew(lead: Lead) -> None:
    """Let the lead be found under the names that it has now."""
    LeadName.objects.filter(lead=lead).delete()
    insert_plain(
        LeadName, ("lead", "kind", "gram"), ((lead.pk, *piece) for piece in pieces_of(lead))
    )


def pieces_of(lead: Lead) -> list[tuple[str, str]]:
    """The pieces of its names, each with the kind of what is named."""
    return sorted(pieces(namings(lead.name, lead.investors, lead.unit.name)))
