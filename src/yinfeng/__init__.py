"""Yinfeng 引凤: the working ledger of a town or zone that brings enterprises in and keeps them."""

__version__ = "0.1.0"
