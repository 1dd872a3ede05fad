"""How alike texts are by the rare character n-grams they share.

Rewritten reports share few sentences but many short strings; a string says the more, the fewer units hold it.
Texts become vectors of their character 2- and 3-grams, weighted (1 + log count) · log(texts / texts with it)
(Salton & Buckley 1988, as `lnc.ltc`-like weights on both sides), and are compared by cosine. N-grams never
cross punctuation, so a text's counts are the sums of its sentences'. No segmenter: Chinese words cut
differently from sentence to sentence would not be comparable.

Rare strings stand in few texts. So vectors are kept as lists of what they hold, and are multiplied by going
through the n-grams that both sides hold: for two reports some 70,000 products instead of 65 million.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.codes import code_points, grams
from compare.matching import in_one_form

Matrix = NDArray[np.float64]
Numbers = NDArray[np.int64]

_BREAK = re.compile(r"[^\w%+.]")
_SIZES = (2, 3)
_AT_ONCE = 1 << 22  # products that are held at a time, 100 MB


class Grams(Struct, frozen=True):
    """How often n-grams stand in texts: one row for each text and n-gram in it, by text, then n-gram.

    Attributes:
        texts: how many texts there are.
        owners: index of the row's text.
        numbers: number of the row's n-gram.
        counts: how often it stands there.
    """

    texts: int
    owners: Numbers
    numbers: Numbers
    counts: Numbers

    def between(self, start: int, end: int) -> "Grams":
        """The rows of some texts that follow each other, which are counted from 0 again."""
        low, high = np.searchsorted(self.owners, (start, end))
        rows = slice(int(low), int(high))
        return Grams(end - start, self.owners[rows] - start, self.numbers[rows], self.counts[rows])


class Vectors(Struct, frozen=True):
    """The rows of `Grams` with weights in place of counts; each text's weights have the length 1."""

    texts: int
    owners: Numbers
    numbers: Numbers
    weights: Matrix


def cosines(earlier: Sequence[str], later: Sequence[str]) -> Matrix:
    """Similarities of all earlier texts with all later ones.

    Args:
        earlier: n texts.
        later: m texts.

    Returns:
        An n × m matrix of cosines between 0 and 1.
    """
    return side_cosines(count_grams([*earlier, *later]), len(earlier))


def side_cosines(grams: Grams, earlier: int) -> Matrix:
    """`cosines` of texts that are counted already: the first `earlier` of them with the others."""
    rarity = rarities(grams)
    return products(
        weighed(grams.between(0, earlier), rarity), weighed(grams.between(earlier, grams.texts), rarity)
    )


def rarities(grams: Grams, numbers: int = 0) -> Matrix:
    """For each n-gram number, log(texts / texts with it); as if in one text when it is in none.

    Args:
        grams: of the texts.
        numbers: how many numbers there are at least, for n-grams that other texts have.
    """
    holders = np.maximum(np.bincount(grams.numbers, minlength=numbers), 1)
    return np.asarray(np.log(max(grams.texts, 1) / holders))


def weighed(grams: Grams, rarity: Matrix) -> Vectors:
    """The vectors of texts.

    Args:
        grams: their n-grams.
        rarity: weight of each n-gram number.
    """
    weights = (1.0 + np.log(grams.counts)) * rarity[grams.numbers]
    lengths = np.sqrt(np.bincount(grams.owners, weights**2, minlength=grams.texts))
    return Vectors(
        grams.texts, grams.owners, grams.numbers, weights / np.maximum(lengths, 1e-9)[grams.owners]
    )


def products(rows: Vectors, columns: Vectors) -> Matrix:
    """The scalar products of all vectors of one side with all of the other.

    Args:
        rows: n vectors.
        columns: m vectors whose n-grams have the same numbers.

    Returns:
        An n × m matrix of cosines between 0 and 1.
    """
    found = np.zeros(rows.texts * columns.texts)
    # in no certain order where numbers are the same: those columns are different cells below
    by_number = np.argsort(columns.numbers)
    column, column_weights = columns.owners[by_number], columns.weights[by_number]
    holders = np.bincount(columns.numbers, minlength=int(rows.numbers.max(initial=-1)) + 1)
    first = (np.cumsum(holders) - holders)[rows.numbers]
    partners = holders[rows.numbers]
    # rows in portions, so that long texts take time but no memory
    ends = np.cumsum(partners)
    borders = np.searchsorted(ends, np.arange(0, ends[-1] if len(ends) else 0, _AT_ONCE), side="right")
    for start, end in pairwise([*borders, len(ends)]):
        counts = partners[start:end]
        skipped = np.cumsum(counts) - counts - first[start:end]
        place = np.arange(int(counts.sum())) - np.repeat(skipped, counts)
        cells = np.repeat(rows.owners[start:end] * columns.texts, counts) + column[place]
        weights = np.repeat(rows.weights[start:end], counts) * column_weights[place]
        found += np.bincount(cells, weights, minlength=found.size)
    return np.clip(found.reshape(rows.texts, columns.texts), 0.0, 1.0)


def count_grams(texts: Sequence[str], sizes: Sequence[int] = _SIZES) -> Grams:
    """Count the n-grams of texts.

    Args:
        texts: n texts.
        sizes: how many characters the n-grams have, up to three.
    """
    joined = _BREAK.sub("\0", in_one_form("\0".join(texts)))
    codes = code_points(joined)
    lengths = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    owner = np.repeat(np.arange(len(texts)), lengths)[: len(codes)]
    nothing = np.zeros(0, dtype=np.int64)
    keys, owners = [nothing], [nothing]
    for size in sizes:
        found = grams(codes, size)
        whole = np.all([codes[start : len(found) + start] != 0 for start in range(size)], axis=0)
        keys.append(found[whole])
        owners.append(owner[: len(found)][whole])
    _, numbers = np.unique(np.concatenate(keys), return_inverse=True)
    return _summed(len(texts), np.concatenate(owners), numbers)


def gathered(parts: Grams, wholes: Sequence[Sequence[int]]) -> Grams:
    """The n-grams of texts that are made of other texts.

    Args:
        parts: the n-grams of the parts.
        wholes: for each text, the indices of its parts.
    """
    part = np.array([index for whole in wholes for index in whole], dtype=np.int64)
    owner = np.repeat(np.arange(len(wholes)), [len(whole) for whole in wholes])
    low = np.searchsorted(parts.owners, part, side="left")
    counts = np.searchsorted(parts.owners, part, side="right") - low
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    rows = np.repeat(low, counts) + within
    if len(part) == len(wholes) and all(map(len, wholes)):  # nothing to add up: each is a text as it was
        return Grams(len(wholes), np.repeat(owner, counts), parts.numbers[rows], parts.counts[rows])
    return _summed(len(wholes), np.repeat(owner, counts), parts.numbers[rows], parts.counts[rows])


def _summed(texts: int, owners: Numbers, numbers: Numbers, counts: Numbers | None = None) -> Grams:
    """One row for each text and n-gram."""
    width = int(numbers.max(initial=0)) + 1
    cells = owners * width + numbers
    if counts is None:
        cells, totals = np.unique(cells, return_counts=True)
    else:
        cells, inverse = np.unique(cells, return_inverse=True)
        totals = np.bincount(inverse, counts, minlength=len(cells)).astype(np.int64)
    return Grams(texts, cells // width, cells % width, totals)
