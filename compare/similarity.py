"""Similarity of strings and the way from one to the other. The only module that imports rapidfuzz."""

from collections.abc import Sequence

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
