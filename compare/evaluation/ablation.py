"""What each sign of the alignment is worth: the figures again without it.

A sign that is left out takes its share of every sum with it, so that the threshold would stand too high and
the loss look like the sign's worth. So the base is moved until as many pairs are links as with all signs, and
the figures tell how well those are chosen.
"""

from collections.abc import Iterator

import numpy as np
from msgspec.structs import fields, replace

from compare.alignment.alignment import align, judge
from compare.alignment.linking import make_links
from compare.alignment.pairs import compared_units
from compare.evaluation.aligned import FoundAlignment
from compare.options import CompareOptions, Weights
from corpora.model import Level, WorkReport

_NO_SIGN = "base"  # the threshold of the model itself; without it everything is a link


def signs() -> Iterator[str]:
    """The names of the signs' weights."""
    return (weight.name for weight in fields(Weights) if weight.name != _NO_SIGN)


def aligned_without(earlier: WorkReport, later: WorkReport, sign: str) -> FoundAlignment:
    """Align two reports without one sign, with as many pairs of measures as with all.

    Args:
        earlier: the earlier report.
        later: the later report.
        sign: name of its weight.
    """
    options = CompareOptions()
    without = replace(options.weights, **{sign: 0.0})
    whole, part = (judge(earlier, later, weights).probability for weights in (options.weights, without))
    count = int((whole >= options.least_probability).sum())
    if count:
        last = float(np.sort(part, axis=None)[-count])
        shift = _log_odds(options.least_probability) - _log_odds(last)
        without = replace(without, base=without.base + shift)
    return aligned_only(earlier, later, replace(options, weights=without))


def _log_odds(probability: float) -> float:
    return float(np.log(probability) - np.log1p(-probability))


def aligned_only(earlier: WorkReport, later: WorkReport, options: CompareOptions) -> FoundAlignment:
    """Align two reports and leave out the rest of a comparison.

    Args:
        earlier: the earlier report.
        later: the later report.
        options: weights and thresholds.
    """
    links = make_links(earlier, later, align(earlier, later, options), options)
    taken = {unit for link in links for unit in link.earlier}, {unit for link in links for unit in link.later}
    alone = [
        tuple(unit.id for level in Level for unit in compared_units(side, level) if unit.id not in ids)
        for side, ids in zip((earlier, later), taken, strict=True)
    ]
    return FoundAlignment(tuple((link.earlier, link.later, link.moved) for link in links), alone[1], alone[0])
