"""A plain method to be better than: cosines of rare n-grams, the best one-to-one assignment, a threshold."""

from collections.abc import Sequence

import numpy as np

from compare.alignment.pairs import compared_units
from compare.evaluation.aligned import FoundAlignment
from compare.vectors import Matrix, cosines
from corpora.model import Level, Unit, WorkReport

# Pairs below it are no links. The plain method's own best on national pairs of neighbouring years, so that
# what is compared with it is not flattered.
LEAST_COSINE = 0.07


def plain_alignment(earlier: WorkReport, later: WorkReport) -> FoundAlignment:
    """Align two reports the plain way: sections, then measures, each unit with one other at most.

    Args:
        earlier: the earlier report.
        later: the later report.

    Returns:
        Links and what is left over; nothing is ever said to have moved.
    """
    links: list[tuple[tuple[str, ...], tuple[str, ...], bool]] = []
    alone: tuple[list[str], list[str]] = ([], [])
    for level in Level:
        sides = compared_units(earlier, level), compared_units(later, level)
        pairs = _pairs(*sides)
        links += [((sides[0][i].id,), (sides[1][j].id,), False) for i, j in pairs]
        for side, units in enumerate(sides):
            taken = {pair[side] for pair in pairs}
            alone[side].extend(unit.id for place, unit in enumerate(units) if place not in taken)
    return FoundAlignment(tuple(links), tuple(alone[1]), tuple(alone[0]))


def _pairs(earlier: Sequence[Unit], later: Sequence[Unit]) -> list[tuple[int, int]]:
    likeness = cosines([unit.text for unit in earlier], [unit.text for unit in later])
    return [(i, j) for i, j in assigned(likeness) if likeness[i, j] >= LEAST_COSINE]


def assigned(likeness: Matrix) -> list[tuple[int, int]]:
    """The one-to-one assignment with the greatest sum.

    The Hungarian method (Kuhn 1955) with potentials and shortest augmenting paths (Jonker & Volgenant 1987).

    Args:
        likeness: n × m, what each pair is worth.

    Returns:
        min(n, m) pairs of row and column, by row.
    """
    if likeness.shape[0] > likeness.shape[1]:
        return sorted((row, column) for column, row in assigned(likeness.T))
    count, width = likeness.shape
    # Row 0 and column 0 stand for "nothing": the path to a new row starts there.
    rows, columns = np.zeros(count + 1), np.zeros(width + 1)
    row_of = np.zeros(width + 1, dtype=np.int64)
    for row in range(1, count + 1):
        row_of[0] = row
        _augment(-likeness, rows, columns, row_of)
    return sorted((int(row_of[column]) - 1, column - 1) for column in range(1, width + 1) if row_of[column])


def _augment(cost: Matrix, rows: Matrix, columns: Matrix, row_of: "np.typing.NDArray[np.int64]") -> None:
    """Give the row at column 0 a column, along the cheapest path of rows that change theirs."""
    width = cost.shape[1]
    least = np.full(width + 1, np.inf)
    came_from = np.zeros(width + 1, dtype=np.int64)
    is_seen = np.zeros(width + 1, dtype=bool)
    column = 0
    while row_of[column]:
        is_seen[column] = True
        row = int(row_of[column])
        is_open = ~is_seen
        is_open[0] = False
        reduced = np.concatenate(([np.inf], cost[row - 1] - rows[row] - columns[1:]))
        is_nearer = is_open & (reduced < least)
        least[is_nearer] = reduced[is_nearer]
        came_from[is_nearer] = column
        column_after = int(np.where(is_open, least, np.inf).argmin())
        step = least[column_after]
        rows[row_of[is_seen]] += step
        columns[is_seen] -= step
        least[is_open] -= step
        column = column_after
    while column:
        before = int(came_from[column])
        row_of[column] = row_of[before]
        column = before
