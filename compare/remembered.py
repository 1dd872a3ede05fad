"""What one report alone decides, worked out once: a report stands in the pair before and in the pair after.

A corpus compares each report with the one before it and the one after it, and several rooms ask one report
for the same clauses. Reports are frozen, so what was found stays true as long as the object lives.
"""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from corpora.model import WorkReport

Found = TypeVar("Found")


def remembered(find: Callable[[WorkReport], Found]) -> Callable[[WorkReport], Found]:
    """Let a function of one report keep what it found until the report is gone.

    Reports are told apart by identity: to compare two of them costs more than what is saved. What is kept
    must not hold the report itself, or neither would ever go.

    Args:
        find: a pure function of a report; what it gives back must not be changed by anyone.
    """
    kept: dict[int, tuple[weakref.ref[WorkReport], Found]] = {}

    @wraps(find)
    def ask(report: WorkReport) -> Found:
        key = id(report)
        known = kept.get(key)
        if known is not None and known[0]() is report:
            return known[1]
        found = find(report)
        kept[key] = weakref.ref(report, lambda _: kept.pop(key, None)), found
        return found

    return ask
