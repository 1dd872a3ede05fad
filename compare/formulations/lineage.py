"""Where a formulation stands: its places in a report and its years among the reports loaded."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from compare.formulations.folding import FoldedReport, whole_form
from compare.formulations.repeats import stands_once, starts_of
from compare.matching import neighbours, pairs_of
from corpora.model import Span, WorkReport


class Past(Struct, frozen=True):
    """The other reports that are older than the later one.

    Attributes:
        texts: (year, presence form of the whole report), ascending by year.
    """

    texts: tuple[tuple[int, str], ...] = ()

    def years_of(self, form: str) -> tuple[int, ...]:
        """The years whose report has the form, ascending."""
        pairs = tuple(neighbours(form))
        return tuple(
            dict.fromkeys(
                year for year, text in self.texts if pairs_of(text).issuperset(pairs) and form in text
            )
        )


def gather_past(history: Sequence[WorkReport], later: WorkReport) -> Past:
    """The reports of a history that came before the later report."""
    before = sorted(
        (side for side in history if side.year < later.year), key=lambda side: (side.year, side.id)
    )
    return Past(tuple((side.year, whole_form(side.units)) for side in before))


def find_places(side: FoldedReport, form: str) -> tuple[Span, ...]:
    """Every place of a report's compared text where the form stands, in reading order, none across units."""
    return _within_units(side, starts_of(side.form, form), len(form))


def places_of(side: FoldedReport, start: int, end: int) -> tuple[Span, ...]:
    """`find_places` of the form that stands at a stretch of the folded report."""
    if stands_once(side.form, start, end):
        return _within_units(side, [start], end - start)
    return find_places(side, side.form[start:end])


def _within_units(side: FoldedReport, starts: Sequence[int], length: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    reached = 0
    for start in starts:
        end = start + length
        if start >= reached and end <= side.bounds[bisect_right(side.bounds, start)]:
            spans.append(side.span(start, end))
            reached = end
    return tuple(spans)
