"""From what both editions have to what was revised: one stretch for each edit that a reader would tell.

Edits that only a few characters of one clause keep apart are one; where a repeated character leaves the place
of an edit open, it begins and ends at marks if it can; whole paragraphs are told apart from words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.editions.alignment import Aligned, Pair
from compare.editions.quoting import BORDERS, ONE_THING
from compare.editions.typesetting import Words
from compare.matching import bare_form
from compare.similarity import ratio
from corpora.model import Span

_FEW = 4  # characters kept between two edits of one clause, from which they are told apart
_CLAUSE_END = re.compile("[,。;:!?]")
_JOINTS = ("、", "和", "与", "及", "并")
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
    moved = tuple(frozenset(each[side] for each in aligned.moved) for side in (0, 1))
    for raw in _merged(_between(aligned.kept, forms), sides, aligned.moved):
        for piece in _cut_at_moves(raw, aligned.moved):
            is_move = any(span in spans for span, spans in zip(piece, moved, strict=True))
            found += _by_lines(piece if is_move else _trimmed(piece, sides), forms, sides)
    return tuple(_slid(found, forms, starts))


def _between(kept: Sequence[Pair], forms: tuple[str, str]) -> Iterator[Pair]:
    ends = Span(len(forms[0]), len(forms[0])), Span(len(forms[1]), len(forms[1]))
    reached = 0, 0
    for one, other in (*kept, ends):
        if one.start > reached[0] or other.start > reached[1]:
            yield Span(reached[0], one.start), Span(reached[1], other.start)
        reached = one.end, other.end


def _merged(pairs: Iterator[Pair], sides: tuple[Words, Words], moved: Sequence[Pair]) -> Iterator[Pair]:
    """Edits with next to nothing between them as one: in a clause, or where that makes less of an edit."""
    form, last = sides[0].form, None
    for pair in pairs:
        if last is not None:
            between = form[last[0].end : pair[0].start]
            both = Span(last[0].start, pair[0].end), Span(last[1].start, pair[1].end)
            if len(between) < _FEW and not _line_between(last, pair, sides):
                shorter = both if any(_inside(both, moved)) else _trimmed(both, sides)
                if _is_less(shorter, last, pair):
                    last = shorter
                    continue
                if not _CLAUSE_END.search(between):
                    last = both
                    continue
            yield last
        last = pair
    if last is not None:
        yield last


def _line_between(one: Pair, other: Pair, sides: tuple[Words, Words]) -> bool:
    """Whether a line begins between two edits, on either side."""
    return any(
        first.end <= start <= second.start
        for first, second, side in zip(one, other, sides, strict=True)
        for start in side.lines
    )


def _is_less(whole: Pair, one: Pair, other: Pair) -> bool:
    """Whether one edit says less than two do, or the same words taken out or put in at one place."""
    difference = _size(whole) - _size(one) - _size(other)
    return difference < 0 or (difference == 0 and min(map(len, whole)) == 0)


def _size(pair: Pair) -> int:
    return len(pair[0]) + len(pair[1])


def _trimmed(pair: Pair, sides: tuple[Words, Words]) -> Pair:
    """Without what both sides begin or end with: 。 → ，又。 is ，又 put in.

    The number that a new paragraph and the one behind it begin with is not the same number: where both sides
    begin a line and only one of them has a further one, the front stays.
    """
    one, other = (side.form[span.start : span.end] for side, span in zip(sides, pair, strict=True))
    behind = _shared(one[::-1], other[::-1])
    before = _shared(one[: len(one) - behind], other[: len(other) - behind])
    lines = [
        [start - span.start for start in side.lines if span.start <= start < span.end - behind]
        for side, span in zip(sides, pair, strict=True)
    ]
    if all(starts[:1] == [0] for starts in lines) and any(starts[-1] >= before for starts in lines if before):
        before = 0
    return (
        Span(pair[0].start + before, pair[0].end - behind),
        Span(pair[1].start + before, pair[1].end - behind),
    )


def _shared(one: str, other: str) -> int:
    """How much of the beginning both have: all of one side, a few words, or marks."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    while count and any(ONE_THING.match(text, count - 1) for text in (one, other)):
        count -= 1
    if count in {len(one), len(other)} or count >= _FEW:
        return count
    marks = 0
    while marks < count and one[marks] in BORDERS:
        marks += 1
    return marks


# -- moves and lines -------------------------------------------------------------------------------


def _inside(pair: Pair, moved: Sequence[Pair]) -> tuple[list[Span], list[Span]]:
    """Of both sides what went elsewhere or came from there."""
    gone, come = (
        sorted(
            each[side] for each in moved if whole.start <= each[side].start and each[side].end <= whole.end
        )
        for side, whole in enumerate(pair)
    )
    return gone, come


def _cut_at_moves(pair: Pair, moved: Sequence[Pair]) -> tuple[Pair, ...]:
    """The edit apart from sentences that went elsewhere or came from there."""
    gone, come = _inside(pair, moved)
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
    if any(ONE_THING.match(form, place - 1) for place in (span.start, span.end) if place):
        return -1
    words = form[span.start : span.end]
    begins = span.start in starts or form[span.start - 1] in BORDERS
    ends = words[-1] in BORDERS or span.end in starts or form[span.end : span.end + 1] in BORDERS
    return 3 * begins + 3 * ends + 2 * words.startswith(_JOINTS)
