"""How alike two reports' sections, measures and sentences are: all from one count of their n-grams."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from compare.matching import sentences
from compare.vectors import (
    Grams,
    Matrix,
    Vectors,
    count_grams,
    gathered,
    products,
    rarities,
    side_cosines,
    weighed,
)
from corpora.model import Unit, WorkReport

Sides = tuple[WorkReport, WorkReport]
Units = tuple[Sequence[Unit], Sequence[Unit]]

_SHORTEST = 14  # characters of a sentence that says something of its own; shorter ones are headings and calls
_SURE = 0.1  # a sentence with this cosine has its counterpart there; below, it counts for as much less
_CHANCE = 0.03  # cosine that any two passages reach


class Likeness(Struct, frozen=True):
    """How alike the units of two reports are.

    Attributes:
        sections: n × m cosines of all that stands in sections.
        measures: n × m cosines of measures.
        sentences: for measures, how clearly a sentence of the one belongs to the other and nowhere else: 0 to
            1 for each direction, added up.
    """

    sections: Matrix
    measures: Matrix
    sentences: Matrix


def compare_contents(sides: Sides, sections: Units, measures: Units) -> Likeness:
    """Compare all sections and measures of two reports.

    Args:
        sides: both reports.
        sections: the n earlier and m later sections.
        measures: the earlier and later measures.
    """
    texts: list[str] = []
    parts: list[dict[str, list[int]]] = []
    for side in sides:
        of_unit = {}
        for unit in side.units:
            pieces = sentences(unit.text)
            of_unit[unit.id] = list(range(len(texts), len(texts) + len(pieces)))
            texts += pieces
        parts.append(of_unit)
    grams = count_grams(texts)
    inside = [_inside(side, units) for side, units in zip(sides, sections, strict=True)]
    whole_sections = [
        [part for unit in units for part in of_unit[unit]]
        for of_unit, held in zip(parts, inside, strict=True)
        for units in held
    ]
    owners = [[of_unit[unit.id] for unit in units] for of_unit, units in zip(parts, measures, strict=True)]
    whole_measures = gathered(grams, [*owners[0], *owners[1]])
    return Likeness(
        side_cosines(gathered(grams, whole_sections), len(sections[0])),
        side_cosines(whole_measures, len(measures[0])),
        _sentence_matches(grams, texts, whole_measures, owners),
    )


def _inside(side: WorkReport, sections: Sequence[Unit]) -> list[list[str]]:
    """For each section, the ids of itself and of all units below it."""
    held: dict[str, list[str]] = {section.id: [section.id] for section in sections}
    parents = {unit.id: unit.parent for unit in side.units}
    for unit in side.units:
        above = unit.parent
        while above is not None:
            if above in held:
                held[above].append(unit.id)
            above = parents[above]
    return [held[section.id] for section in sections]


def _sentence_matches(
    grams: Grams, texts: Sequence[str], measures: Grams, owners: Sequence[Sequence[Sequence[int]]]
) -> Matrix:
    """The sum over both directions of how clearly a unit's clearest sentence belongs to each unit there."""
    rarity = rarities(measures)
    counts = len(owners[0]), len(owners[1])
    whole = (
        weighed(measures.between(0, counts[0]), rarity),
        weighed(measures.between(counts[0], sum(counts)), rarity),
    )
    found = []
    for side, others in ((0, whole[1]), (1, whole[0])):
        chosen = [
            (owner, part)
            for owner, parts in enumerate(owners[side])
            for part in parts
            if len(texts[part]) >= _SHORTEST
        ]
        vectors = weighed(gathered(grams, [[part] for _, part in chosen]), rarity)
        found.append(_clearest(vectors, others, [owner for owner, _ in chosen], counts[side]))
    result: Matrix = found[0] + found[1].T
    return result


def _clearest(parts: Vectors, others: Vectors, owners: Sequence[int], count: int) -> Matrix:
    """For each owner and unit of the other side, how clearly the owner's clearest part belongs there."""
    result = np.zeros((count, others.texts))
    if not result.size or not owners:
        return result
    likeness = products(parts, others)
    in_order = np.sort(likeness, axis=1)
    best = in_order[:, -1:]
    second = in_order[:, -2:-1] if others.texts > 1 else np.zeros_like(best)
    rival = np.where(likeness == best, second, best)
    clear = likeness / (likeness + rival + _CHANCE) * np.minimum(1.0, likeness / _SURE)
    np.maximum.at(result, np.array(owners), clear)
    return result
