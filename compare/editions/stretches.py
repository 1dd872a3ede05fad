"""From what both editions have to what was revised: one stretch for each edit that a reader would tell.

Edits that only a few characters of one clause keep apart are one; where a repeated character leaves the place
of an edit open, it begins and ends at marks if it can; whole paragraphs are told apart from words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.editions.alignment import Aligned, Pair
from compare.editions.typesetting import Words
from compare.matching import bare_form
from compare.similarity import ratio
from corpora.model import Span

_FEW = 4  # characters kept between two edits of one clause, from which they are told apart
_CLAUSE_END = re.compile("[,。;:!?]")
_MARKS = ",。;:!?、“”‘’()《》"
_JOINTS = ("、", "和", "与", "及", "并")
_ONE_THING = re.compile(r"[\dA-Za-z.%]{2}")  # no border between two such characters
_STILL_ALIKE = 0.3  # whole paragraphs in each other's place, below which one went and another came


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands in the delivered text and what in its place in the adopted one; in offsets of the forms.

    Attributes:
        earlier: empty where something was put in.
        later: empty where something was taken out.
        lines: how many whole lines it is, 0 where it is words of a line.
    """

    earlier: Span
    later: Span
    lines: int = 0


def stretches(sides: tuple[Words, Words], aligned: Aligned) -> tuple[Stretch, ...]:
    """What was revised, in order; together with what lies between they are both texts.

    Args:
        sides: the words of both texts.
        aligned: what both have.
    """
    forms = sides[0].form, sides[1].form
    starts = frozenset(sides[0].lines), frozenset(sides[1].lines)
    found: list[Stretch] = []
    for raw in _merged(_between(aligned.kept, forms), forms, starts):
        for piece in _cut_at_moves(_trimmed(raw, forms), aligned.moved):
            found += _by_lines(piece, forms, sides)
    return tuple(_slid(found, forms, starts))


def _between(kept: Sequence[Pair], forms: tuple[str, str]) -> Iterator[Pair]:
    ends = Span(len(forms[0]), len(forms[0])), Span(len(forms[1]), len(forms[1]))
    reached = 0, 0
    for one, other in (*kept, ends):
        if one.start > reached[0] or other.start > reached[1]:
            yield Span(reached[0], one.start), Span(reached[1], other.start)
        reached = one.end, other.end


def _merged(
    pairs: Iterator[Pair], forms: tuple[str, str], starts: tuple[frozenset[int], frozenset[int]]
) -> Iterator[Pair]:
    """Edits with next to nothing between them as one: in a clause, or where that makes less of an edit."""
    last: Pair | None = None
    for pair in pairs:
        if last is not None:
            between = forms[0][last[0].end : pair[0].start]
            both = Span(last[0].start, pair[0].end), Span(last[1].start, pair[1].end)
            crosses = any(
                start in side
                for one, other, side in zip(last, pair, starts, strict=True)
                for start in range(one.end, other.start + 1)
            )
            if len(between) < _FEW and not crosses:
                shorter = _trimmed(both, forms)
                if _size(shorter) < _size(last) + _size(pair):
                    last = shorter
                    continue
                if not _CLAUSE_END.search(between):
                    last = both
                    continue
            yield last
        last = pair
    if last is not None:
        yield last


def _size(pair: Pair) -> int:
    return len(pair[0]) + len(pair[1])


def _trimmed(pair: Pair, forms: tuple[str, str]) -> Pair:
    """Without what both sides begin or end with: 。 → ，又。 is ，又 put in."""
    one, other = (form[span.start : span.end] for form, span in zip(forms, pair, strict=True))
    behind = _shared(one[::-1], other[::-1])
    before = _shared(one[: len(one) - behind], other[: len(other) - behind])
    return (
        Span(pair[0].start + before, pair[0].end - behind),
        Span(pair[1].start + before, pair[1].end - behind),
    )


def _shared(one: str, other: str) -> int:
    """How much of the beginning both have: all of one side, a few words, or marks."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    while count and any(_ONE_THING.match(text, count - 1) for text in (one, other)):
        count -= 1
    if count in {len(one), len(other)} or count >= _FEW:
        return count
    marks = 0
    while marks < count and one[marks] in _MARKS:
        marks += 1
    return marks


# -- moves and lines -------------------------------------------------------------------------------


def _cut_at_moves(pair: Pair, moved: Sequence[Pair]) -> tuple[Pair, ...]:
    """The edit apart from sentences that went elsewhere or came from there."""
    gone, come = (
        sorted(
            each[side] for each in moved if whole.start <= each[side].start and each[side].end <= whole.end
        )
        for side, whole in enumerate(pair)
    )
    if not gone and not come:
        return (pair,)
    pieces = [_apart(pair[side], spans) for side, spans in enumerate((gone, come))]
    own = [
        [place for place, span in enumerate(found) if span not in moves]
        for found, moves in zip(pieces, (gone, come), strict=True)
    ]
    if len(own[0]) != 1 or len(own[1]) != 1:
        return tuple(_one_by_one(pieces[0], pieces[1], pair))
    # what is revised beside the sentences that moved stays one edit
    i, j = own[0][0], own[1][0]
    revised = pieces[0][i], pieces[1][j]
    behind = Span(revised[0].end, pair[0].end), Span(revised[1].end, pair[1].end)
    return (
        *_one_by_one(pieces[0][:i], pieces[1][:j], pair),
        revised,
        *_one_by_one(pieces[0][i + 1 :], pieces[1][j + 1 :], behind),
    )


def _one_by_one(gone: Sequence[Span], come: Sequence[Span], whole: Pair) -> Iterator[Pair]:
    """Each stretch as an edit of its own: first what is taken out, then what is put in."""
    place, other = whole[0].start, whole[1].start
    for span in gone:
        yield span, Span(other, other)
        place = span.end
    for span in come:
        yield Span(place, place), span


def _apart(whole: Span, spans: Sequence[Span]) -> list[Span]:
    """A stretch as the spans inside it and what lies between them."""
    edges = sorted({whole.start, whole.end, *(edge for span in spans for edge in (span.start, span.end))})
    return [Span(start, end) for start, end in pairwise(edges)]


def _by_lines(pair: Pair, forms: tuple[str, str], sides: tuple[Words, Words]) -> Iterator[Stretch]:
    """The edit as what is left of a line, whole lines, and the beginning of a line."""
    cut = [_parts(span, side) for span, side in zip(pair, sides, strict=True)]
    counts = [
        sum(whole.start <= start < whole.end for start in side.lines)
        for (_, whole, _), side in zip(cut, sides, strict=True)
    ]
    for number in range(3):
        one, other = cut[0][number], cut[1][number]
        if not len(one) and not len(other):
            continue
        if number != 1:
            yield Stretch(one, other)
        elif not len(one) or not len(other):
            yield Stretch(one, other, max(counts))
        elif counts == [1, 1] and _alike(one, other, forms):
            yield Stretch(one, other)
        else:
            yield Stretch(one, Span(other.start, other.start), counts[0])
            yield Stretch(Span(one.end, one.end), other, counts[1])


def _alike(one: Span, other: Span, forms: tuple[str, str]) -> bool:
    texts = bare_form(forms[0][one.start : one.end]), bare_form(forms[1][other.start : other.end])
    return ratio(*texts) >= _STILL_ALIKE


def _parts(span: Span, side: Words) -> tuple[Span, Span, Span]:
    """The end of a line, whole lines, and the beginning of a line inside a span."""
    borders = [place for place in (*side.lines, len(side.form)) if span.start <= place <= span.end]
    nothing = Span(span.end, span.end)
    if not len(span) or not borders or borders == [span.end]:
        return span, nothing, nothing
    if borders == [span.start]:
        return Span(span.start, span.start), Span(span.start, span.start), span
    first, final = borders[0], borders[-1]
    return Span(span.start, first), Span(first, final), Span(final, span.end)


# -- where an edit begins --------------------------------------------------------------------------


def _slid(
    found: Sequence[Stretch], forms: tuple[str, str], starts: tuple[frozenset[int], frozenset[int]]
) -> Iterator[Stretch]:
    """Additions and deletions of words, each where a reader would see it."""
    before = 0  # how far the delivered text is told
    for place, stretch in enumerate(found):
        if stretch.lines or (len(stretch.earlier) and len(stretch.later)):
            yield stretch
            before = stretch.earlier.end
            continue
        after = found[place + 1].earlier.start if place + 1 < len(found) else len(forms[0])
        side = 0 if len(stretch.earlier) else 1
        span = (stretch.earlier, stretch.later)[side]
        room = stretch.earlier.start - before, after - stretch.earlier.end
        by = max(
            _slides(forms[side], span, room, starts[side]),
            key=lambda step: (
                _clearness(forms[side], Span(span.start + step, span.end + step), starts[side]),
                step,
            ),
        )
        one, other = stretch.earlier, stretch.later
        yield Stretch(Span(one.start + by, one.end + by), Span(other.start + by, other.end + by))
        before = one.end + by


def _slides(form: str, span: Span, room: tuple[int, int], starts: frozenset[int]) -> Iterator[int]:
    """By how much an edit can be moved so that it still makes the same text, never across a line's start."""
    yield 0
    start, end = span.start, span.end
    while span.start - start < room[0] and start not in starts and form[start - 1] == form[end - 1]:
        start, end = start - 1, end - 1
        yield start - span.start
    start, end = span.start, span.end
    while start - span.start < room[1] and end not in starts and form[start] == form[end : end + 1]:
        start, end = start + 1, end + 1
        yield start - span.start


def _clearness(form: str, span: Span, starts: frozenset[int]) -> int:
    """How plainly an edit begins and ends; below zero where it cuts a figure or a Latin word."""
    if any(_ONE_THING.match(form, place - 1) for place in (span.start, span.end) if place):
        return -1
    words = form[span.start : span.end]
    begins = span.start in starts or form[span.start - 1] in _MARKS
    ends = words[-1] in _MARKS or span.end in starts or form[span.end : span.end + 1] in _MARKS
    return 3 * begins + 3 * ends + 2 * words.startswith(_JOINTS)
