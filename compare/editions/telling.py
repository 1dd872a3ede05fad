"""What every revision of a text is told from: where a stretch stands, and what it says."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from compare.editions.lines import Line
from compare.editions.model import Position
from compare.editions.quoting import BORDERS
from compare.editions.stretches import Stretch
from compare.editions.typesetting import Words, line_form
from compare.model import MeaningChange
from corpora.model import Role, Span

Sides = tuple[Words, Words]
Lines = tuple[Sequence[Line], Sequence[Line]]


class Telling(Struct, frozen=True):
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

    def opens(self, side: int, place: int) -> bool:
        """Whether a line of a text begins at a place of its form."""
        lines = self.sides[side].lines
        number = bisect_right(lines, place) - 1
        return number >= 0 and lines[number] == place

    def precedes(self, stretch: Stretch) -> bool:
        """Whether new paragraphs stand before all that is compared, or only a salutation before them."""
        place = stretch.earlier.start
        if not stretch.lines or len(stretch.earlier) or place == len(self.sides[0].form):
            return False
        before = bisect_right(self.sides[0].lines, place - 1) - 1
        return before < 0 or self.lines[0][before].role is Role.FRAME

    def opens_both(self, stretch: Stretch) -> bool:
        """Whether a line of both texts begins where a stretch does: it opens a paragraph that both have."""
        return self.opens(0, stretch.earlier.start) and self.opens(1, stretch.later.start)

    def mark(self, side: int, place: int) -> Span:
        """The number that the line begins with in which a place stands; empty where it has none."""
        words = self.sides[side]
        number = max(bisect_right(words.lines, place) - 1, 0)
        mark, start = self.lines[side][number].mark, words.lines[number]
        return Span(start, start + len(line_form(words.text[mark.start : mark.end])))

    def same_words(self, earlier: Span, later: Span) -> bool:
        """Whether stretches of both texts say the same: in all words, or but for numbers of lines."""
        forms = self.sides[0].form[earlier.start : earlier.end], self.sides[1].form[later.start : later.end]
        if forms[0].strip(BORDERS) == forms[1].strip(BORDERS):
            return True
        return self.wording(0, earlier) == self.wording(1, later)

    def wording(self, side: int, span: Span) -> str:
        """What a stretch says: without the marks at its ends and the numbers that its lines begin with."""
        words, said = self.sides[side], []
        place = span.start
        for start in words.lines:
            if span.start <= start < span.end:
                said.append(words.form[place:start])
                place = self.mark(side, start).end
        said.append(words.form[place : span.end])
        return "".join(said).strip(BORDERS)

    def words(self, stretch: Stretch) -> tuple[str, str]:
        """What it is of each text, in one form."""
        return (
            self.sides[0].form[stretch.earlier.start : stretch.earlier.end],
            self.sides[1].form[stretch.later.start : stretch.later.end],
        )

    def earlier_position(self, stretch: Stretch) -> Position:
        """Where it stands; of words put in the line they come into, of paragraphs the one beside."""
        if self.precedes(stretch):
            return self.position(0, stretch.earlier.start)
        comes_behind = not len(stretch.earlier) and (stretch.lines or not self.opens_both(stretch))
        return self.position(0, max(stretch.earlier.start - comes_behind, 0))

    def later_position(self, stretch: Stretch) -> Position:
        """The same in the adopted text."""
        went_behind = not len(stretch.later) and (stretch.lines or not self.opens_both(stretch))
        return self.position(1, max(stretch.later.start - went_behind, 0))
