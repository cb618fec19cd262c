"""The seal of a result: who changes a figure of it later is found out."""

import hashlib
import json
from collections.abc import Mapping

from yinfeng.web.desks.siting.models import RunResult


def seal_of(plan: Mapping[str, object], rules: str) -> str:
    """The SHA-256 of a plan and the version of its rules."""
    told = json.dumps([plan, rules], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def is_whole(result: RunResult) -> bool:
    """Whether the result is as it was sealed."""
    return seal_of(result.plan, result.rules) == result.seal
