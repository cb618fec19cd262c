"""What is done at the door and by administrators: each an action with its right and event."""

from yinfeng.web.shell.actions.accounts import (
    add_user,
    close_account,
    end_post,
    give_post,
    reopen_account,
    reset_password,
)
from yinfeng.web.shell.actions.door import (
    begin_factor,
    change_password,
    confirm_factor,
    drop_factor,
    end_factor,
    note_outside,
    note_sign_in,
    note_sign_out,
    passes_factor,
    renew_recovery_codes,
    tie,
    untie,
)
from yinfeng.web.shell.actions.founding import Body, found_house
from yinfeng.web.shell.actions.private import reveal, reveal_many
from yinfeng.web.shell.actions.tokens import end_token, issue_token, note_use, token_of
from yinfeng.web.shell.actions.tree import (
    add_alias,
    add_unit,
    end_alias,
    give_code,
    move_unit,
    rename_unit,
)

__all__ = [
    "Body",
    "add_alias",
    "add_unit",
    "add_user",
    "begin_factor",
    "change_password",
    "close_account",
    "confirm_factor",
    "drop_factor",
    "end_alias",
    "end_factor",
    "end_post",
    "end_token",
    "found_house",
    "give_code",
    "give_post",
    "issue_token",
    "move_unit",
    "note_outside",
    "note_sign_in",
    "note_sign_out",
    "note_use",
    "passes_factor",
    "rename_unit",
    "renew_recovery_codes",
    "reopen_account",
    "reset_password",
    "reveal",
    "reveal_many",
    "tie",
    "token_of",
    "untie",
]
