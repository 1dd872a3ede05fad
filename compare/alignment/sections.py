"""Which sections carry each other on: told by what became of their measures and by their own words."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from compare.alignment.fields import field_likeness
from compare.alignment.pairs import NOT_COMPARED_ROLES, Pair, identical, keep_to_each_other
from compare.vectors import Matrix, cosines
from corpora.model import Level, Unit, WorkReport

_FLOW_SHARE = 0.55  # of a section pair's score is told by its measures, the rest by its own words
_WORDS_ALONE = 0.8  # words are less sure than words and measures together
_LEAST_BEST = 0.05  # a best partner below this is chance
_FIELD_OF_HEADING = 0.5  # headings that name the very same fields, beside headings in the same words

Sides = tuple[WorkReport, WorkReport]
Sections = tuple[Sequence[Unit], Sequence[Unit]]


def all_text(side: WorkReport, section: Unit) -> str:
    """The text of a section with everything below it."""
    inside = {section.id}
    pieces = [section.text]
    for unit in side.units:
        if unit.parent in inside:
            inside.add(unit.id)
            pieces.append(unit.text)
    return "\n".join(pieces)


def section_pairs(
    sections: Sections, likeness: Matrix, measures: Iterable[Pair], sides: Sides, least: float
) -> tuple[Pair, ...]:
    """Pair the sections of two reports, many to many.

    Args:
        sections: the n earlier and m later sections.
        likeness: n × m similarities of all text below them.
        measures: the pairs of measures.
        sides: both reports.
        least: a pair below this score is none.
    """
    earlier, later = sections
    texts = [[all_text(side, unit) for unit in units] for side, units in zip(sides, sections, strict=True)]
    same = identical(texts[0], texts[1])
    scores, by_flow = _scores(
        sections, likeness, _flows(earlier, later, measures, sides), _told_by_measures(sections, sides)
    )
    comparable = _of_one_rank(sections, sides)
    pairs = []
    for i, j in np.argwhere(keep_to_each_other((scores >= least) & comparable, same)):
        if (int(i), int(j)) in same:
            pairs.append(Pair(earlier[i].id, later[j].id, 1.0, "identical"))
        else:
            why = "measures" if by_flow[i, j] else "heading"
            pairs.append(Pair(earlier[i].id, later[j].id, round(float(scores[i, j]), 4), why))
    return tuple(pairs)


def _told_by_measures(sections: Sections, sides: Sides) -> NDArray[np.bool_]:
    """For which pairs both sections hold measures; one that runs into its text alone has none to follow."""
    holding = [{above for held in _holders(side).values() for above in held} for side in sides]
    known = [
        np.array([unit.id in held for unit in units], dtype=bool)
        for units, held in zip(sections, holding, strict=True)
    ]
    result: NDArray[np.bool_] = known[0][:, None] & known[1][None, :]
    return result


def _scores(
    sections: Sections, likeness: Matrix, flows: tuple[Matrix, Matrix], told: NDArray[np.bool_]
) -> tuple[Matrix, Matrix]:
    """How sure two sections belong together, n × m, and where their measures tell it."""
    earlier, later = sections
    headings = heading_likeness(
        [unit.heading or "" for unit in earlier], [unit.heading or "" for unit in later]
    )
    flow = np.minimum(1.0, np.maximum(*flows))
    best = np.maximum(
        likeness.max(axis=1, initial=0, keepdims=True), likeness.max(axis=0, initial=0, keepdims=True)
    )
    same_role = np.array([[one.role is other.role for other in later] for one in earlier], dtype=bool)
    same_role = same_role.reshape(likeness.shape)
    words = 0.5 * likeness / np.maximum(best, _LEAST_BEST) + 0.8 * headings + np.where(same_role, 0.1, -0.2)
    words = np.minimum(1.0, words)
    same_heading = np.array(
        [[one.heading == other.heading for other in later] for one in earlier], dtype=bool
    )
    scores = np.where(told, _FLOW_SHARE * flow + (1 - _FLOW_SHARE) * words, _WORDS_ALONE * words)
    scores[same_role & same_heading.reshape(likeness.shape)] = 1.0
    return scores, (flow >= words) & (scores < 1.0)


def heading_likeness(earlier: Sequence[str], later: Sequence[str]) -> Matrix:
    """How alike headings are: by their strings, or, rewritten as they often are, by the fields they name.

    Args:
        earlier: n headings.
        later: m headings.

    Returns:
        An n × m matrix between 0 and 1; the very same fields in other words make 0.5.
    """
    return np.maximum(cosines(earlier, later), _FIELD_OF_HEADING * field_likeness(earlier, later))


def _of_one_rank(sections: Sections, sides: Sides) -> NDArray[np.bool_]:
    """Which sections may carry each other on: chapters chapters, tasks tasks, the head of a part its head.

    The government's own part, for one, is a chapter in some years and the last task of the plan in others.
    """
    chapters = [
        np.array([is_chapter(side, unit) for unit in units], dtype=bool)
        for side, units in zip(sides, sections, strict=True)
    ]
    heads = [_heads(units) for units in sections]
    parts = [
        [unit.role if unit.id in head else None for unit in units]
        for units, head in zip(sections, heads, strict=True)
    ]
    same_part = [[one is not None and one is other for other in parts[1]] for one in parts[0]]
    result: NDArray[np.bool_] = (chapters[0][:, None] == chapters[1][None, :]) | np.array(
        same_part, dtype=bool
    ).reshape(len(sections[0]), len(sections[1]))
    return result


def _heads(sections: Sequence[Unit]) -> set[str]:
    """The sections that are the only outermost ones of their part."""
    role_of = {unit.id: unit.role for unit in sections}
    outermost = [unit for unit in sections if role_of.get(unit.parent or "") is not unit.role]
    count = Counter(unit.role for unit in outermost)
    return {unit.id for unit in outermost if count[unit.role] == 1}


def is_chapter(side: WorkReport, section: Unit) -> bool:
    """Whether a section is an outermost one of a report that has deeper ones; tasks are no chapters."""
    deeper = any(unit.level is Level.SECTION and unit.depth > 0 for unit in side.units)
    return deeper and section.depth == 0


def _flows(
    earlier: Sequence[Unit],
    later: Sequence[Unit],
    measures: Iterable[Pair],
    sides: tuple[WorkReport, WorkReport],
) -> tuple[Matrix, Matrix]:
    """Which share of each earlier section's text went to each later one, and the other way round."""
    rows = {unit.id: index for index, unit in enumerate(earlier)}
    columns = {unit.id: index for index, unit in enumerate(later)}
    holders = tuple(_holders(side) for side in sides)
    lengths = tuple({unit.id: len(unit.text) for unit in side.units} for side in sides)
    shape = (len(rows), len(columns))
    flow_from, flow_to = np.zeros(shape), np.zeros(shape)
    pairs = list(measures)
    for one, other in {
        (pair.earlier, above_later) for pair in pairs for above_later in holders[1][pair.later]
    }:
        for above in holders[0][one]:
            flow_from[rows[above], columns[other]] += lengths[0][one]
    for one, other in {(pair.later, above) for pair in pairs for above in holders[0][pair.earlier]}:
        for above_later in holders[1][one]:
            flow_to[rows[other], columns[above_later]] += lengths[1][one]
    totals = [
        np.array(
            [sum(length[unit] for unit, above in holder.items() if section in above) for section in index]
        )
        for length, holder, index in zip(lengths, holders, (rows, columns), strict=True)
    ]
    return flow_from / np.maximum(totals[0], 1)[:, None], flow_to / np.maximum(totals[1], 1)[None, :]


def _holders(side: WorkReport) -> dict[str, tuple[str, ...]]:
    """The compared sections above each measure."""
    parents = {unit.id: unit.parent for unit in side.units}
    compared = {unit.id for unit in side.units if unit.role not in NOT_COMPARED_ROLES}
    found: dict[str, tuple[str, ...]] = {}
    for unit in side.units:
        if unit.level is not Level.MEASURE:
            continue
        above, parent = [], unit.parent
        while parent is not None:
            if parent in compared:
                above.append(parent)
            parent = parents[parent]
        found[unit.id] = tuple(above)
    return found
