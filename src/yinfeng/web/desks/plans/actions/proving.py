"""What shows that a milestone is done, or how far it is: a paper of the library, or a file."""

from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.web.desks.plans.models import Milestone, Proof
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault
from yinfeng.web.store.models import Document

File = tuple[str, bytes]
MOST_BYTES = 30 * 1024 * 1024
_LONGEST = 255


@transaction.atomic
def prove(
    milestone: Milestone,
    *,
    by: User,
    today: date,
    version: int,
    says: str = "",
    document: Document | None = None,
    file: File | None = None,
) -> Proof:
    """Lay one more piece of evidence beside a milestone, before or after it is done."""
    require(by, "plans.mark", milestone.unit)
    row = keeping.held(milestone, version=version)
    made = shown(row, by=by, today=today, says=says, document=document, file=file)
    if not made:
        raise Refused("请选一份资料，或上传文件。")
    record(
        by, "plans.mark", row, unit=row.unit, project=row.project_id,
        proofs=[str(one) for one in made],
    )  # fmt: skip
    return made[0]


def shown(
    row: Milestone,
    *,
    by: User,
    today: date,
    says: str,
    document: Document | None,
    file: File | None,
) -> list[Proof]:
    """The paper and the file kept beside a milestone, in the caller's transaction."""
    told: dict[str, Any] = {"milestone": row, "says": says.strip(), "day": today, "by": by}
    made: list[Proof] = []
    if document is not None:
        if document.unit_id != row.unit_id:
            raise Refused("只能用本单位的资料作佐证。")
        made.append(Proof.objects.create(document=document, **told))
    if file is not None:
        name, content = file
        if not content:
            raise Refused(f"“{name}”是空文件。")
        if len(content) > MOST_BYTES:
            raise Refused(f"“{name}”超过{MOST_BYTES // 1024 // 1024}MB，请压缩后再传。")
        kept = vault.put(content)
        made.append(Proof.objects.create(name=name[-_LONGEST:], sha256=kept, **told))
    return made
