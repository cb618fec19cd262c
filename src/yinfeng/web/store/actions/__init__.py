"""What is done to documents: received, read and kept, read again, decided on."""

from yinfeng.web.store.actions.deciding import accept_all, decide, decide_identity
from yinfeng.web.store.actions.receiving import Arrived, receive
from yinfeng.web.store.actions.taking_in import ENGINE, Reader, Receipt, read_again, take_in

__all__ = [
    "ENGINE",
    "Arrived",
    "Reader",
    "Receipt",
    "accept_all",
    "decide",
    "decide_identity",
    "read_again",
    "receive",
    "take_in",
]
