"""Notices: told in the transaction that causes them, read in the workspace, sent as digests."""
