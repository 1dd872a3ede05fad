"""What a text says more than once: how often stretches stand in it, and which new ones recur."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from compare.codes import code_points, grams

SHORTEST_RECURRING, LONGEST_RECURRING = 4, 16
NOT_IN_NAMES = frozenset("，。；：！？!?;:,…（）()\n")

_TRIPLE = 3

Windows = dict[str, list[int]]  # shortest new stretches that stand more than once, and where


def recurring_windows(form: str, known: NDArray[np.int64]) -> Windows:
    """The shortest stretches that a text has more than once and its reference never, and where they begin.

    Args:
        form: the text.
        known: `novelty.longest_known` of the text in the reference.
    """
    breaks = np.isin(code_points(form), code_points("".join(sorted(NOT_IN_NAMES))))
    # where three characters stand once, nothing longer stands twice
    starts = np.flatnonzero(_triple_counts(form) > 1)
    ends = np.append(np.flatnonzero(breaks), len(form))
    room = ends[np.searchsorted(ends, starts)] - starts
    lengths = np.maximum(known[starts] + 1, SHORTEST_RECURRING)
    fits = (lengths <= LONGEST_RECURRING) & (lengths <= room)
    places: Windows = defaultdict(list)
    for start, length in zip(starts[fits].tolist(), lengths[fits].tolist(), strict=True):
        places[form[start : start + length]].append(start)
    return {window: where for window, where in places.items() if len(where) > 1}


def echoes(windows: Windows, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """For each of some stretches how often its most repeated new part stands in the text, once at least.

    Args:
        windows: the recurring windows of the text.
        starts: where the stretches begin.
        ends: where they end.
    """
    if not starts:
        return []
    counts = np.ones(max(ends) + 1, dtype=np.int64)
    for places in windows.values():
        counts[[place for place in places if place < len(counts)]] = len(places)
    begin = np.array(starts)
    past = np.array(ends) - SHORTEST_RECURRING + 1  # behind the last window that a stretch has room for
    highest = np.maximum.reduceat(counts, np.ravel((begin, np.maximum(past, begin + 1)), order="F"))[::2]
    heard: list[int] = np.where(past > begin, highest, 1).tolist()
    return heard


def count_uses(form: str, start: int, end: int) -> int:
    """How often a stretch of a text stands in the text, once at least."""
    inside = _triples(form)[start : end - _TRIPLE + 1]
    if inside and min(inside) == 1:
        return 1  # as most do; to count is to read the whole text
    return form.count(form[start:end])


@lru_cache(maxsize=4)  # asked for each stretch, and for each text that a report is measured against
def _triples(form: str) -> tuple[int, ...]:
    return tuple(_triple_counts(form).tolist())


@lru_cache(maxsize=4)
def _triple_counts(form: str) -> NDArray[np.int64]:
    """For each position of a text how often the three characters there stand in it; 0 at its end."""
    triples = grams(code_points(form), _TRIPLE)
    _, numbers, counts = np.unique(triples, return_inverse=True, return_counts=True)
    return np.concatenate((counts[numbers], np.zeros(len(form) - len(triples), dtype=np.int64)))
