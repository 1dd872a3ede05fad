"""The way from the earlier to the later wording inside a link: clauses first, then characters.

Clauses are aligned in order by how alike they are; what has no counterpart is deleted or inserted whole, and
what only changed its order is told as reordered. Inside a pair of clauses the shortest way is sought over
tokens that a reader takes as one (numbers, names in quotation marks, Latin words, the genre's verbs and
adverbs) and single characters otherwise; scattered agreements too short to mean anything are not shown as
kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.matching import bare_form, clauses
from compare.model import Channel, Edit, EditKind, MeaningChange
from compare.similarity import ratios
from compare.wording.edits import clause_edits, reordered_items
from compare.wording.meaning import ClausePair, meaning_changes, prohibition_in
from corpora.model import Span, Unit

_SAME_CLAUSE = 0.75  # likeness of clauses out of order; in order a weaker one is borne out by the neighbours
_NEARER = 1e-6  # of a character: decides between clauses equally alike and nothing else
_SHORTEST = 4  # characters of a clause that can be found again, or missed


@dataclass(frozen=True, slots=True)
class Wording:
    """How the text of a link's units changed.

    Attributes:
        edits: cover both sides in order.
        changes: what differs on the channels.
        likeness: characters kept, as a share of both sides, 0 to 1.
        earlier_only: clauses of the earlier side without counterpart.
        later_only: clauses of the later side without counterpart.
        reordered: clauses and items of lists that stand on both sides in another order.
    """

    edits: tuple[Edit, ...]
    changes: tuple[MeaningChange, ...]
    likeness: float
    earlier_only: tuple[Span, ...] = ()
    later_only: tuple[Span, ...] = ()
    reordered: tuple[tuple[Span, Span], ...] = ()


Clauses = list[tuple[Span, str]]
Pairs = list[tuple[int, int]]
Matrix = NDArray[np.float64]


def compare_wording(
    earlier: Sequence[Unit], later: Sequence[Unit], clause_pair: float, years: tuple[int, int] = (0, 0)
) -> Wording:
    """Find the way from the earlier units' text to the later ones'.

    Args:
        earlier: the earlier units of a link, in reading order.
        later: the later units.
        clause_pair: likeness from which two clauses are one reworded clause.
        years: the years of the two reports, for dates told by the year; zeros where they are not known.
    """
    sides = _clauses_of(earlier), _clauses_of(later)
    likeness = _likeness_of(*sides)
    in_order = _in_order(sides, likeness, clause_pair)
    elsewhere = _out_of_order(sides, likeness, in_order)
    edits: list[Edit] = []
    changes: list[MeaningChange] = []
    reordered: list[tuple[Span, Span]] = []
    alone: tuple[list[Span], list[Span]] = ([], [])
    for one, other in elsewhere:
        pair = _pair(sides, one, other, years)
        reordered.append((pair.earlier, pair.later))
        changes.extend(meaning_changes(pair))
    moved = {i for i, _ in elsewhere}, {j for _, j in elsewhere}
    reached = Span(earlier[0].span.start, later[0].span.start)  # how far both sides are told
    for i, j in _steps(in_order, len(sides[0]), len(sides[1])):
        if i is not None and j is not None:
            pair = _pair(sides, i, j, years)
            edits.extend(clause_edits(pair))
            changes.extend(meaning_changes(pair))
            reordered.extend(reordered_items(pair))
            reached = Span(pair.earlier.end, pair.later.end)
        elif i is not None:
            span, text = sides[0][i]
            edits.append(Edit(EditKind.DELETED, span, Span(reached.end, reached.end)))
            reached = Span(span.end, reached.end)
            if i not in moved[0]:
                changes.extend(_prohibition(span, text, reached.end, gone=True))
                alone[0].extend(_told(span, text))
        elif j is not None:
            span, text = sides[1][j]
            edits.append(Edit(EditKind.INSERTED, Span(reached.start, reached.start), span))
            reached = Span(reached.start, span.end)
            if j not in moved[1]:
                changes.extend(_prohibition(span, text, reached.start, gone=False))
                alone[1].extend(_told(span, text))
    starts = (frozenset(unit.span.start for unit in units) for units in (earlier, later))
    joined = _joined(edits, *starts)
    changes.sort(key=lambda change: (change.later_clause, change.earlier_clause))
    return Wording(
        joined, tuple(changes), _kept(joined, earlier, later), tuple(alone[0]), tuple(alone[1]),
        tuple(sorted(reordered)),
    )  # fmt: skip


def _clauses_of(units: Sequence[Unit]) -> Clauses:
    return [
        (span, unit.text[span.start - unit.span.start : span.end - unit.span.start])
        for unit in units
        for span in clauses(unit.text, unit.span.start)
    ]


def _pair(sides: tuple[Clauses, Clauses], i: int, j: int, years: tuple[int, int]) -> ClausePair:
    (one, text), (other, later_text) = sides[0][i], sides[1][j]
    return ClausePair(one, other, text, later_text, years)


def _told(span: Span, text: str) -> Iterator[Span]:
    """A clause without counterpart, if it says anything: 同时 and a mark by itself do not."""
    if len(bare_form(text)) >= _SHORTEST:
        yield span


def _prohibition(clause: Span, text: str, elsewhere: int, *, gone: bool) -> Iterator[MeaningChange]:
    """The change of meaning when a clause without counterpart forbids something."""
    prohibition, nowhere = prohibition_in(text, clause), Span(elsewhere, elsewhere)
    if prohibition and gone:
        yield MeaningChange(Channel.NEGATION, prohibition, nowhere, clause, nowhere)
    elif prohibition:
        yield MeaningChange(Channel.NEGATION, nowhere, prohibition, nowhere, clause)


def _kept(edits: Sequence[Edit], earlier: Sequence[Unit], later: Sequence[Unit]) -> float:
    total = sum(len(unit.text) for unit in (*earlier, *later))
    kept = sum(len(edit.earlier) + len(edit.later) for edit in edits if edit.kind is EditKind.EQUAL)
    return kept / total if total else 1.0


# -- clauses ---------------------------------------------------------------------------------------


def _likeness_of(earlier: Clauses, later: Clauses) -> Matrix:
    forms = ([bare_form(text) for _, text in side] for side in (earlier, later))
    return np.asarray(ratios(*forms), dtype=np.float64)


def _in_order(sides: tuple[Clauses, Clauses], likeness: Matrix, least: float) -> Pairs:
    """Pairs of clauses, in order, that share most characters (Needleman & Wunsch 1970)."""
    lengths = tuple(np.array([len(bare_form(text)) for _, text in side], dtype=np.float64) for side in sides)
    gain = likeness * (lengths[0][:, None] + lengths[1][None, :] + 1.0)  # marks alone count a little, too
    count, width = gain.shape
    # of clauses equally alike those nearest in place: so both ways of comparing pair the same
    places = np.arange(count)[:, None] / max(count, 1) - np.arange(width)[None, :] / max(width, 1)
    gain -= _NEARER * np.abs(places)
    gain[likeness < least] = 0.0
    best = np.zeros((count + 1, width + 1))
    for i in range(count):
        row = np.maximum(best[i, :-1] + gain[i], best[i, 1:])
        best[i + 1, 1:] = np.maximum.accumulate(row)
    pairs: Pairs = []
    i, j = count, width
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _out_of_order(sides: tuple[Clauses, Clauses], likeness: Matrix, in_order: Pairs) -> Pairs:
    """Pairs of clauses that are much alike and stand in another order, the likest first, in earlier order."""
    free = [
        [
            place
            for place, (_, text) in enumerate(side)
            if place not in taken and len(bare_form(text)) >= _SHORTEST
        ]
        for side, taken in zip(sides, ({i for i, _ in in_order}, {j for _, j in in_order}), strict=True)
    ]
    if not free[0] or not free[1]:
        return []
    near = [
        (-likeness[i, j], i, j)
        for i, j in np.argwhere(likeness >= _SAME_CLAUSE).tolist()
        if i in free[0] and j in free[1]
    ]
    pairs: Pairs = []
    for _, i, j in sorted(near):
        if all(i != one and j != other for one, other in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def _steps(
    matched: Sequence[tuple[int, int]], count: int, width: int
) -> Iterator[tuple[int | None, int | None]]:
    """All clauses of both sides in order: deletions before insertions between two matched pairs."""
    i = j = 0
    for one, other in [*matched, (count, width)]:
        yield from ((index, None) for index in range(i, one))
        yield from ((None, index) for index in range(j, other))
        if one < count:
            yield one, other
        i, j = one + 1, other + 1


# -- edits ------------------------------------------------------------------------------------------


def _joined(edits: Sequence[Edit], earlier: frozenset[int], later: frozenset[int]) -> tuple[Edit, ...]:
    """Neighbouring edits of a kind as one, changes as one replacement; never across a unit's start."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        crosses = last is not None and (
            (len(last.earlier) and len(edit.earlier) and edit.earlier.start in earlier)
            or (len(last.later) and len(edit.later) and edit.later.start in later)
        )
        if last and not crosses and _can_join(last, edit):
            earlier_span = Span(last.earlier.start, edit.earlier.end)
            later_span = Span(last.later.start, edit.later.end)
            joined[-1] = _named(earlier_span, later_span, equal=edit.kind is EditKind.EQUAL)
        else:
            joined.append(_named(edit.earlier, edit.later, equal=edit.kind is EditKind.EQUAL))
    return tuple(joined)


def _can_join(last: Edit, edit: Edit) -> bool:
    """Whether both sides go on without a gap (there is one between units), equal both or changed both."""
    return (
        last.earlier.end == edit.earlier.start
        and last.later.end == edit.later.start
        and (last.kind is EditKind.EQUAL) == (edit.kind is EditKind.EQUAL)
    )


def _named(earlier: Span, later: Span, *, equal: bool) -> Edit:
    if equal:
        return Edit(EditKind.EQUAL, earlier, later)
    if not len(later):
        return Edit(EditKind.DELETED, earlier, later)
    return Edit(EditKind.REPLACED if len(earlier) else EditKind.INSERTED, earlier, later)
