"""What a revision is about: paragraphs, words, or nothing but marks or the number of a heading or item."""

import unicodedata
from collections.abc import Iterable

from msgspec.structs import replace

from compare.editions.model import Extent
from compare.editions.stretches import Stretch
from compare.editions.telling import Sides, Telling
from compare.editions.typesetting import Words
from compare.model import MeaningChange
from corpora.model import Span

_NO_MARKS = "%‰"  # Unicode has them as punctuation; a figure means another thing without them
_RANGES = "-~"  # a minus or a range directly before a digit: -2, 3~5


def extent_of(telling: Telling, stretch: Stretch) -> Extent:
    """What a stretch is about.

    Args:
        telling: what differs, and where it stands.
        stretch: one of its stretches.
    """
    if stretch.lines:
        return Extent.PARAGRAPHS
    if _in_mark(telling, 0, stretch.earlier) and _in_mark(telling, 1, stretch.later):
        return Extent.NUMBERING
    said = [
        _said(words, span)
        for words, span in zip(telling.sides, (stretch.earlier, stretch.later), strict=True)
    ]
    return Extent.PUNCTUATION if said[0] == said[1] else Extent.WORDS


def _said(words: Words, span: Span) -> str:
    """The characters of a stretch that are no punctuation; signs that a figure is read with are none."""
    return "".join(
        "-" if words.form[place] in _RANGES else words.form[place]
        for place in range(span.start, span.end)
        if not _is_mark(words, place)
    )


def _is_mark(words: Words, place: int) -> bool:
    character = words.form[place]
    if character in _RANGES:
        behind = words.offsets[place] + 1
        return not words.text[behind : behind + 1].isdigit()
    return unicodedata.category(character).startswith("P") and character not in _NO_MARKS


def _in_mark(telling: Telling, side: int, span: Span) -> bool:
    """Whether a stretch lies in the number that its line begins with, or where one would be."""
    mark = telling.mark(side, span.start)
    return mark.start <= span.start and span.end <= mark.end


def changes_of(telling: Telling, stretches: Iterable[Stretch]) -> tuple[MeaningChange, ...]:
    """What differs on the channels in the words of some stretches, with spans in the texts.

    The number of a heading or item is no figure of the text.

    Args:
        telling: what differs, and where it stands.
        stretches: the stretches of one revision.
    """
    own = tuple(stretches)
    return tuple(
        _printed_change(change, telling.sides)
        for change in telling.changes
        if any(_touches(change, stretch) for stretch in own) and not _is_number(telling, change)
    )


def _is_number(telling: Telling, change: MeaningChange) -> bool:
    return all(
        _in_mark(telling, side, span) for side, span in enumerate((change.earlier, change.later)) if len(span)
    )


def _touches(change: MeaningChange, stretch: Stretch) -> bool:
    pairs = (change.earlier, stretch.earlier), (change.later, stretch.later)
    return any(
        one.start < other.end and other.start < one.end for one, other in pairs if len(one) and len(other)
    )


def _printed_change(change: MeaningChange, sides: Sides) -> MeaningChange:
    return replace(
        change,
        earlier=sides[0].printed(change.earlier),
        later=sides[1].printed(change.later),
        earlier_clause=sides[0].printed(change.earlier_clause),
        later_clause=sides[1].printed(change.later_clause),
    )
