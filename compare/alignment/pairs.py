"""An earlier and a later unit that belong together, and the pairs that need no judgement."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from corpora.model import Level, Role, Unit, WorkReport

NOT_COMPARED_ROLES = frozenset({Role.FRAME, Role.APPENDIX})


class Pair(Struct, frozen=True):
    """An earlier and a later unit that belong together.

    Attributes:
        earlier: id of the earlier unit.
        later: id of the later unit.
        score: probability that they belong together, 0 to 1.
        matched_by: `identical`, `heading`, `content`, `measures` or `position`.
    """

    earlier: str
    later: str
    score: float
    matched_by: str


def compared_units(side: WorkReport, level: Level) -> tuple[Unit, ...]:
    """The units of one level that take part in a comparison, in reading order."""
    return tuple(unit for unit in side.units if unit.level is level and unit.role not in NOT_COMPARED_ROLES)


def identical(earlier: Sequence[str], later: Sequence[str]) -> set[tuple[int, int]]:
    """Index pairs of the very same texts, paired in order where a text stands more than once."""
    places: dict[str, list[int]] = {}
    for j, text in enumerate(later):
        places.setdefault(text, []).append(j)
    found: set[tuple[int, int]] = set()
    for i, text in enumerate(earlier):
        if places.get(text):
            found.add((i, places[text].pop(0)))
    return found


def keep_to_each_other(chosen: NDArray[np.bool_], same: set[tuple[int, int]]) -> NDArray[np.bool_]:
    """The chosen pairs, where units with the very same text have no other partner.

    Args:
        chosen: n × m, which pairs are links.
        same: index pairs of the same texts.
    """
    result = chosen.copy()
    for i, j in same:
        result[i, :] = False
        result[:, j] = False
    for i, j in same:
        result[i, j] = True
    return result
