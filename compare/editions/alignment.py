"""Which words both editions have, in order; between them lies what was revised.

Most sentences of a revised text stand as they stood: the longest common subsequence of sentences (Hunt &
McIlroy 1976) keeps them. A paragraph or sentence without partner that stands elsewhere has been moved
(`moves`). What is left between is compared clause by clause, as rewritten measures are (`compare.wording`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from compare.editions.moves import Sentences, moved_passages
from compare.editions.typesetting import Words
from compare.matching import bare_form
from compare.model import Edit, EditKind
from compare.model import MeaningChange as Change
from compare.similarity import Opcode, opcodes
from compare.wording.wording import compare_wording
from corpora.model import Level, Role, Span, Unit

_ENDS = "。!?;"
_SENTENCE = re.compile(f"[^{_ENDS}]*[{_ENDS}]*[”’)]*")
_AROUND = 5  # characters on each side of a break by which the other text is seen to run on
_CLAUSE = re.compile(f"[^,:{_ENDS}]+")
_SHORTEST_CLAUSE = 4

Pair = tuple[Span, Span]


class Aligned(Struct, frozen=True):
    """What both editions have in common, in offsets of their forms.

    Attributes:
        kept: stretches that are the same on both sides, in the order of both.
        moved: passages that stand elsewhere, perhaps reworded on the way.
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
    borders = tuple(sorted(_borders(sides[0], sides[1]))), tuple(sorted(_borders(sides[1], sides[0])))
    spans = tuple(_sentences(sides[0].form, borders[0])), tuple(_sentences(sides[1].form, borders[1]))
    forms = _forms(sides[0], spans[0]), _forms(sides[1], spans[1])
    steps = opcodes(*forms)
    moved = moved_passages(Sentences(spans, forms, borders), steps)
    elsewhere = [{place for passage in moved for place in passage[side]} for side in (0, 1)]
    kept: list[Pair] = []
    changes: list[Change] = []
    for same, *places in _runs(steps):
        here, there = (
            tuple(spans[side][place] for place in places[side] if same or place not in elsewhere[side])
            for side in (0, 1)
        )
        if same:
            kept.append((Span(here[0].start, here[-1].end), Span(there[0].start, there[-1].end)))
        elif here and there:
            wording = compare_wording(
                _units(sides[0].form, here), _units(sides[1].form, there), clause_pair, (year, year)
            )
            kept += [(edit.earlier, edit.later) for edit in wording.edits if edit.kind is EditKind.EQUAL]
            changes += wording.changes
    pairs = tuple((_whole(spans[0], one), _whole(spans[1], other)) for one, other in moved)
    for one, other in pairs:
        if sides[0].form[one.start : one.end] != sides[1].form[other.start : other.end]:
            units = _units(sides[0].form, [one]), _units(sides[1].form, [other])
            changes += compare_wording(*units, clause_pair, (year, year)).changes
    return Aligned(tuple(kept), pairs, tuple(changes))


def _forms(side: Words, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(side.form[span.start : span.end] for span in spans)


def _whole(spans: Sequence[Span], places: range) -> Span:
    return Span(spans[places.start].start, spans[places.stop - 1].end)


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


def _runs(steps: Sequence[Opcode]) -> Iterator[tuple[bool, range, range]]:
    """Equal runs of sentences, and what lies between them as one."""
    one, other = range(0), range(0)
    for tag, first, last, other_first, other_last in steps:
        if tag == "equal":
            if one or other:
                yield False, one, other
            yield True, range(first, last), range(other_first, other_last)
            one, other = range(last, last), range(other_last, other_last)
        else:
            one, other = range(one.start, last), range(other.start, other_last)
    if one or other:
        yield False, one, other


def way_between(sides: tuple[Words, Words], passage: Pair, clause_pair: float) -> tuple[Edit, ...]:
    """The steps from a passage that moved to what came of it, in offsets of the forms.

    Args:
        sides: the words of both texts.
        passage: where it stood and where it stands.
        clause_pair: likeness from which two of its clauses are one.
    """
    one, other = (_units(side.form, [span]) for side, span in zip(sides, passage, strict=True))
    return compare_wording(one, other, clause_pair).edits


def _units(form: str, pieces: Iterable[Span]) -> list[Unit]:
    """Sentences as the units that `compare_wording` takes."""
    return [
        Unit(
            "", Level.MEASURE, Role.PLAN, "", None, None, None, span, span.start, form[span.start : span.end]
        )
        for span in pieces
    ]
