"""What speaks for or against two names being one thing: one reason a file, listed in REASONS."""

from yinfeng.identity.reasons import (
    branch,
    contained_name,
    county_prefix,
    declared_alias,
    likeness,
    one_body,
    other_form,
    other_phase,
    other_region,
    other_trade,
    other_trade_name,
    same_code,
    same_host,
    same_name,
    same_parts,
)
from yinfeng.identity.reasons.reason import Ground, Reason

REASONS: tuple[Reason, ...] = (
    same_code.REASON,
    same_name.REASON,
    declared_alias.REASON,
    same_parts.REASON,
    contained_name.REASON,
    one_body.REASON,
    county_prefix.REASON,
    likeness.REASON,
    same_host.REASON,
    other_trade_name.REASON,
    other_trade.REASON,
    other_region.REASON,
    branch.REASON,
    other_form.REASON,
    other_phase.REASON,
)

__all__ = ["REASONS", "Ground", "Reason"]
