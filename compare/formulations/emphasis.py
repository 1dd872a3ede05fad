"""How much more or less a formulation is used, with what longer texts and other parts explain set apart.

A later report that is a third longer uses everything a third more often, and one whose review shrank uses the
words of results less. The change of a count is taken apart as demographers take apart a change of deaths:
what the length explains, what the make-up of the parts explains, and the rest, which is emphasis (Kitagawa,
E. M., 1955: Components of a difference between two rates, JASA 50). The rest is told as a rate ratio with its
interval by indirect standardisation (Breslow & Day, 1987, Statistical Methods in Cancer Research II, ch. 2):
with the few uses that one report has, most changes are within chance, and are no headline.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from compare.formulations.folding import FoldedReport
from compare.model import Emphasis, PartUse
from corpora.model import Role, Span, Unit

PER = 10_000  # characters that a rate is told for
_HALF = 0.5  # added to counts, so that a ratio exists for one that is zero (Haldane 1956, Anscombe 1956)
_INTERVAL = 1.96  # standard errors: 95 %
# Of a hundred and fifty formulations, seven would leave a 95 % interval by chance; a headline asks for more.
_HEADLINE = 2.576  # standard errors: 99 %


def part_lengths(side: FoldedReport) -> Mapping[Role, int]:
    """Characters of a report's compared text by role, in presence form."""
    lengths: Counter[Role] = Counter()
    for unit, start, end in zip(side.units, side.bounds, side.bounds[1:], strict=False):
        lengths[unit.role] += end - start
    return lengths


def uses_by_part(side: FoldedReport, spans: Sequence[Span]) -> Mapping[Role, int]:
    """How often a formulation stands in each part.

    Args:
        side: the report.
        spans: where it stands.
    """
    return Counter(_unit_of(side, span).role for span in spans)


def _unit_of(side: FoldedReport, span: Span) -> Unit:
    place = bisect_right(side.units, span.start, key=lambda unit: unit.span.start)
    return side.units[max(place - 1, 0)]


def emphasis(
    uses: tuple[Mapping[Role, int], Mapping[Role, int]],
    lengths: tuple[Mapping[Role, int], Mapping[Role, int]],
) -> Emphasis:
    """What of a changed number of uses is emphasis.

    Args:
        uses: of a formulation, by role, on the earlier and the later side.
        lengths: characters by role, on the earlier and the later side; both texts have some.

    Returns:
        Rates, expected counts, and the ratio with its interval.
    """
    counts, sizes = [sum(side.values()) for side in uses], [sum(side.values()) for side in lengths]
    overall = counts[0] / sizes[0]
    expected = {
        role: (uses[0].get(role, 0) / lengths[0][role] if lengths[0].get(role) else overall) * size
        for role, size in lengths[1].items()
    }
    by_parts = sum(expected.values())
    ratio = math.log((counts[1] + _HALF) / (by_parts + _HALF))
    error = math.sqrt(1 / (counts[1] + _HALF) + _relative_variance(uses[0], lengths, by_parts))
    roles = [role for role in Role if uses[0].get(role) or uses[1].get(role)]
    return Emphasis(
        earlier_rate=overall * PER,
        later_rate=counts[1] / sizes[1] * PER,
        expected_by_length=overall * sizes[1],
        expected_by_parts=by_parts,
        ratio=math.exp(ratio),
        low=math.exp(ratio - _INTERVAL * error),
        high=math.exp(ratio + _INTERVAL * error),
        is_clear=abs(ratio) > _HEADLINE * error,
        parts=tuple(PartUse(role, uses[0].get(role, 0), uses[1].get(role, 0)) for role in roles),
    )


def _relative_variance(
    earlier: Mapping[Role, int], lengths: tuple[Mapping[Role, int], Mapping[Role, int]], expected: float
) -> float:
    """Of the expected count, relative to its square: the earlier uses are counts too, and few."""
    variance = sum(
        uses * (lengths[1].get(role, 0) / lengths[0][role]) ** 2
        for role, uses in earlier.items()
        if lengths[0].get(role)
    )
    return (variance + _HALF) / (expected + _HALF) ** 2
