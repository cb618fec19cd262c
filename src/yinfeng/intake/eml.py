"""Letters: subject, day, sender and words of an .eml; what is attached is opened in its turn.

Pictures that only dress the letter (a logo in the signature) are passed over.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from yinfeng.intake.encodings import decoded
from yinfeng.intake.format import Enclosed, Format, Found, Origin, Unreadable
from yinfeng.intake.html import set_page
from yinfeng.intake.manuscript import Manuscript
from yinfeng.values import BlockKind, Document

if TYPE_CHECKING:
    from email.message import MIMEPart

_FIELD = re.compile(
    rb"(?m)^(from|to|subject|date|mime-version|received|message-id):", re.IGNORECASE
)
_FIRST_FIELD = re.compile(rb"\A(?:From [^\n]{0,200}\n)?[A-Za-z][A-Za-z0-9-]{1,60}:")
_SAVED_PAGES = ("mht", "mhtml")
_ENDINGS = {"message/rfc822": ".eml", "text/html": ".html", "text/plain": ".txt"}


def _recognises(data: bytes, origin: Origin) -> bool:
    head = data[:8192].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].lstrip(b"\n\xef\xbb\xbf")
    fields = {one.lower() for one in _FIELD.findall(head)} if _FIRST_FIELD.match(head) else set()
    return len(fields) >= (1 if origin.ending in ("eml", *_SAVED_PAGES) else 3)


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    import email
    import email.policy

    letter = email.message_from_bytes(data.lstrip(b"\n\r"), policy=email.policy.default)
    bodies, attached = _sorted_parts(letter)
    if origin.ending in _SAVED_PAGES:
        yield _saved_page(bodies, origin)
        return
    manuscript = Manuscript()
    subject = _header(letter, data, "subject")
    manuscript.line(subject, BlockKind.TITLE, "主题")
    _set_body(manuscript, bodies)
    if manuscript.length or not attached:
        yield manuscript.document(
            origin,
            "message/rfc822",
            title=subject,
            published=_day(letter),
            publisher=_sender(letter, data),
        )
    for number, part in enumerate(attached, 1):
        name = _file_name(part, number)
        yield Enclosed(name, f"{origin.path}/{name}", _payload(part))


def _sorted_parts(letter: "MIMEPart") -> "tuple[list[MIMEPart], list[MIMEPart]]":
    """The parts that are the letter's own words, and those that are attached to it."""
    bodies: list[MIMEPart] = []
    attached: list[MIMEPart] = []
    waiting: list[MIMEPart] = [letter]
    while waiting:
        part = waiting.pop()
        kind = part.get_content_type()
        if part.is_multipart() and kind != "message/rfc822":
            waiting += reversed(list(part.iter_parts()))
        elif kind in ("text/plain", "text/html") and not _is_attached(part):
            bodies.append(part)
        elif part is letter or kind == "message/rfc822" or _is_attached(part):
            attached.append(part)
    return bodies, attached


def _is_attached(part: "MIMEPart") -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return bool(part.get_filename()) and part.get_content_maintype() != "image"


def _saved_page(bodies: "list[MIMEPart]", origin: Origin) -> Document:
    """The web page that a browser saved whole, in the form of a letter."""
    page = next((part for part in bodies if part.get_content_type() == "text/html"), None)
    manuscript = Manuscript()
    data = _payload(page) if page is not None else b""
    imprint = set_page(manuscript, decoded(data).text if data else "")
    return manuscript.document(
        origin,
        "text/html",
        title=imprint.title,
        published=imprint.published,
        publisher=imprint.publisher,
    )


def _set_body(manuscript: Manuscript, bodies: "list[MIMEPart]") -> None:
    """Set the words; of a letter told twice, the web page only where it has a table."""
    told = {"text/plain": "", "text/html": ""}
    for part in bodies:
        try:
            text = decoded(_payload(part), part.get_content_charset("")).text
        except Unreadable as refusal:
            manuscript.note(refusal.says)
            continue
        told[part.get_content_type()] += text + "\n"
    page, words = told["text/html"], told["text/plain"]
    if page.strip() and (not words.strip() or "<table" in page.lower()):
        set_page(manuscript, page, is_article=False)
        return
    for number, line in enumerate(filter(str.strip, words.splitlines()), 1):
        manuscript.line(line, place=f"正文第{number}段")


def _payload(part: "MIMEPart") -> bytes:
    if part.get_content_type() == "message/rfc822":
        return b"".join(inner.as_bytes() for inner in part.iter_parts())
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file_name(part: "MIMEPart", number: int) -> str:
    kind = part.get_content_type()
    given = " ".join((part.get_filename() or "").split())
    return given or f"附件{number}{_ENDINGS.get(kind, '')}"


def _header(letter: "MIMEPart", data: bytes, name: str) -> str:
    """The words of a header; one written in bare GBK, against the rules, is read by evidence."""
    words = " ".join(str(letter[name] or "").split())
    if "\ufffd" not in words and "�" not in words:
        return words
    raw = re.search(rb"(?im)^" + name.encode() + rb":[ \t]*([^\r\n]+)", data[:65536])
    try:
        return decoded(raw[1]).text.strip() if raw else words
    except Unreadable:
        return words


def _sender(letter: "MIMEPart", data: bytes) -> str:
    words = _header(letter, data, "from")
    name = re.sub(r"<[^<>]*>", "", words).strip(" \"'")
    return name or words.strip("<> ")


def _day(letter: "MIMEPart") -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(str(letter["date"])).date()
    except (TypeError, ValueError, IndexError):
        return None


EML = Format("邮件", _recognises, _read)
