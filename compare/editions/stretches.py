"""From what both editions have to what was revised: one stretch for each edit that a reader would tell.

Whole paragraphs are told apart from words; where a repeated character leaves the place of an edit open, it
begins and ends at marks if it can.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.editions.alignment import Aligned, Pair
from compare.editions.pieces import pieces_of
from compare.editions.quoting import BORDERS, ONE_THING
from compare.editions.typesetting import Words
from compare.matching import bare_form
from compare.similarity import ratio
from corpora.model import Span

_JOINTS = ("、", "和", "与", "及", "并")
_STILL_ALIKE = 0.3  # whole paragraphs in each other's place, below which one went and another came


class Stretch(Struct, frozen=True):
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
    for piece in pieces_of(aligned, sides):
        found += _by_lines(piece, forms, sides)
    return tuple(_slid(found, forms, starts))


# -- lines -----------------------------------------------------------------------------------------


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
