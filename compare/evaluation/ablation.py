"""What each sign of the alignment is worth: the figures again with its weight at zero."""

from collections.abc import Iterator
from dataclasses import fields, replace

from compare.alignment import align
from compare.evaluation.aligned import FoundAlignment
from compare.linking import make_links
from compare.options import CompareOptions, Weights
from compare.pairs import compared_units
from corpora.model import Level, WorkReport

_NO_SIGN = "base"  # the threshold of the model itself; without it everything is a link


def ablated_options() -> Iterator[tuple[str, CompareOptions]]:
    """The default options, each time without one sign, with the name of its weight."""
    options = CompareOptions()
    for weight in fields(Weights):
        if weight.name != _NO_SIGN:
            without = replace(options.weights, **{weight.name: 0.0})
            yield weight.name, replace(options, weights=without)


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
