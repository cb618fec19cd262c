"""The interface for other programs: the same queries, filters and actions as the pages.

It decides nothing of its own: a token opens what its owner may do and its scopes name.
"""
