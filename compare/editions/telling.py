"""What every revision of a text is told from: where a stretch stands, and what it says."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from compare.editions.lines import Line
from compare.editions.model import Position
from compare.editions.quoting import BORDERS
from compare.editions.stretches import Stretch
from compare.editions.typesetting import Words
from compare.model import MeaningChange
from corpora.model import Span

Sides = tuple[Words, Words]
Lines = tuple[Sequence[Line], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Telling:
    """What every revision is told from.

    Attributes:
        found: what differs, in order.
        sides: the words of both texts.
        lines: the compared lines of both.
        changes: what differs on the channels, in offsets of the forms.
        clause_pair: likeness from which two clauses are one revised clause.
    """

    found: Sequence[Stretch]
    sides: Sides
    lines: Lines
    changes: Sequence[MeaningChange]
    clause_pair: float

    def position(self, side: int, place: int) -> Position:
        """Where in a text a character of its form stands."""
        number = max(bisect_right(self.sides[side].lines, place) - 1, 0)
        return self.lines[side][number].position

    def opens(self, side: int, span: Span) -> bool:
        """Whether a stretch begins where a line does."""
        lines = self.sides[side].lines
        place = bisect_right(lines, span.start) - 1
        return place >= 0 and lines[place] == span.start

    def wording(self, side: int, span: Span) -> str:
        """What a stretch says: without the marks at its ends and the numbers that its lines begin with."""
        words, said = self.sides[side], []
        place = span.start
        for start, line in zip(words.lines, self.lines[side], strict=True):
            if span.start <= start < span.end:
                said.append(words.form[place:start])
                place = start + len(line.mark)
        said.append(words.form[place : span.end])
        return "".join(said).strip(BORDERS)

    def words(self, stretch: Stretch) -> tuple[str, str]:
        """What it is of each text, in one form."""
        return (
            self.sides[0].form[stretch.earlier.start : stretch.earlier.end],
            self.sides[1].form[stretch.later.start : stretch.later.end],
        )

    def earlier_position(self, stretch: Stretch) -> Position:
        """Where it stands; of an addition the line it comes into, of new paragraphs the one before them."""
        comes_behind = not len(stretch.earlier) and (stretch.lines or not self.opens(1, stretch.later))
        return self.position(0, max(stretch.earlier.start - comes_behind, 0))

    def later_position(self, stretch: Stretch) -> Position:
        """The same in the adopted text."""
        went_behind = not len(stretch.later) and (stretch.lines or not self.opens(0, stretch.earlier))
        return self.position(1, max(stretch.later.start - went_behind, 0))
