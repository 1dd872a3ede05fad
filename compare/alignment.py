"""Which earlier units correspond to which later ones: sections first, then measures, many to many.

1. Sections are compared by all text below them; that gives every measure its context.
2. Measures are judged pair by pair (`compare.pairing`); pairs above the least probability are links.
3. Sections are linked by what their measures did, their own words and their headings.

Pairs that share a unit become one link: one earlier with two later units is a split, two with one a merge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from compare.options import CompareOptions
from compare.pairing import Pairing, context_of, pair_up
from compare.vectors import Matrix, cosines
from corpora.model import Level, Role, Unit, WorkReport

_LEAD_SCORE = 0.35  # a partner by place alone is as unsure as the least sure link
_FLOW_SHARE = 0.55  # of a section pair's score is told by its measures, the rest by its own words
_LEAST_BEST = 0.05  # a best partner below this is chance
NOT_COMPARED_ROLES = frozenset({Role.FRAME, Role.APPENDIX})


@dataclass(frozen=True, slots=True)
class Pair:
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


@dataclass(frozen=True, slots=True)
class Alignment:
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
    sections = _compared(earlier, Level.SECTION), _compared(later, Level.SECTION)
    likeness = cosines(
        [_all_text(earlier, unit) for unit in sections[0]], [_all_text(later, unit) for unit in sections[1]]
    )
    around = {
        (one.id, other.id): float(likeness[i, j])
        for i, one in enumerate(sections[0])
        for j, other in enumerate(sections[1])
    }
    measures = _compared(earlier, Level.MEASURE), _compared(later, Level.MEASURE)
    judged = pair_up(*measures, context_of(*measures, around), options.weights)
    measure_pairs = _measure_pairs(judged, options)
    flows = _flows(*sections, measure_pairs, (earlier, later))
    section_pairs = _section_pairs(sections, likeness, flows, (earlier, later), options.least_section)
    measure_pairs += tuple(_lead_pairs(section_pairs, measure_pairs, (earlier, later)))
    return Alignment(section_pairs, measure_pairs, tuple(_nearest(judged, measure_pairs)))


def _compared(side: WorkReport, level: Level) -> tuple[Unit, ...]:
    return tuple(unit for unit in side.units if unit.level is level and unit.role not in NOT_COMPARED_ROLES)


def _all_text(side: WorkReport, section: Unit) -> str:
    """The text of a section with everything below it."""
    inside = {section.id}
    pieces = [section.text]
    for unit in side.units:
        if unit.parent in inside:
            inside.add(unit.id)
            pieces.append(unit.text)
    return "\n".join(pieces)


# -- measures --------------------------------------------------------------------------------------


def _measure_pairs(judged: Pairing, options: CompareOptions) -> tuple[Pair, ...]:
    chosen = (judged.probability >= options.least_probability) & (judged.content >= options.least_content)
    identical = _identical(judged.earlier, judged.later)
    for i, j in identical:
        chosen[i, :] = False
        chosen[:, j] = False
    for i, j in identical:
        chosen[i, j] = True
    pairs = []
    for i, j in np.argwhere(chosen):
        same = (int(i), int(j)) in identical
        score = 1.0 if same else float(judged.probability[i, j])
        pairs.append(
            Pair(
                judged.earlier[i].id, judged.later[j].id, round(score, 4), "identical" if same else "content"
            )
        )
    return tuple(pairs)


def _lead_pairs(
    sections: Iterable[Pair], measures: Iterable[Pair], sides: tuple[WorkReport, WorkReport]
) -> Iterable[Pair]:
    """Paragraphs that open sections which carry each other on, where neither has a partner.

    What introduces a part (`今年任务繁重，要抓好以下工作`) is written anew each year and shares no rare
    string with last year's; its place tells what it is.
    """
    taken = {("earlier", pair.earlier) for pair in measures} | {("later", pair.later) for pair in measures}
    done: set[str] = set()
    for pair in sorted(sections, key=lambda pair: -pair.score):
        if pair.earlier in done or pair.later in done:
            continue
        done |= {pair.earlier, pair.later}
        one, other = _lead(sides[0], pair.earlier), _lead(sides[1], pair.later)
        if one is None or other is None or one.role is not other.role:
            continue
        if ("earlier", one.id) not in taken and ("later", other.id) not in taken:
            yield Pair(one.id, other.id, _LEAD_SCORE, "position")


def _lead(side: WorkReport, section: str) -> Unit | None:
    """The measure that opens a section and has no topic of its own to be told apart by."""
    first = next((unit for unit in side.units if unit.parent == section), None)
    return first if first is not None and first.level is Level.MEASURE and first.number is None else None


def _identical(earlier: Sequence[Unit], later: Sequence[Unit]) -> set[tuple[int, int]]:
    """Units with the very same text, paired in order where a text stands more than once."""
    places: dict[str, list[int]] = {}
    for j, unit in enumerate(later):
        places.setdefault(unit.text, []).append(j)
    found: set[tuple[int, int]] = set()
    for i, unit in enumerate(earlier):
        if places.get(unit.text):
            found.add((i, places[unit.text].pop(0)))
    return found


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


# -- sections --------------------------------------------------------------------------------------


def _section_pairs(
    sections: tuple[Sequence[Unit], Sequence[Unit]],
    likeness: Matrix,
    flows: tuple[Matrix, Matrix],
    sides: tuple[WorkReport, WorkReport],
    least: float,
) -> tuple[Pair, ...]:
    """Pairs of sections: by what became of their measures and by their own words, whichever says more."""
    earlier, later = sections
    headings = cosines([unit.heading or "" for unit in earlier], [unit.heading or "" for unit in later])
    flow = np.minimum(1.0, np.maximum(*flows))
    best = np.maximum(likeness.max(axis=1, keepdims=True), likeness.max(axis=0, keepdims=True))
    relative = likeness / np.maximum(best, _LEAST_BEST)
    pairs = []
    for i, one in enumerate(earlier):
        for j, other in enumerate(later):
            if _is_chapter(sides[0], one) != _is_chapter(sides[1], other):
                continue
            same_role = one.role is other.role
            words = min(1.0, 0.5 * relative[i, j] + 0.8 * headings[i, j] + (0.1 if same_role else -0.2))
            same = same_role and one.heading == other.heading
            score = 1.0 if same else min(1.0, _FLOW_SHARE * flow[i, j] + (1 - _FLOW_SHARE) * words)
            if score >= least:
                why = "measures" if flow[i, j] >= words and not same else "heading"
                pairs.append(Pair(one.id, other.id, round(float(score), 4), why))
    return tuple(pairs)


def _is_chapter(side: WorkReport, section: Unit) -> bool:
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
    flow_from, flow_to = np.zeros((len(rows), len(columns))), np.zeros((len(rows), len(columns)))
    seen: set[tuple[str, str, str]] = set()
    for pair in measures:
        for one in holders[0][pair.earlier]:
            for other in holders[1][pair.later]:
                if (pair.earlier, one, other) not in seen:
                    flow_from[rows[one], columns[other]] += lengths[0][pair.earlier]
                if (pair.later, one, other) not in seen:
                    flow_to[rows[one], columns[other]] += lengths[1][pair.later]
                seen |= {(pair.earlier, one, other), (pair.later, one, other)}
    for side, section_rows, flow, axis in ((0, rows, flow_from, 0), (1, columns, flow_to, 1)):
        for section, index in section_rows.items():
            total = sum(lengths[side][unit] for unit, above in holders[side].items() if section in above)
            if axis == 0:
                flow[index, :] /= max(total, 1)
            else:
                flow[:, index] /= max(total, 1)
    return flow_from, flow_to


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
