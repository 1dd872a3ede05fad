"""How sure it is that an earlier and a later unit carry the same content, for all pairs of one level.

Several weak signs are put together (`compare.options.Weights`): rare character n-grams, heading words, the
sections around, the order against sure pairs nearby, the part, the kind of enumeration, how the pair compares
with the best that either unit finds elsewhere, by content and by field of policy, and sentences that belong
to the other unit alone. Content decides first; order only tells likely from unlikely.
"""

import numpy as np
from msgspec import Struct

from compare.alignment.contents import Likeness, Units
from compare.alignment.fields import field_likeness
from compare.options import Weights
from compare.vectors import Matrix, Numbers, cosines
from corpora.model import Role, Unit

REVIEWED = {Role.REVIEW, Role.PROBLEMS}
_NO_SECTION = 0.5  # context of two units that both stand outside all sections: neither for nor against
_HEADING_WORDS = 30  # characters of a unit without heading that stand in for one
# A best partner below these is chance; comparing with it would lift noise. Ten years apart, true partners
# have cosines of 0.05 to 0.1: a higher bar loses them.
_CHANCE_CONTENT = 0.1
_CHANCE_SUBJECT = 0.12
_FIELD_SHARE = 0.1  # the same field weighs as much as this cosine of rare n-grams
_REACH = 4.0  # units over which a sure pair speaks for the order of its neighbours
_SILENCE = 1e-9
_ROLES = tuple(Role)
_SURE = 0.25  # cosine (with heading) from which mutual best pairs are sure enough to tell the order


class Pairing(Struct, frozen=True):
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


def pair_up(measures: Units, likeness: Likeness, sections: Units, weights: Weights) -> Pairing:
    """Judge all pairs of earlier and later measures.

    Args:
        measures: the n earlier and m later measures, in reading order.
        likeness: how alike they and the sections are.
        sections: the sections that `likeness` knows.
        weights: how much each sign counts.
    """
    earlier, later = measures
    content = likeness.measures
    headings = cosines([_heading(unit) for unit in earlier], [_heading(unit) for unit in later])
    subject = content + _FIELD_SHARE * field_likeness(
        [unit.text for unit in earlier], [unit.text for unit in later]
    )
    roles = [np.array([_ROLES.index(unit.role) for unit in units], dtype=int) for units in measures]
    same_role = roles[0][:, None] == roles[1][None, :]
    reviewed = [np.isin(side, [_ROLES.index(role) for role in REVIEWED]) for side in roles]
    marks = [np.array([_kind_of_mark(unit.number) for unit in units], dtype=int) for units in measures]
    other_marks = marks[0][:, None] * marks[1][None, :] < 0
    log_odds = (
        weights.base
        + weights.content * np.sqrt(content)
        + weights.heading * headings
        + weights.context * _context(measures, sections, likeness.sections)
        + weights.order * in_order(content + 0.2 * headings + 0.1 * same_role)
        + weights.role * same_role
        + weights.across_review * (reviewed[0][:, None] != reviewed[1][None, :])
        + weights.other_marks * other_marks
        + weights.best_content * _against_best(content, _CHANCE_CONTENT)
        + weights.best_subject * _against_best(subject, _CHANCE_SUBJECT)
        + weights.sentences * likeness.sentences
    )
    return Pairing(tuple(earlier), tuple(later), content, 1.0 / (1.0 + np.exp(-log_odds)))


def _context(measures: Units, sections: Units, likeness: Matrix) -> Matrix:
    """Similarity of the sections that hold the measures."""
    # one more row and column for what stands outside all compared sections
    around = np.zeros((likeness.shape[0] + 1, likeness.shape[1] + 1))
    around[:-1, :-1] = likeness
    holders = []
    for units, known in zip(measures, sections, strict=True):
        places = {section.id: index for index, section in enumerate(known)}
        holders.append(np.array([places.get(unit.parent or "", len(known)) for unit in units], dtype=int))
    result: Matrix = around[np.ix_(*holders)]
    free = [np.array([unit.parent is None for unit in units], dtype=bool) for units in measures]
    result[np.ix_(*free)] = _NO_SECTION
    return result


def _against_best(likeness: Matrix, chance: float) -> Matrix:
    """For every pair, its likeness as a share of the best that either unit finds, both shares added up."""
    best_later = likeness.max(axis=1, initial=0, keepdims=True)
    best_earlier = likeness.max(axis=0, initial=0, keepdims=True)
    result: Matrix = likeness / np.maximum(best_later, chance) + likeness / np.maximum(best_earlier, chance)
    return result


def _heading(unit: Unit) -> str:
    return unit.heading or unit.text[:_HEADING_WORDS]


def _kind_of_mark(number: str | None) -> int:
    """Results stand behind dashes (1), steps taken are counted (-1: 一是); without a mark 0."""
    if not number:
        return 0
    return 1 if number[0] in "—－-●◆■" else -1


def in_order(likeness: Matrix) -> Matrix:
    """For every pair, the share of sure pairs nearby that it does not cross; 0.5 where there are none.

    A sure pair speaks for the units near its own on either side, the less, the farther they stand. Each unit
    is in one sure pair at most, so that what those above and below say is a running sum along the row.
    """
    count, width = likeness.shape
    if not count or not width:
        return np.full((count, width), 0.5)
    best_later, best_earlier = likeness.argmax(axis=1), likeness.argmax(axis=0)
    mutual = best_earlier[best_later] == np.arange(count)
    rows = np.flatnonzero(mutual & (likeness[np.arange(count), best_later] >= _SURE))
    columns = best_later[rows]
    heard, agreed = (
        along_rows + along_columns.T
        for along_rows, along_columns in zip(
            _voices(rows, columns, likeness.shape), _voices(columns, rows, likeness.shape[::-1]), strict=True
        )
    )
    heard[rows, columns] -= 2.0  # a pair does not vouch for itself
    agreed[rows, columns] -= 2.0
    return np.where(heard > _SILENCE, agreed / np.maximum(heard, _SILENCE), 0.5)


def _voices(rows: Numbers, columns: Numbers, shape: tuple[int, int]) -> tuple[Matrix, Matrix]:
    """How much sure pairs say about each pair because their rows are near, and how much of it agrees."""
    distance = np.arange(shape[0])[:, None] - rows[None, :]
    weight = np.exp(-np.abs(distance) / _REACH)
    heard = np.repeat(weight.sum(axis=1, keepdims=True), shape[1], axis=1)
    # behind the sure pair's row stands in order what stands at its column or behind, and the other way round
    behind, before = np.zeros(shape), np.zeros(shape)
    behind[:, columns] = weight * (distance > 0)
    before[:, columns] = weight * (distance < 0)
    agreed = np.cumsum(behind, axis=1) + np.cumsum(before[:, ::-1], axis=1)[:, ::-1]
    agreed += (weight * (distance == 0)).sum(axis=1, keepdims=True)
    return heard, agreed
