"""Names for places in the two texts, so that every mark on the page can lead to the sentence it speaks of.

A place is a sentence or, for a quote that runs over several, the unit that holds it. Names are made of the
pair, the side and the offset or the unit's id (`p1-l-345`, `p1-e-m12`); they stay the same as long as the
texts do, so that an address someone passed on keeps leading there.
"""

import re
from enum import StrEnum

from msgspec import Struct

from corpora.model import Span, Unit, WorkReport

# A sentence ends with its stop and the closing marks after it. A semicolon counts: the reports string whole
# sentences together with it, and a reader who is led to a place wants the clause, not the paragraph.
_SENTENCE = re.compile(r"[^。！？；!?\n]*(?:[。！？；!?\n]+[”’」』）》\s]*|$)")


class Side(StrEnum):
    """One of the two texts of a pair; the value is the letter its places are named with."""

    EARLIER = "e"
    LATER = "l"


def sentences_of(unit: Unit) -> tuple[Span, ...]:
    """Cuts a unit into number with heading, if it has them, and sentences.

    Args:
        unit: the unit to cut.

    Returns:
        Spans in the report's text that follow each other and cover the unit exactly; none is empty.
    """
    spans = [Span(unit.span.start, unit.body)] if unit.span.start < unit.body else []
    offset = unit.body
    while offset < unit.span.end:
        match = _SENTENCE.match(unit.text, offset - unit.span.start)
        end = unit.span.start + match.end() if match else unit.span.end
        spans.append(Span(offset, end))
        offset = end
    return tuple(spans)


class Place(Struct, frozen=True):
    """Where a quote stands: the place's name and the quote's offsets inside the place's text."""

    anchor: str
    start: int
    end: int

    @property
    def mark(self) -> str:
        """The offsets as the page's script reads them."""
        return f"{self.start}-{self.end}"


class Anchors:
    """The places of one text on the page.

    Args:
        pair: name of the pair on the page, such as `p1`.
        side: which text of the pair.
        report: the text.
    """

    def __init__(self, pair: str, side: Side, report: WorkReport) -> None:
        self.pair, self.side, self.report = pair, side, report
        # Hundreds of quotes stand in one text, many in the same unit.
        self._sentences: dict[str, tuple[Span, ...]] = {}

    def unit(self, unit_id: str) -> str:
        """The name of a unit's place."""
        return f"{self.pair}-{self.side}-{unit_id}"

    def sentence(self, start: int) -> str:
        """The name of the sentence that begins at an offset."""
        return f"{self.pair}-{self.side}-{start}"

    def place(self, span: Span) -> Place:
        """The smallest place that holds a whole span: a sentence, else the unit.

        Raises:
            KeyError: the span begins in no unit, so there is no place on the page for it.
        """
        unit = self.report.unit_at(span.start)
        if unit is None:
            raise KeyError(span)
        if unit.id not in self._sentences:
            self._sentences[unit.id] = sentences_of(unit)
        for sentence in self._sentences[unit.id]:
            if sentence.start <= span.start and span.end <= sentence.end:
                return Place(self.sentence(sentence.start), *_inside(span, sentence))
        return Place(self.unit(unit.id), *_inside(span, unit.span))


def _inside(span: Span, holder: Span) -> tuple[int, int]:
    return span.start - holder.start, min(span.end, holder.end) - holder.start
