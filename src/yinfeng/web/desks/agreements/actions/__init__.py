"""What is done with reviews and agreements: each an action with its right, lock and event."""

from yinfeng.web.desks.agreements.actions.drafting import (
    answer,
    draft,
    hand_in_draft,
    redraft,
    screen_again,
)
from yinfeng.web.desks.agreements.actions.happening import put_down
from yinfeng.web.desks.agreements.actions.promising import settle_terms, take_promises
from yinfeng.web.desks.agreements.actions.reviewing import (
    call_member,
    call_off,
    check_veto,
    conclude,
    declare,
    hand_in,
    open_review,
    remove_review,
    score,
)
from yinfeng.web.desks.agreements.actions.ruling import set_rules
from yinfeng.web.desks.agreements.actions.signing import (
    check_promise,
    end,
    promise,
    remove,
    review_fairness,
    sign,
    withdraw_promise,
)

__all__ = [
    "answer",
    "call_member",
    "call_off",
    "check_promise",
    "check_veto",
    "conclude",
    "declare",
    "draft",
    "end",
    "hand_in",
    "hand_in_draft",
    "open_review",
    "promise",
    "put_down",
    "redraft",
    "remove",
    "remove_review",
    "review_fairness",
    "score",
    "screen_again",
    "set_rules",
    "settle_terms",
    "sign",
    "take_promises",
    "withdraw_promise",
]
