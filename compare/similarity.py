"""Similarity of strings and the way from one to the other. The only module that imports rapidfuzz."""

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

from compare.codes import code_points

Opcode = tuple[str, int, int, int, int]
Ratios = NDArray[np.float32]

_AT_ONCE = 1 << 22  # pairs that are compared at a time, 16 MB
_BYTES = 256
_OWN_BYTES = 192  # a quarter of the bytes for what is rare
_MANY = 100_000  # pairs from which starting threads costs less than they save


def ratio(earlier: str, later: str) -> float:
    """Normalised insert/delete similarity of two strings, 0 to 1."""
    return float(Indel.normalized_similarity(earlier, later))


def ratios(earlier: Sequence[str], later: Sequence[str]) -> Ratios:
    """`ratio` of all earlier with all later strings, as an n × m matrix."""
    if not earlier or not later:
        return np.zeros((len(earlier), len(later)), dtype=np.float32)
    return _all_ratios(earlier, later)


def _all_ratios(earlier: Sequence[str] | Sequence[bytes], later: Sequence[str] | Sequence[bytes]) -> Ratios:
    workers = -1 if len(earlier) * len(later) > _MANY else 1
    found = process.cdist(
        earlier, later, scorer=Indel.normalized_similarity, dtype=np.float32, workers=workers
    )
    return np.asarray(found)


def paired_ratios(earlier: Sequence[str], later: Sequence[str]) -> Ratios:
    """`ratio` of each earlier string with the later one at the same place."""
    if not earlier:
        return np.zeros(0, dtype=np.float32)
    return np.asarray(process.cpdist(earlier, later, scorer=Indel.normalized_similarity, dtype=np.float32))


def close_pairs(
    earlier: Sequence[str], later: Sequence[str], least: float
) -> tuple[NDArray[np.intp], NDArray[np.intp], Ratios]:
    """The pairs of many strings that are alike enough: what `ratios` finds, several times as quickly.

    Strings of one-byte characters are compared far more quickly than Chinese ones. Written with fewer
    characters than there are, strings can only become more alike, so all pairs are compared that way first
    and only those that then are alike enough are compared as they stand.

    Args:
        earlier: n strings.
        later: m strings.
        least: a ratio above 0.

    Returns:
        Index of the earlier string, index of the later one and ratio of each pair, by these indices.
    """
    if not earlier or not later:
        nothing = np.zeros(0, dtype=np.intp)
        return nothing, nothing, np.zeros(0, dtype=np.float32)
    written, others = _in_bytes(earlier, later)
    portion = max(1, _AT_ONCE // len(later))  # all pairs of two long lists would fill the memory
    likely = np.concatenate(
        [
            np.flatnonzero(_all_ratios(written[start : start + portion], others) >= least)
            + start * len(later)
            for start in range(0, len(written), portion)
        ]
    )
    rows, columns = np.divmod(likely, len(later))
    found = paired_ratios([earlier[row] for row in rows.tolist()], [later[each] for each in columns.tolist()])
    alike = found >= least
    return rows[alike], columns[alike], found[alike]


def _in_bytes(earlier: Sequence[str], later: Sequence[str]) -> tuple[list[bytes], list[bytes]]:
    """Strings with a byte for each character: the commonest have one of their own, the others share some."""
    codes = code_points("".join(chain(earlier, later)))
    _, kinds, counts = np.unique(codes, return_inverse=True, return_counts=True)
    ranks = np.arange(len(counts))
    byte_of = np.empty(len(counts), dtype=np.uint8)
    byte_of[np.argsort(-counts, kind="stable")] = np.where(
        ranks < _OWN_BYTES, ranks, _OWN_BYTES + ranks % (_BYTES - _OWN_BYTES)
    )
    joined = byte_of[kinds].tobytes()
    borders = [*accumulate(map(len, chain(earlier, later)), initial=0)]
    written = [joined[start:end] for start, end in pairwise(borders)]
    return written[: len(earlier)], written[len(earlier) :]


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
