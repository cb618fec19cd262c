"""What is done to documents: received, read and kept, read again, added to, decided on."""

from yinfeng.web.store.actions.adding import Added, add_fact, add_field
from yinfeng.web.store.actions.deciding import accept_all, decide, decide_identity
from yinfeng.web.store.actions.receiving import Arrived, receive
from yinfeng.web.store.actions.taking_in import ENGINE, Reader, Receipt, read_again, take_in

__all__ = [
    "ENGINE",
    "Added",
    "Arrived",
    "Reader",
    "Receipt",
    "accept_all",
    "add_fact",
    "add_field",
    "decide",
    "decide_identity",
    "read_again",
    "receive",
    "take_in",
]
