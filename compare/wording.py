"""The way from the earlier to the later wording inside a link: clauses first, then characters.

Clauses are aligned in order by how alike they are; what has no counterpart is deleted or inserted whole.
Inside a pair of clauses the shortest way is sought over tokens that a reader takes as one (numbers, Latin
words) and single characters otherwise; scattered agreements too short to mean anything are not shown as kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from compare.matching import bare_form, clauses, matching_form
from compare.meaning import ClausePair, meaning_changes, prohibition_in
from compare.model import Channel, Edit, EditKind, MeaningChange
from compare.similarity import opcodes, ratios
from corpora.model import Span, Unit

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|[A-Za-z]+|.", re.DOTALL)
_LEAST_RUN = 2  # characters: a single shared one between changes is chance


@dataclass(frozen=True, slots=True)
class Wording:
    """How the text of a link's units changed.

    Attributes:
        edits: cover both sides in order.
        changes: changed numbers and negations.
        likeness: characters kept, as a share of both sides, 0 to 1.
    """

    edits: tuple[Edit, ...]
    changes: tuple[MeaningChange, ...]
    likeness: float


Clauses = list[tuple[Span, str]]


def compare_wording(earlier: Sequence[Unit], later: Sequence[Unit], clause_pair: float) -> Wording:
    """Find the way from the earlier units' text to the later ones'.

    Args:
        earlier: the earlier units of a link, in reading order.
        later: the later units.
        clause_pair: likeness from which two clauses are one reworded clause.
    """
    before, after = _clauses_of(earlier), _clauses_of(later)
    edits: list[Edit] = []
    changes: list[MeaningChange] = []
    reached = Span(earlier[0].span.start, later[0].span.start)  # how far both sides are told
    for i, j in _steps(_in_order(before, after, clause_pair), len(before), len(after)):
        if i is not None and j is not None:
            pair = ClausePair(before[i][0], after[j][0], before[i][1], after[j][1])
            edits.extend(_clause_edits(pair))
            changes.extend(meaning_changes(pair))
            reached = Span(before[i][0].end, after[j][0].end)
        elif i is not None:
            edit, lost = _alone(*before[i], reached.end, gone=True)
            edits.append(edit)
            changes.extend(lost)
            reached = Span(before[i][0].end, reached.end)
        elif j is not None:
            edit, come = _alone(*after[j], reached.start, gone=False)
            edits.append(edit)
            changes.extend(come)
            reached = Span(reached.start, after[j][0].end)
    starts = (frozenset(unit.span.start for unit in units) for units in (earlier, later))
    joined = _joined(edits, *starts)
    return Wording(joined, tuple(changes), _likeness(joined, earlier, later))


def _clauses_of(units: Sequence[Unit]) -> Clauses:
    return [
        (span, unit.text[span.start - unit.span.start : span.end - unit.span.start])
        for unit in units
        for span in clauses(unit.text, unit.span.start)
    ]


def _alone(clause: Span, text: str, elsewhere: int, *, gone: bool) -> tuple[Edit, tuple[MeaningChange, ...]]:
    """A clause without counterpart, and the change of meaning if it forbids something."""
    nowhere = Span(elsewhere, elsewhere)
    prohibition = prohibition_in(text, clause)
    if gone:
        lost = MeaningChange(Channel.NEGATION, prohibition or clause, nowhere, clause, nowhere)
        return Edit(EditKind.DELETED, clause, nowhere), (lost,) if prohibition else ()
    come = MeaningChange(Channel.NEGATION, nowhere, prohibition or clause, nowhere, clause)
    return Edit(EditKind.INSERTED, nowhere, clause), (come,) if prohibition else ()


def _likeness(edits: Sequence[Edit], earlier: Sequence[Unit], later: Sequence[Unit]) -> float:
    total = sum(len(unit.text) for unit in (*earlier, *later))
    kept = sum(len(edit.earlier) + len(edit.later) for edit in edits if edit.kind is EditKind.EQUAL)
    return kept / total if total else 1.0


# -- clauses ---------------------------------------------------------------------------------------


def _in_order(earlier: Clauses, later: Clauses, least: float) -> list[tuple[int, int]]:
    """Pairs of clauses, in order, that share most characters (Needleman & Wunsch 1970)."""
    forms = tuple([bare_form(text) for _, text in side] for side in (earlier, later))
    likeness = np.asarray(ratios(*forms), dtype=np.float64)
    lengths = tuple(np.array([len(form) for form in side], dtype=np.float64) for side in forms)
    gain = likeness * (lengths[0][:, None] + lengths[1][None, :] + 1.0)  # marks alone count a little, too
    gain[likeness < least] = 0.0
    count, width = gain.shape
    best = np.zeros((count + 1, width + 1))
    for i in range(count):
        row = np.maximum(best[i, :-1] + gain[i], best[i, 1:])
        best[i + 1, 1:] = np.maximum.accumulate(row)
    pairs: list[tuple[int, int]] = []
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


# -- characters ------------------------------------------------------------------------------------


def _clause_edits(pair: ClausePair) -> Iterator[Edit]:
    """The edits inside two aligned clauses."""
    if matching_form(pair.earlier_text) == matching_form(pair.later_text):
        yield Edit(EditKind.EQUAL, pair.earlier, pair.later)
        return
    sides = tuple(
        [
            (found.group(), span.start + found.start(), span.start + found.end())
            for found in _TOKEN.finditer(matching_form(text))
        ]
        for text, span in ((pair.earlier_text, pair.earlier), (pair.later_text, pair.later))
    )
    ends = tuple(
        [start for _, start, _ in side] + [span.end]
        for side, span in zip(sides, (pair.earlier, pair.later), strict=True)
    )
    for tag, start, end, later_start, later_end in opcodes(
        *([token for token, _, _ in side] for side in sides)
    ):
        one, other = Span(ends[0][start], ends[0][end]), Span(ends[1][later_start], ends[1][later_end])
        is_equal = tag == "equal" and (len(one) >= _LEAST_RUN or start == 0 or end == len(sides[0]))
        yield Edit(EditKind.EQUAL if is_equal else EditKind.REPLACED, one, other)


def _joined(edits: Sequence[Edit], earlier: frozenset[int], later: frozenset[int]) -> tuple[Edit, ...]:
    """Neighbouring edits of a kind as one, changes as one replacement; never across a unit's start."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        opens_unit = (len(edit.earlier) and edit.earlier.start in earlier) or (
            len(edit.later) and edit.later.start in later
        )
        if last and not opens_unit and _can_join(last, edit):
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
