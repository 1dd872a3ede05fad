"""How sure it is that an earlier and a later unit carry the same content, for all pairs of one level.

Several weak signs are put together (`compare.options.Weights`): rare character n-grams, heading words, the
sections around, the order against sure pairs nearby, the part, the kind of enumeration, and how the pair
compares with the best that either unit finds elsewhere. Content decides first; order only tells likely from
unlikely.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from compare.options import Weights
from compare.vectors import Matrix, cosines
from corpora.model import Role, Unit

_REVIEWED = {Role.REVIEW, Role.PROBLEMS}
_NO_SECTION = 0.5  # context of two units that both stand outside all sections: neither for nor against
_HEADING_WORDS = 30  # characters of a unit without heading that stand in for one
_LEAST_BEST = 0.12  # a best partner below this is chance; comparing with it would lift noise
_REACH = 4.0  # units over which a sure pair speaks for the order of its neighbours
_SURE = 0.25  # cosine (with heading) from which mutual best pairs are sure enough to tell the order


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sequences of units and, for every pair, what speaks for it.

    Attributes:
        earlier: n units.
        later: m units.
        content: n × m cosines.
        probability: n × m, 0 to 1.
    """

    earlier: tuple[Unit, ...]
    later: tuple[Unit, ...]
    content: Matrix
    probability: Matrix


def pair_up(earlier: Sequence[Unit], later: Sequence[Unit], context: Matrix, weights: Weights) -> Pairing:
    """Judge all pairs of earlier and later units.

    Args:
        earlier: n units of one level in reading order.
        later: m units of the same level.
        context: n × m similarities of what stands around the units (see `context_of`).
        weights: how much each sign counts.
    """
    content = cosines([unit.text for unit in earlier], [unit.text for unit in later])
    headings = cosines([_heading(unit) for unit in earlier], [_heading(unit) for unit in later])
    same_role = _table(earlier, later, lambda one, other: one.role is other.role)
    log_odds = (
        weights.base
        + weights.content * np.sqrt(content)
        + weights.heading * headings
        + weights.context * context
        + weights.order * _in_order(content + 0.2 * headings + 0.1 * same_role)
        + weights.role * same_role
        + weights.across_review
        * _table(earlier, later, lambda one, other: (one.role in _REVIEWED) != (other.role in _REVIEWED))
        + weights.other_marks * _table(earlier, later, _other_marks)
        + weights.best_of_earlier
        * content
        / np.maximum(content.max(axis=1, initial=0, keepdims=True), _LEAST_BEST)
        + weights.best_of_later
        * content
        / np.maximum(content.max(axis=0, initial=0, keepdims=True), _LEAST_BEST)
    )
    return Pairing(tuple(earlier), tuple(later), content, 1.0 / (1.0 + np.exp(-log_odds)))


def context_of(
    earlier: Sequence[Unit], later: Sequence[Unit], sections: dict[tuple[str, str], float]
) -> Matrix:
    """Similarity of the sections that hold the units.

    Args:
        earlier: n units.
        later: m units.
        sections: similarity by (earlier section id, later section id).
    """

    def around(one: Unit, other: Unit) -> float:
        if one.parent is None or other.parent is None:
            return _NO_SECTION if one.parent is other.parent else 0.0
        return sections.get((one.parent, other.parent), 0.0)

    return np.array([[around(one, other) for other in later] for one in earlier]).reshape(
        len(earlier), len(later)
    )


def _heading(unit: Unit) -> str:
    return unit.heading or unit.text[:_HEADING_WORDS]


def _table(earlier: Sequence[Unit], later: Sequence[Unit], test: Callable[[Unit, Unit], bool]) -> Matrix:
    rows = [[float(test(one, other)) for other in later] for one in earlier]
    return np.array(rows).reshape(len(earlier), len(later))


def _other_marks(one: Unit, other: Unit) -> bool:
    """Whether both stand in enumerations of different kinds: results (——) are no steps taken (一是)."""
    kinds = {_kind_of_mark(one.number), _kind_of_mark(other.number)}
    return None not in kinds and len(kinds) > 1


def _kind_of_mark(number: str | None) -> str | None:
    if not number:
        return None
    return "dash" if number[0] in "—－-●◆■" else "count"


def _in_order(likeness: Matrix) -> Matrix:
    """For every pair, the share of sure pairs nearby that it does not cross; 0.5 where there are none."""
    count, width = likeness.shape
    if not count or not width:
        return np.full((count, width), 0.5)
    best_later, best_earlier = likeness.argmax(axis=1), likeness.argmax(axis=0)
    sure = np.array([
        (i, j) for i, j in enumerate(best_later) if best_earlier[j] == i and likeness[i, j] >= _SURE
    ]).reshape(-1, 2)  # fmt: skip
    rows, columns = np.arange(count), np.arange(width)
    total = np.zeros((count, width))
    agree = np.zeros((count, width))
    for i, j in sure:
        weight = np.exp(-np.abs(rows - i) / _REACH)[:, None] + np.exp(-np.abs(columns - j) / _REACH)[None, :]
        weight[i, j] = 0.0  # a pair does not vouch for itself
        total += weight
        agree += weight * ((rows - i)[:, None] * (columns - j)[None, :] >= 0)
    return np.where(total > 0, agree / np.maximum(total, 1e-12), 0.5)
