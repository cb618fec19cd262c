"""What the house asks of the ledger: one rule a file, listed in RULES."""

from yinfeng.judgement.rule import Rule
from yinfeng.judgement.rules import (
    disputed_figure,
    first_talk_conflict,
    overdue_promise,
    quiet_lead,
    ripe_lead_without_leader,
)

RULES: tuple[Rule, ...] = (
    ripe_lead_without_leader.RULE,
    quiet_lead.RULE,
    first_talk_conflict.RULE,
    disputed_figure.RULE,
    overdue_promise.RULE,
)
