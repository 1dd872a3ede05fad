"""How alike texts are by the rare character n-grams they share.

Rewritten reports share few sentences but many short strings; a string says the more, the fewer units hold it.
Texts become vectors of their character 2- and 3-grams, weighted (1 + log count) · log(units / units with it)
(Salton & Buckley 1988, as `lnc.ltc`-like weights on both sides), and are compared by cosine. N-grams never
cross punctuation. No segmenter: Chinese words cut differently from sentence to sentence would not be
comparable.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compare.matching import matching_form

Matrix = NDArray[np.float64]

_BREAK = re.compile(r"[^\w%+.]")
_SHIFT = 21  # bits of a Unicode code point
_SIZES = (2, 3)


def cosines(earlier: Sequence[str], later: Sequence[str]) -> Matrix:
    """Similarities of all earlier texts with all later ones.

    Args:
        earlier: n texts.
        later: m texts.

    Returns:
        An n × m matrix of cosines between 0 and 1.
    """
    if not earlier or not later:
        return np.zeros((len(earlier), len(later)))
    count = len(earlier) + len(later)
    units, grams, counts = _counted([*earlier, *later])
    holders = np.bincount(grams)
    weights = (1.0 + np.log(counts)) * np.log(count / holders[grams])
    norms = np.sqrt(np.bincount(units, weights**2, minlength=count))
    is_later = units >= len(earlier)
    shared = np.zeros(len(holders), dtype=bool)
    shared[np.intersect1d(grams[~is_later], grams[is_later])] = True
    column = np.cumsum(shared) - 1
    kept = shared[grams]
    vectors = np.zeros((count, int(shared.sum())))
    vectors[units[kept], column[grams[kept]]] = weights[kept]
    vectors /= np.maximum(norms, 1e-9)[:, None]
    return np.clip(vectors[: len(earlier)] @ vectors[len(earlier) :].T, 0.0, 1.0)


def _counted(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """For every text and n-gram in it: the text's index, the n-gram's number, how often it stands there."""
    joined = "\0".join(_BREAK.sub("\0", matching_form(text)) for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    lengths = np.array([len(text) + 1 for text in texts])
    owner = np.repeat(np.arange(len(texts)), lengths)[: len(codes)]
    nothing = np.zeros(0, dtype=np.int64)
    keys, owners = [nothing], [nothing]
    for size in _SIZES:
        if len(codes) < size:
            continue
        windows = [codes[start : len(codes) - size + 1 + start] for start in range(size)]
        whole = np.all([window != 0 for window in windows], axis=0)
        key = np.zeros(int(whole.sum()), dtype=np.int64)
        for window in windows:
            key = (key << _SHIFT) | window[whole]
        keys.append(key)
        owners.append(owner[: len(whole)][whole])
    _, numbers = np.unique(np.concatenate(keys), return_inverse=True)
    pairs, counts = np.unique(
        np.concatenate(owners) * (numbers.max(initial=0) + 1) + numbers, return_counts=True
    )
    width = numbers.max(initial=0) + 1
    return pairs // width, pairs % width, counts
