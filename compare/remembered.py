"""What reports alone decide, worked out once: a report stands in the pair before and in the pair after.

A corpus compares each report with the one before it and the one after it, and several rooms ask one report
for the same clauses. Reports are frozen, so what was found stays true as long as the objects live.
"""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from corpora.model import WorkReport

Reports = ParamSpec("Reports")
Found = TypeVar("Found")


def remembered(find: Callable[Reports, Found]) -> Callable[Reports, Found]:
    """Let a function of one or more reports keep what it found until one of them is gone.

    Reports are told apart by identity: to compare two of them costs more than what is saved. What is kept
    must not hold a report itself, or it would never go.

    Args:
        find: a pure function of reports, given by place; what it gives back must not be changed by anyone.
    """
    kept: dict[tuple[int, ...], tuple[tuple[weakref.ref[WorkReport], ...], Found]] = {}

    @wraps(find)
    def ask(*reports: Reports.args, **named: Reports.kwargs) -> Found:
        key = tuple(map(id, reports))
        known = kept.get(key)
        if known is not None and all(ref() is each for ref, each in zip(known[0], reports, strict=True)):
            return known[1]
        found = find(*reports, **named)
        refs = tuple(weakref.ref(each, lambda _: kept.pop(key, None)) for each in reports)
        kept[key] = refs, found  # type: ignore[assignment]
        return found

    return ask
