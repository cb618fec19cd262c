"""What happens by itself: drafts are screened by new rules, terms of duties become days."""

from datetime import time

from django.utils import timezone

from yinfeng.web.desks.agreements.actions import screen_again, settle_terms
from yinfeng.web.desks.agreements.models import Agreement, Draft
from yinfeng.web.desks.agreements.standing import is_stale, latest_draft, latest_screening
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def again(run: Run) -> str:
    """Screen the latest draft of every unsigned agreement whose rules have changed."""
    today = timezone.localdate()
    stale: list[Draft] = []
    drafts = Agreement.objects.standing().filter(state=Agreement.State.DRAFT)
    for agreement in drafts.select_related("unit").order_by("pk"):
        draft = latest_draft(agreement)
        screening = latest_screening(draft) if draft else None
        if draft and screening and is_stale(draft, screening, today):
            stale.append(draft)
    for done, draft in enumerate(stale, 1):
        with run.hold():
            screen_again(draft, by=None, today=today)
        run.tell(done, len(stale))
    return f"{len(stale)}份草案按新规则重新审查"


def terms(run: Run) -> str:
    """Give terms that ran from an event their day, once it has happened."""
    with run.hold():
        settled = settle_terms(timezone.localdate())
    return f"{settled}项义务的期限已经确定或更新"


JOBS = (
    Job("agreements.screen", "规则变化后重新审查协议草案", again, Daily(time(5, 40))),
    Job("agreements.terms", "起算事件发生后确定义务期限", terms, Daily(time(5, 50))),
)
