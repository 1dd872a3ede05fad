"""A growth that the two levels told contradict: this year's, and last year's in the report before.

`粮食产量1.41万亿斤、增长1.6%` after `粮食产量1.39万亿斤` agrees; a growth of 6 % would not. Product and
incomes grow in real terms, so their printed levels contradict a true growth every year: they are passed over,
and so is what is told in comparable scope. Figures are rounded, and last year's may have been revised since,
those in money more than others, so a gap must be plain before it is asked about.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from compare.undertakings.model import Inconsistency
from compare.undertakings.outcomes import Figure, is_aside, signed_growth
from corpora.quantities import Quantity

_MONEY = frozenset({"yuan", "dollar"})
_COUNTED = frozenset({"kg", "m", "m2", "m3", "person", "visit", "household", "kW", "kWh"})
_OTHER_BASE = ("实际", "名义", "可比", "同口径", "扣除", "年均", "累计", "其中", "同期", "净")
_IN_REAL_TERMS = ("生产总值", "居民", "增加值")
_POINTS, _POINTS_OF_MONEY = 0.5, 2.0  # percentage points of growth that revised figures may explain


class _Range(Struct, frozen=True):
    """What a printed figure may stand for before it was rounded."""

    low: float
    high: float


def doubtful_growth(before: Sequence[Figure], figures: Sequence[Figure]) -> tuple[Inconsistency, ...]:
    """The growths of a review that the levels of two years contradict.

    Args:
        before: the figures of the report of the year before.
        figures: the figures of the report that is asked, in reading order.

    Returns:
        One for each growth, told of the later report: `stated` is the growth, `other` the level it stands
        with, `before` the level in the earlier report; both values in per cent.
    """
    return tuple(
        doubt
        for level, growth in pairwise(figures)
        if _belong_together(level, growth)
        for doubt in _asked(_earlier_level(level, before), level, growth)
    )


def _belong_together(level: Figure, growth: Figure) -> bool:
    """Whether a rate of growth follows a level as its own."""
    told = level.statement, growth.statement
    return (
        len(level.names) == 1
        and level.names == growth.names
        and _is_level(level)
        and told[1].amount.dimension == "%"
        and not (told[1].amount.vague or told[1].amount.is_range or told[1].qualifier)
        and told[0].clause.unit.id == told[1].clause.unit.id
        and signed_growth(growth) is not None
        and not any(word in growth.words + told[1].rest for word in _OTHER_BASE)
    )


def _is_level(figure: Figure) -> bool:
    """Whether a figure is the whole amount of a year, told without a vague word."""
    statement = figure.statement
    plain = not (statement.amount.vague or statement.amount.is_range or statement.qualifier)
    own = not (statement.is_change or statement.is_origin or is_aside(figure))
    real = any(word in name for name in figure.names for word in _IN_REAL_TERMS)
    return plain and own and not real and statement.amount.dimension in _COUNTED | _MONEY


def _earlier_level(level: Figure, before: Sequence[Figure]) -> Figure | None:
    dimension = level.statement.amount.dimension
    return next(
        (
            each
            for each in before
            if each.names == level.names and each.statement.amount.dimension == dimension and _is_level(each)
        ),
        None,
    )


def _asked(before: Figure | None, level: Figure, growth: Figure) -> Iterator[Inconsistency]:
    if before is None:
        return
    was, now = _printed(before.statement.amount), _printed(level.statement.amount)
    stated = signed_growth(growth)
    if was.low <= 0 or stated is None:
        return
    low, high = ((now.low / was.high - 1) * 100, (now.high / was.low - 1) * 100)
    points = _POINTS_OF_MONEY if level.statement.amount.dimension in _MONEY else _POINTS
    if low - points <= stated <= high + points:
        return
    reckoned = (sum((now.low, now.high)) / sum((was.low, was.high)) - 1) * 100
    yield Inconsistency(
        "later", "growth_differs", next(iter(level.names)), growth.span, level.span,
        growth.statement.clause.unit.id, stated, round(reckoned, 2), before.span,
    )  # fmt: skip


def _printed(amount: Quantity) -> _Range:
    """The amounts that are printed like this one once rounded: half a last digit to either side."""
    decimals = len(f"{amount.low:.6f}".rstrip("0").partition(".")[2])
    size = amount.magnitude[0] / amount.low if amount.low else 1.0
    half = 0.5 * 10**-decimals * size
    return _Range(amount.magnitude[0] - half, amount.magnitude[0] + half)
