"""A list of figures that goes with a list of names: `甲、乙分别增长5%和6%左右` says 5 % of 甲 and 6 % of 乙.

Names share what only one of them says in full (`城镇、农村居民收入`, `单位产值水耗、能耗`); 城乡 names two.
Where names and figures do not go up, no name gets a figure: the first one would be wrong of all but one.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from compare.undertakings.indicators import Indicator, Named, indicators_in

if TYPE_CHECKING:
    from compare.undertakings.statements import Statement

_RESPECTIVELY = re.compile(r"^(?P<names>.+?)(?:要|将|均)?分别(?P<verb>.*)$")
_BETWEEN = re.compile(r"、|以及|[和与及]")
_BOTH = ("城乡", ("城镇", "农村"))
_FEWEST = 2


def dealt_out(statements: Sequence["Statement"]) -> tuple["Statement", ...]:
    """Give each figure of a list the name that it goes with.

    Args:
        statements: those of one clause, in order.

    Returns:
        The same in the same order, but of such lists: their statements have the words, names and qualifier
        that are theirs, and there are none where names and figures do not go up.
    """
    dealt: list[Statement] = []
    rest = list(statements)
    while rest:
        run = _run(rest)
        said = _RESPECTIVELY.match(run[0].words) if len(run) >= _FEWEST else None
        dealt += _dealt(run, said["names"], said["verb"]) if said else run[:1]
        rest = rest[len(run) if said else 1 :]
    return tuple(dealt)


def _run(statements: Sequence["Statement"]) -> Sequence["Statement"]:
    """The first statement, and those behind it that have nothing but a figure of the same measure."""
    first, *others = statements
    dimension = first.amount.dimension
    return [first, *takewhile(lambda each: not each.words and each.amount.dimension == dimension, others)]


def _dealt(run: Sequence["Statement"], names: str, verb: str) -> list["Statement"]:
    first, last = run[0], run[-1]
    subjects = _subjects(names, len(run))
    if subjects is None:
        return []
    # 不低于 before the first figure and 左右 behind the last one hold for all
    before = first.qualifier if first.qualifier and first.words.endswith(first.qualifier) else None
    shared = last.qualifier or before
    return [
        replace(
            each,
            start=first.start,
            words=subject + verb,
            names=indicators_in(subject)[-1:],
            qualifier=each.qualifier or shared,
            is_change=first.is_change,
        )
        for each, subject in zip(run, subjects, strict=True)
    ]


def _subjects(names: str, count: int) -> list[str] | None:
    """As many names as there are figures, each in full, or None."""
    items = [item for item in _BETWEEN.split(names) if item]
    word, both = _BOTH
    if len(items) == 1 and count == len(both) and word in names:
        return [names.replace(word, each) for each in both]
    if len(items) != count:
        return None
    return [_completed(item, items[0], items[-1]) for item in items]


def _completed(item: str, first: str, last: str) -> str:
    """A name with what it shares with the last one (居民收入) or the first one (单位产值)."""
    if indicators_in(item):
        return item
    others = {_indicator(first), _indicator(last)}
    longer = (
        *(item + last[place:] for place in range(1, len(last))),
        *(first[:place] + item for place in range(len(first) - 1, 0, -1)),
    )
    for candidate in longer:
        (found, *_) = indicators_in(candidate) or (None,)
        if found and _is_whole(found, candidate) and found.indicator not in others:
            return candidate
    return item


def _indicator(text: str) -> Indicator | None:
    found = indicators_in(text)
    return found[-1].indicator if found else None


def _is_whole(found: Named, text: str) -> bool:
    return found.start == 0 and found.end == len(text)
