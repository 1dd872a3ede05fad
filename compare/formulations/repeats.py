"""What a text says more than once: how often stretches stand in it, and which new ones recur."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from compare.codes import BITS, code_points, grams

SHORTEST_RECURRING, LONGEST_RECURRING = 4, 16
NOT_IN_NAMES = frozenset("，。；：！？!?;:,…（）()\n")

_PAIR, _TRIPLE = 2, 3

Windows = dict[str, list[int]]  # shortest new stretches that stand more than once, and where


def recurring_windows(form: str, known: NDArray[np.int64]) -> Windows:
    """The shortest stretches that a text has more than once and its reference never, and where they begin.

    Args:
        form: the text.
        known: `novelty.longest_known` of the text in the reference.
    """
    breaks = np.isin(code_points(form), code_points("".join(sorted(NOT_IN_NAMES))))
    # where three characters stand once, nothing longer stands twice; four begin with three and end with three
    twice = np.append(_triple_counts(form) > 1, False)
    starts = np.flatnonzero(twice[:-1] & twice[1:])
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


def stands_once(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text surely stands in it once: most have three characters that do."""
    inside = _triples(text)[start : end - _TRIPLE + 1]
    return bool(inside) and min(inside) == 1


def starts_of(text: str, form: str) -> list[int]:
    """All places of a text at which a form begins, in order; they may overlap. An empty form has none."""
    if len(form) < _PAIR:
        return [start for start, character in enumerate(text) if character == form]
    pairs, starts = _sorted_pairs(text)
    first, last = _range_of(pairs, form[:_PAIR]), _range_of(pairs, form[-_PAIR:])
    if first[1] - first[0] <= last[1] - last[0]:
        return [start for start in starts[slice(*first)] if text.startswith(form, start)]
    shift = len(form) - _PAIR
    found = (start - shift for start in starts[slice(*last)] if start >= shift)
    return [start for start in found if text.startswith(form, start)]


def count_uses(text: str, form: str) -> int:
    """How often a form that is not empty stands in a text, none of it twice: `text.count(form)`."""
    count = reached = 0
    for start in starts_of(text, form):
        if start >= reached:
            count, reached = count + 1, start + len(form)
    return count


def _range_of(pairs: list[int], pair: str) -> tuple[int, int]:
    code = ord(pair[0]) << BITS | ord(pair[1])
    place = bisect_left(pairs, code)
    return place, bisect_right(pairs, code, place)


@lru_cache(maxsize=8)  # the two texts of a pair, asked for each stretch
def _sorted_pairs(text: str) -> tuple[list[int], list[int]]:
    """The pairs of characters of a text, sorted, and where each begins: quicker than to read it all."""
    pairs = grams(code_points(text), _PAIR)
    order = np.argsort(pairs, kind="stable")
    return pairs[order].tolist(), order.tolist()


@lru_cache(maxsize=8)  # as above
def _triples(text: str) -> list[int]:
    counts: list[int] = _triple_counts(text).tolist()
    return counts


@lru_cache(maxsize=8)
def _triple_counts(form: str) -> NDArray[np.int64]:
    """For each position of a text how often the three characters there stand in it; 0 at its end."""
    triples = grams(code_points(form), _TRIPLE)
    _, numbers, counts = np.unique(triples, return_inverse=True, return_counts=True)
    return np.concatenate((counts[numbers], np.zeros(len(form) - len(triples), dtype=np.int64)))
