"""What lies between the words that both editions keep, in pieces: what moved, and what was revised beside it.

Edits that only a few characters of one clause keep apart are one; what moved is cut out before anything is
trimmed, so that no character of it gets lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from compare.editions.alignment import Aligned, Pair
from compare.editions.quoting import BORDERS, ONE_THING
from compare.editions.typesetting import Words
from corpora.model import Span

_FEW = 4  # characters kept between two edits of one clause, from which they are told apart
_CLAUSE_END = re.compile("[,。;:!?]")


def pieces_of(aligned: Aligned, sides: tuple[Words, Words]) -> Iterator[Pair]:
    """What was revised, and what moved, in order, in offsets of the forms.

    Args:
        aligned: what both texts have.
        sides: their words.
    """
    moved = tuple(frozenset(each[side] for each in aligned.moved) for side in (0, 1))
    pieces = (
        piece
        for pair in _merged(_between(aligned.kept, sides), sides, aligned.moved)
        for piece in _cut_at_moves(pair, aligned.moved)
    )
    for piece in _from_line_starts(pieces, sides, moved):
        yield piece if _is_move(piece, moved) else _trimmed(piece, sides)


def _between(kept: Sequence[Pair], sides: tuple[Words, Words]) -> Iterator[Pair]:
    ends = tuple(Span(len(side.form), len(side.form)) for side in sides)
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


def _from_line_starts(
    pieces: Iterable[Pair], sides: tuple[Words, Words], moved: Sequence[frozenset[Span]]
) -> Iterator[Pair]:
    """Pieces that leave only a few characters of their first line, such as its number, with these."""
    last: Pair | None = None
    for piece in pieces:
        begins = tuple(
            max((start for start in side.lines if start <= span.start), default=0)
            for side, span in zip(sides, piece, strict=True)
        )
        whole = piece
        if not _is_move(piece, moved) and _leaves_few(piece, begins, sides):
            whole = Span(begins[0], piece[0].end), Span(begins[1], piece[1].end)
        holds_last = last is not None and not _is_move(last, moved) and all(map(_holds, whole, last))
        overlaps = last is not None and any(
            span.start < other.end for span, other in zip(whole, last, strict=True)
        )
        if overlaps and not holds_last:
            whole = piece
        if last is not None and (whole == piece or not holds_last):
            yield last
        last = whole
    if last is not None:
        yield last


def _leaves_few(piece: Pair, begins: Sequence[int], sides: tuple[Words, Words]) -> bool:
    """Whether a piece goes on into another line and begins with all but a few characters of its first one.

    They are the same on both sides; where a line begins behind them in one text alone, they are kept.
    """
    few, others = (span.start - start for span, start in zip(piece, begins, strict=True))
    return few == others <= _FEW and any(
        span.start < start < span.end for span, side in zip(piece, sides, strict=True) for start in side.lines
    )


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _is_move(piece: Pair, moved: Sequence[frozenset[Span]]) -> bool:
    return any(span in spans for span, spans in zip(piece, moved, strict=True))


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


# -- moves -----------------------------------------------------------------------------------------


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
    beside = _beside(own, (len(pieces[0]), len(pieces[1])))
    if beside is None:
        return tuple(_one_by_one(pieces[0], pieces[1], pair))
    i, j = beside
    revised = pieces[0][i], pieces[1][j]
    behind = Span(revised[0].end, pair[0].end), Span(revised[1].end, pair[1].end)
    return (
        *_one_by_one(pieces[0][:i], pieces[1][:j], pair),
        revised,
        *_one_by_one(pieces[0][i + 1 :], pieces[1][j + 1 :], behind),
    )


def _beside(own: Sequence[Sequence[int]], counts: tuple[int, int]) -> tuple[int, int] | None:
    """Which pieces beside those that moved are one edit: the only, else the last, else the first ones."""
    if len(own[0]) == len(own[1]) == 1:
        return own[0][0], own[1][0]
    for ends in ((counts[0] - 1, counts[1] - 1), (0, 0)):
        if all(end in places for end, places in zip(ends, own, strict=True)):
            return ends
    return None


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
