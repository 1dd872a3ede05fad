"""Which earlier units correspond to which later ones: sections first, then measures, many to many.

1. Sections are compared by all text below them; that gives every measure its context.
2. Measures are judged pair by pair (`pairing`); pairs above the least probability are links, and less
   probable ones of units that have nothing but each other.
3. Sections are linked by what their measures did, their own words and their headings.

Pairs that share a unit become one link later: one earlier with two later units is a split, for instance.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.alignment.contents import Likeness, Sides, Units, compare_contents
from compare.alignment.pairing import REVIEWED, Pairing, pair_up
from compare.alignment.pairs import Pair, compared_units, identical, keep_to_each_other
from compare.alignment.sections import section_pairs
from compare.options import CompareOptions, Weights
from corpora.model import Level, Unit, WorkReport

_LEAD_SCORE = 0.35  # a partner by place alone is as unsure as the least sure link


class Alignment(Struct, frozen=True):
    """All pairs of two reports' units, and what came nearest to those without a partner.

    Attributes:
        sections: pairs of sections.
        measures: pairs of measures.
        nearest: (unit id, side `earlier` or `later`, id of the nearest unit of the other side or None,
            cosine).
    """

    sections: tuple[Pair, ...]
    measures: tuple[Pair, ...]
    nearest: tuple[tuple[str, str, str | None, float], ...]


def align(earlier: WorkReport, later: WorkReport, options: CompareOptions) -> Alignment:
    """Align two reports.

    Args:
        earlier: the earlier report.
        later: the later report.
        options: weights and thresholds.
    """
    sections = compared_units(earlier, Level.SECTION), compared_units(later, Level.SECTION)
    likeness, judged = _judged((earlier, later), sections, options.weights)
    measure_pairs = _measure_pairs(judged, options)
    found = section_pairs(sections, likeness.sections, measure_pairs, (earlier, later), options.least_section)
    measure_pairs += tuple(_lead_pairs(found, measure_pairs, (earlier, later)))
    return Alignment(found, measure_pairs, tuple(_nearest(judged, measure_pairs)))


def judge(earlier: WorkReport, later: WorkReport, weights: Weights) -> Pairing:
    """Judge all pairs of two reports' measures; see `align`."""
    sections = compared_units(earlier, Level.SECTION), compared_units(later, Level.SECTION)
    return _judged((earlier, later), sections, weights)[1]


def _judged(sides: Sides, sections: Units, weights: Weights) -> tuple[Likeness, Pairing]:
    measures = compared_units(sides[0], Level.MEASURE), compared_units(sides[1], Level.MEASURE)
    likeness = compare_contents(sides, sections, measures)
    return likeness, pair_up(measures, likeness, sections, weights)


def _measure_pairs(judged: Pairing, options: CompareOptions) -> tuple[Pair, ...]:
    chosen = (judged.probability >= options.least_probability) & (judged.content >= options.least_content)
    for i, j in _nothing_else(judged, chosen, options):
        chosen[i, j] = True
    same = identical([unit.text for unit in judged.earlier], [unit.text for unit in judged.later])
    pairs = []
    for i, j in np.argwhere(keep_to_each_other(chosen, same)):
        score, why = float(judged.probability[i, j]), "content"
        if (int(i), int(j)) in same:
            score, why = 1.0, "identical"
        pairs.append(Pair(judged.earlier[i].id, judged.later[j].id, round(score, 4), why))
    return tuple(pairs)


def _nothing_else(
    judged: Pairing, chosen: NDArray[np.bool_], options: CompareOptions
) -> Iterable[tuple[int, int]]:
    """Pairs of units without another partner that share most with each other and look the same way in time.

    Ten years on, or a level of government below, a field is written of in other words throughout.
    """
    if not chosen.size:
        return
    best_later, best_earlier = judged.content.argmax(axis=1), judged.content.argmax(axis=0)
    taken = set(np.flatnonzero(chosen.any(axis=0)).tolist())
    for i in np.flatnonzero(~chosen.any(axis=1)).tolist():
        j = int(best_later[i])
        if j in taken or best_earlier[j] != i or judged.content[i, j] < options.least_content:
            continue
        if judged.probability[i, j] < options.least_nothing_else:
            continue
        if (judged.earlier[i].role in REVIEWED) is (judged.later[j].role in REVIEWED):
            yield i, j


def _lead_pairs(
    sections: Sequence[Pair], measures: Sequence[Pair], sides: tuple[WorkReport, WorkReport]
) -> Iterable[Pair]:
    """Paragraphs that open sections which carry each other on, where neither has a partner.

    What introduces a part (`今年任务繁重，要抓好以下工作`) is written anew each year and shares no rare
    string with last year's; its place tells what it is.
    """
    taken = {("earlier", pair.earlier) for pair in measures} | {("later", pair.later) for pair in measures}
    for pair in sections:
        rivals = [
            rival for rival in sections if (rival.earlier == pair.earlier) != (rival.later == pair.later)
        ]
        if any(rival.score >= pair.score for rival in rivals):
            continue
        one, other = _lead(sides[0], pair.earlier), _lead(sides[1], pair.later)
        if one is None or other is None or one.role is not other.role:
            continue
        if ("earlier", one.id) not in taken and ("later", other.id) not in taken:
            yield Pair(one.id, other.id, _LEAD_SCORE, "position")


def _lead(side: WorkReport, section: str) -> Unit | None:
    """The measure that opens a section and has no topic of its own to be told apart by."""
    first = next((unit for unit in side.units if unit.parent == section), None)
    return first if first is not None and first.level is Level.MEASURE and first.number is None else None


def _nearest(judged: Pairing, pairs: Iterable[Pair]) -> Iterable[tuple[str, str, str | None, float]]:
    """For units without a partner: the unit of the other side that shares most content."""
    linked = {("earlier", pair.earlier) for pair in pairs} | {("later", pair.later) for pair in pairs}
    sides = (
        ("earlier", judged.earlier, judged.later, judged.content),
        ("later", judged.later, judged.earlier, judged.content.T),
    )
    for side, units, others, content in sides:
        for index, unit in enumerate(units):
            if (side, unit.id) in linked:
                continue
            best = int(content[index].argmax()) if len(others) else -1
            score = float(content[index, best]) if len(others) else 0.0
            yield unit.id, side, others[best].id if score > 0 else None, round(score, 4)
