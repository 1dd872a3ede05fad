"""The way from the earlier to the later wording inside a link: clauses first, then characters.

Clauses are aligned in order by how alike they are; what has no counterpart is deleted or inserted whole, and
what only changed its order is told as reordered. Inside a pair of clauses the shortest way is sought over
tokens that a reader takes as one (numbers, names in quotation marks, Latin words, the genre's verbs and
adverbs) and single characters otherwise; scattered agreements too short to mean anything are not shown as
kept.
"""

import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from compare.matching import bare_words, clauses, matching_form
from compare.model import Channel, Edit, EditKind, MeaningChange
from compare.similarity import ratios
from compare.wording.amounts import looks_back_on_years
from compare.wording.chains import heaviest_chain
from compare.wording.edits import Reordered, Step, clause_steps, reordered_items
from compare.wording.meaning import ClausePair, meaning_changes, prohibition_in
from corpora.model import Span, Unit

_SAME_CLAUSE = 0.75  # likeness of clauses out of order; in order a weaker one is borne out by the neighbours
_NEARER = 1e-6  # of a character: decides between clauses equally alike and nothing else
_BY_WORDS = 1e-9 / 2**32  # of a character, for a number of 32 bits: decides where nothing else does
_OPENING = 8  # characters of a paragraph that name the years it looks back on
_SHORTEST = 4  # characters of a clause that can be found again, or missed


Alone = tuple[Span, str]  # a clause and its bare form


class Wording(Struct, frozen=True):
    """How the text of a link's units changed.

    Attributes:
        edits: cover both sides in order.
        changes: what differs on the channels.
        likeness: characters kept, as a share of both sides, 0 to 1.
        earlier_only: clauses of the earlier side without counterpart, with their bare forms.
        later_only: clauses of the later side without counterpart, likewise.
        reordered: clauses and items of lists that stand on both sides in another order.
    """

    edits: tuple[Edit, ...]
    changes: tuple[MeaningChange, ...]
    likeness: float
    earlier_only: tuple[Alone, ...] = ()
    later_only: tuple[Alone, ...] = ()
    reordered: tuple[tuple[Span, Span], ...] = ()


Clause = tuple[Span, str, str]  # with its matching form and its bare form
Clauses = list[Clause]
Pairs = list[tuple[int, int]]
Matrix = NDArray[np.float64]
About = tuple[tuple[int, int], tuple[bool, bool]]  # years of the reports; who looks back on several years


class _Found(Struct, frozen=True):
    """What is found on the way through a link's clauses; the lists grow."""

    steps: list[Step] = field(default_factory=list)
    changes: list[MeaningChange] = field(default_factory=list)
    reordered: Reordered = field(default_factory=list)
    alone: tuple[list[Alone], list[Alone]] = field(default_factory=lambda: ([], []))


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
    about = years, (_looks_back(earlier), _looks_back(later))
    likeness = ratios(*([form for *_, form in side] for side in sides)).astype(np.float64)
    in_order = _in_order(sides, likeness, clause_pair)
    elsewhere = _out_of_order(sides, likeness, in_order)
    found = _Found()
    for one, other in elsewhere:
        pair = _pair(sides, one, other, about)
        found.reordered.append((pair.earlier, pair.later))
        found.changes.extend(meaning_changes(pair))
    moved = {i for i, _ in elsewhere}, {j for _, j in elsewhere}
    reached = earlier[0].span.start, later[0].span.start  # how far both sides are told
    for i, j in _steps(in_order, len(sides[0]), len(sides[1])):
        if i is not None and j is not None:
            pair = _pair(sides, i, j, about)
            _tell_pair(pair, found)
            reached = pair.earlier.end, pair.later.end
        elif i is not None:
            clause = sides[0][i]
            found.steps.append((False, clause[0].start, clause[0].end, reached[1], reached[1]))
            reached = clause[0].end, reached[1]
            if i not in moved[0]:
                _tell_alone(clause, reached[1], found, side=0)
        elif j is not None:
            clause = sides[1][j]
            found.steps.append((False, reached[0], reached[0], clause[0].start, clause[0].end))
            reached = reached[0], clause[0].end
            if j not in moved[1]:
                _tell_alone(clause, reached[0], found, side=1)
    starts = (frozenset(unit.span.start for unit in units) for units in (earlier, later))
    joined = _joined(found.steps, *starts)
    found.changes.sort(key=lambda change: (change.later_clause, change.earlier_clause))
    return Wording(
        joined, tuple(found.changes), _kept(joined, earlier, later), tuple(found.alone[0]),
        tuple(found.alone[1]), tuple(sorted(found.reordered)),
    )  # fmt: skip


def _clauses_of(units: Sequence[Unit]) -> Clauses:
    found: Clauses = []
    for unit in units:
        start = unit.span.start
        found += [(Span(start + here, start + end), form, bare) for here, end, form, bare in _cut(unit.text)]
    return found


@lru_cache(maxsize=4096)  # units: a report is the later one of a pair, then the earlier one of the next
def _cut(text: str) -> tuple[tuple[int, int, str, str], ...]:
    """Start and end of each clause of a unit, its matching form and its bare form."""
    form = matching_form(text)
    spans = ((span.start, span.end) for span in clauses(text))
    return tuple((start, end, form[start:end], bare_words(form[start:end])) for start, end in spans)


def _pair(sides: tuple[Clauses, Clauses], i: int, j: int, about: About) -> ClausePair:
    (one, form, _), (other, later_form, _) = sides[0][i], sides[1][j]
    return ClausePair(one, other, form, later_form, *about)


def _looks_back(units: Sequence[Unit]) -> bool:
    return any(looks_back_on_years(matching_form(unit.text[:_OPENING])) for unit in units)


def _tell_pair(pair: ClausePair, found: _Found) -> None:
    """What became of a clause that has a counterpart."""
    one, other = pair.earlier, pair.later
    if pair.earlier_form == pair.later_form:
        found.steps.append((True, one.start, one.end, other.start, other.end))
        return
    reordered = reordered_items(pair)
    found.steps.extend(clause_steps(pair, reordered))
    found.changes.extend(meaning_changes(pair))
    found.reordered.extend(reordered)


def _tell_alone(clause: Clause, elsewhere: int, found: _Found, *, side: int) -> None:
    """A clause without counterpart, if it says anything (同时 and a mark do not), and what it forbids.

    Args:
        clause: the clause.
        elsewhere: how far the other side is told.
        found: is added to.
        side: 0 for a clause that is gone, 1 for one that has come.
    """
    span, form, bare = clause
    prohibition = prohibition_in(form, span)
    if prohibition:
        nowhere = Span(elsewhere, elsewhere)
        places = (prohibition, nowhere), (span, nowhere)
        one, other = places if side == 0 else (places[0][::-1], places[1][::-1])
        found.changes.append(MeaningChange(Channel.NEGATION, *one, *other))
    if len(bare) >= _SHORTEST:
        found.alone[side].append((span, bare))


def _kept(edits: Sequence[Edit], earlier: Sequence[Unit], later: Sequence[Unit]) -> float:
    total = sum(len(unit.text) for unit in (*earlier, *later))
    kept = sum(len(edit.earlier) + len(edit.later) for edit in edits if edit.kind is EditKind.EQUAL)
    return kept / total if total else 1.0


# -- clauses ---------------------------------------------------------------------------------------


def _in_order(sides: tuple[Clauses, Clauses], likeness: Matrix, least: float) -> Pairs:
    """Pairs of clauses, in order, that share most characters (Needleman & Wunsch 1970).

    Few clauses of two links are alike at all, so the best way is sought over those pairs instead of over the
    whole table: for each pair, the best way to it goes through a pair before it in both texts.
    """
    rows, columns = np.nonzero(likeness >= least)
    lengths = tuple(np.array([len(form) for *_, form in side], dtype=np.float64) for side in sides)
    # marks alone count a little, too
    gain = likeness[rows, columns] * (lengths[0][rows] + lengths[1][columns] + 1.0)
    # of clauses equally alike those nearest in place: so both ways of comparing pair the same
    gain -= _NEARER * np.abs(rows / max(len(sides[0]), 1) - columns / max(len(sides[1]), 1))
    # … and of ways that are equally near those with the same clauses, whichever side is called the earlier
    marks = tuple(np.array([_mark_of(form) for *_, form in side], dtype=np.uint64) for side in sides)
    gain += _BY_WORDS * (marks[0][rows] * marks[1][columns] >> np.uint64(32))
    return heaviest_chain(rows.tolist(), columns.tolist(), gain.tolist())


@lru_cache(maxsize=1 << 14)
def _mark_of(form: str) -> int:
    """A number of 32 bits that is the same for the same words and for hardly any others."""
    return zlib.crc32(form.encode("utf-8", "surrogatepass"))


def _out_of_order(sides: tuple[Clauses, Clauses], likeness: Matrix, in_order: Pairs) -> Pairs:
    """Pairs of clauses that are much alike and stand in another order, the likest first, in earlier order."""
    free = [
        [place for place, (*_, form) in enumerate(side) if place not in taken and len(form) >= _SHORTEST]
        for side, taken in zip(sides, ({i for i, _ in in_order}, {j for _, j in in_order}), strict=True)
    ]
    if not free[0] or not free[1]:
        return []
    # of clauses equally alike those nearest in place, as above
    near = [
        (-likeness[i, j], abs(i / len(sides[0]) - j / len(sides[1])), i, j)
        for i, j in np.argwhere(likeness >= _SAME_CLAUSE).tolist()
        if i in free[0] and j in free[1]
    ]
    pairs: Pairs = []
    for *_, i, j in sorted(near):
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


def _joined(steps: Sequence[Step], earlier: frozenset[int], later: frozenset[int]) -> tuple[Edit, ...]:
    """Neighbouring steps of a kind as one edit; never across a unit's start or a gap between units."""
    joined: list[Step] = []
    for step in steps:
        equal, start, end, later_start, later_end = step
        if joined:
            was_equal, first, reached, later_first, later_reached = joined[-1]
            crosses = (reached > first and end > start and start in earlier) or (
                later_reached > later_first and later_end > later_start and later_start in later
            )
            goes_on = equal is was_equal and reached == start and later_reached == later_start
            if goes_on and not crosses:
                joined[-1] = equal, first, end, later_first, later_end
                continue
        joined.append(step)
    return tuple(map(_edit, joined))


def _edit(step: Step) -> Edit:
    equal, start, end, later_start, later_end = step
    earlier, later = Span(start, end), Span(later_start, later_end)
    if equal:
        return Edit(EditKind.EQUAL, earlier, later)
    if later_start == later_end:
        return Edit(EditKind.DELETED, earlier, later)
    return Edit(EditKind.REPLACED if end > start else EditKind.INSERTED, earlier, later)
