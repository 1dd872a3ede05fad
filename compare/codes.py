"""Texts as numbers: a character is its code point, and two or three characters are one number, too."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_LONG = 4_000  # characters from which counting code points is quicker than a set
BITS = 21  # of a code point: three of them fit into one number
Codes = NDArray[np.int64]


def code_points(text: str) -> Codes:
    """The code points of a text, lone surrogates included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)


def characters_of(text: str) -> Iterable[str]:
    """The different characters of a text."""
    if len(text) < _LONG:
        return set(text)
    return map(chr, np.flatnonzero(np.bincount(code_points(text))).tolist())


def grams(codes: Codes, size: int) -> Codes:
    """For each position the characters that begin there, as one number; none where a text is shorter.

    Args:
        codes: n code points.
        size: characters, up to three.

    Returns:
        n - size + 1 numbers.
    """
    count = max(len(codes) - size + 1, 0)
    found = np.zeros(count, dtype=np.int64)
    for start in range(size):
        found = (found << BITS) | codes[start : start + count]
    return found
