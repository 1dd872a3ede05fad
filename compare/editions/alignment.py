"""Which words both editions have, in order; between them lies what was revised.

Most sentences of a revised text stand as they stood: the longest common subsequence of sentences (Hunt &
McIlroy 1976) keeps them. A sentence without partner that stands elsewhere word for word has been moved. What
is left between is compared clause by clause, as rewritten measures are (`compare.wording`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.editions.typesetting import Words
from compare.matching import bare_form
from compare.model import EditKind
from compare.model import MeaningChange as Change
from compare.similarity import opcodes
from compare.wording.wording import compare_wording
from corpora.model import Level, Role, Span, Unit

_ENDS = "。!?;"
_SENTENCE = re.compile(f"[^{_ENDS}]*[{_ENDS}]*[”’)]*")
_AROUND = 5  # characters on each side of a break by which the other text is seen to run on
_SHORTEST = 6  # characters of words: a shorter sentence may stand at two places by chance
_CLAUSE = re.compile(f"[^,:{_ENDS}]+")
_SHORTEST_CLAUSE = 4

Pair = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Aligned:
    """What both editions have in common, in offsets of their forms.

    Attributes:
        kept: stretches that are the same on both sides, in the order of both.
        moved: sentences that are the same and stand elsewhere.
        changes: what differs on the channels between kept stretches.
    """

    kept: tuple[Pair, ...]
    moved: tuple[Pair, ...]
    changes: tuple[Change, ...]


def in_common(sides: tuple[Words, Words]) -> float:
    """The share of words that stand in clauses of both texts, 0 to 1; order does not count."""
    found = [
        Counter(
            form for each in _CLAUSE.findall(side.form) if len(form := bare_form(each)) >= _SHORTEST_CLAUSE
        )
        for side in sides
    ]
    whole = sum(len(form) * count for side in found for form, count in side.items())
    both = sum(len(form) * count for form, count in (found[0] & found[1]).items())
    return 2 * both / whole if whole else 0.0


def align_editions(sides: tuple[Words, Words], clause_pair: float, year: int) -> Aligned:
    """Find what both editions have.

    Args:
        sides: the words of the delivered and the adopted text.
        clause_pair: likeness from which two clauses are one revised clause.
        year: of both texts, for dates.
    """
    borders = _borders(sides[0], sides[1]), _borders(sides[1], sides[0])
    pieces = [tuple(_sentences(side.form, starts)) for side, starts in zip(sides, borders, strict=True)]
    forms = [
        [side.form[span.start : span.end] for span in found]
        for side, found in zip(sides, pieces, strict=True)
    ]
    steps = opcodes(forms[0], forms[1])
    moved = _moved(steps, forms)
    kept: list[Pair] = []
    changes: list[Change] = []
    for same, (first, last, other_first, other_last) in _runs(steps):
        here, there = pieces[0][first:last], pieces[1][other_first:other_last]
        if same:
            kept.append((Span(here[0].start, here[-1].end), Span(there[0].start, there[-1].end)))
            continue
        here = tuple(span for place, span in enumerate(here, first) if place not in moved)
        gone = set(moved.values())
        there = tuple(span for place, span in enumerate(there, other_first) if place not in gone)
        if here and there:
            wording = compare_wording(
                _units(sides[0].form, here), _units(sides[1].form, there), clause_pair, (year, year)
            )
            kept += [(edit.earlier, edit.later) for edit in wording.edits if edit.kind is EditKind.EQUAL]
            changes += wording.changes
    pairs = tuple((pieces[0][i], pieces[1][j]) for i, j in sorted(moved.items()))
    return Aligned(tuple(kept), pairs, tuple(changes))


def _borders(side: Words, other: Words) -> frozenset[int]:
    """Where lines begin, save those that begin inside a sentence on which the other text runs on."""
    found = set()
    starts = frozenset(other.lines)
    for start in side.lines:
        key = side.form[max(start - _AROUND, 0) : start + _AROUND]
        place = other.form.find(key) if start and side.form[start - 1] not in _ENDS else -1
        runs_on = place >= 0 and len(key) == 2 * _AROUND and place + _AROUND not in starts
        if not runs_on:
            found.add(start)
    return frozenset(found)


def _sentences(form: str, borders: Iterable[int]) -> Iterator[Span]:
    """The sentences of a form, none across a border."""
    edges = sorted({0, len(form), *borders})
    for start, end in pairwise(edges):
        for found in _SENTENCE.finditer(form, start, end):
            if found.group():
                yield Span(found.start(), found.end())


def _runs(
    steps: Sequence[tuple[str, int, int, int, int]],
) -> Iterator[tuple[bool, tuple[int, int, int, int]]]:
    """Equal runs, and what lies between them as one."""
    gap: tuple[int, int, int, int] | None = None
    for tag, *place in steps:
        first, last, other_first, other_last = place
        if tag == "equal":
            if gap:
                yield False, gap
                gap = None
            yield True, (first, last, other_first, other_last)
        else:
            gap = (gap[0], last, gap[2], other_last) if gap else (first, last, other_first, other_last)
    if gap:
        yield False, gap


def _moved(steps: Sequence[tuple[str, int, int, int, int]], forms: Sequence[Sequence[str]]) -> dict[int, int]:
    """Sentences without partner that stand elsewhere, once on each side: earlier → later place."""
    gone: dict[str, list[int]] = {}
    come: dict[str, list[int]] = {}
    for tag, first, last, other_first, other_last in steps:
        if tag == "delete":
            for place in range(first, last):
                gone.setdefault(forms[0][place], []).append(place)
        elif tag == "insert":
            for place in range(other_first, other_last):
                come.setdefault(forms[1][place], []).append(place)
    return {
        places[0]: come[form][0]
        for form, places in gone.items()
        if len(places) == 1 and len(come.get(form, ())) == 1 and len(bare_form(form)) >= _SHORTEST
    }


def _units(form: str, pieces: Iterable[Span]) -> list[Unit]:
    """Sentences as the units that `compare_wording` takes."""
    return [
        Unit(
            "", Level.MEASURE, Role.PLAN, "", None, None, None, span, span.start, form[span.start : span.end]
        )
        for span in pieces
    ]
