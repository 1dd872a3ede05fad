"""Similarity of strings and the way from one to the other. The only module that imports rapidfuzz."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

Opcode = tuple[str, int, int, int, int]

_MANY = 100_000  # pairs from which starting threads costs less than they save


def ratio(earlier: str, later: str) -> float:
    """Normalised insert/delete similarity of two strings, 0 to 1."""
    return float(Indel.normalized_similarity(earlier, later))


def ratios(earlier: Sequence[str], later: Sequence[str]) -> NDArray[np.float32]:
    """`ratio` of all earlier with all later strings, as an n × m matrix."""
    if not earlier or not later:
        return np.zeros((len(earlier), len(later)), dtype=np.float32)
    workers = -1 if len(earlier) * len(later) > _MANY else 1
    found = process.cdist(
        earlier, later, scorer=Indel.normalized_similarity, dtype=np.float32, workers=workers
    )
    return np.asarray(found)


def paired_ratios(earlier: Sequence[str], later: Sequence[str]) -> NDArray[np.float32]:
    """`ratio` of each earlier string with the later one at the same place."""
    if not earlier:
        return np.zeros(0, dtype=np.float32)
    return np.asarray(process.cpdist(earlier, later, scorer=Indel.normalized_similarity, dtype=np.float32))


def near_pairs(
    earlier: Sequence[str], later: Sequence[str], least: float
) -> Iterator[tuple[int, int, float]]:
    """The pairs of strings whose `ratio` is at least so high, found without looking at all pairs.

    Two strings can only be that alike when they share one of the rarest characters of each; how many of them
    have to be looked at follows from the least ratio (prefix filtering, Chaudhuri, Ganti and Kaushik 2006).

    Args:
        earlier: strings; an empty one is like no other.
        later: strings.
        least: above 0, at most 1.

    Yields:
        The index of the earlier, the index of the later, their ratio; by the later, then by the earlier.
    """
    sides = [[_numbered_characters(each) for each in side] for side in (earlier, later)]
    held = Counter(each for side in sides for characters in side for each in characters)
    holders: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, characters in enumerate(sides[0]):
        for each in _rarest(characters, held, least):
            holders[each].append(i)
    for j, characters in enumerate(sides[1]):
        for i in sorted({i for each in _rarest(characters, held, least) for i in holders.get(each, ())}):
            if (found := ratio(earlier[i], later[j])) >= least:
                yield i, j, found


def _numbered_characters(text: str) -> list[tuple[str, int]]:
    """The characters, each with how often it stood before, so that a set of them is the multiset."""
    seen: Counter[str] = Counter()
    numbered = []
    for character in text:
        numbered.append((character, seen[character]))
        seen[character] += 1
    return numbered


def _rarest(
    characters: Sequence[tuple[str, int]], held: Counter[tuple[str, int]], least: float
) -> Sequence[tuple[str, int]]:
    """The characters of which a string that is alike must have one, however short it is."""
    shared = math.ceil(least / (2 - least) * len(characters) - 1e-9)
    return sorted(characters, key=lambda each: (held[each], each))[: len(characters) - shared + 1]


def opcodes(earlier: Sequence[str], later: Sequence[str]) -> list[Opcode]:
    """The shortest way by insertions and deletions from one sequence of tokens to the other.

    Returns:
        `(tag, earlier start, earlier end, later start, later end)` in order, with tags `equal`, `delete`,
        `insert`.
    """
    numbers: dict[str, int] = {}
    sides = [[numbers.setdefault(token, len(numbers)) for token in side] for side in (earlier, later)]
    return [
        (step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Indel.opcodes(sides[0], sides[1])
    ]
