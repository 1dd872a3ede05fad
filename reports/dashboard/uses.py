"""Formulations through the years: how often each year's report uses what the later one uses."""

from collections.abc import Sequence

from msgspec import Struct

from compare.model import Comparison, FormulationChange, PhraseStatus
from corpora.model import Span
from reports.dashboard.anchors import Anchors, Side
from reports.dashboard.views import Badge
from reports.words.vocabulary import PHRASE_STATUSES

# Formulations of each status; the tables of the pairs have all.
MOST = 10
# Uses from which a cell is tinted more strongly; the number in it says the same.
_TINTS = (4, 2, 1)
# In this order readers look for them; what is carried on everywhere comes last.
_ORDER = (PhraseStatus.NEW, PhraseStatus.RETURNING, PhraseStatus.REWORDED, PhraseStatus.CARRIED)


class UsesCell(Struct, frozen=True):
    """How often one report uses a formulation, and where first.

    Attributes:
        form: the other form in which that report has it, or empty.
    """

    form: str
    count: int
    tint: int
    anchor: str
    mark: str


class UsesRow(Struct, frozen=True):
    """A formulation of the later report, its badge from the nearest year, a cell for each report."""

    text: str
    badge: Badge
    cells: tuple[UsesCell, ...]


def uses_rows(comparison: Comparison, pairs: Sequence[str], language: str) -> tuple[UsesRow, ...]:
    """The formulations that the comparison with every year lists, the later report's own count last.

    A comparison lists only so many of each status: of a formulation that one of them does not list nothing is
    known for that year, so it is left out.

    Args:
        comparison: a later report against several earlier ones.
        pairs: the names of its pairs on the page.
        language: `zh` or `en`.

    Returns:
        At most `MOST` of each status, the weightiest first; cells are in the order of the earlier years.
    """
    years = sorted(range(len(pairs)), key=lambda place: comparison.pairs[place].earlier.year)
    listed = [_by_text(comparison.pairs[place].phrases) for place in years]
    anchors = [Anchors(pairs[place], Side.EARLIER, comparison.pairs[place].earlier) for place in years]
    nearest = listed[-1]
    later = Anchors(pairs[years[-1]], Side.LATER, comparison.pairs[0].later)
    rows = []
    for status in _ORDER:
        texts = [text for text, phrase in nearest.items() if phrase.status is status]
        known = [text for text in texts if all(text in of_year for of_year in listed)]
        for text in sorted(known, key=lambda text: (-nearest[text].weight, text))[:MOST]:
            found = [of_year[text] for of_year in listed]
            cells = [_earlier(phrase, places) for phrase, places in zip(found, anchors, strict=True)]
            cells.append(_cell("", nearest[text].later_count, nearest[text].later_spans, later))
            rows.append(UsesRow(text, Badge.of(PHRASE_STATUSES[status], language), tuple(cells)))
    return tuple(rows)


def _by_text(phrases: Sequence[FormulationChange]) -> dict[str, FormulationChange]:
    return {phrase.later_text or phrase.text: phrase for phrase in phrases if phrase.later_count}


def _earlier(phrase: FormulationChange, anchors: Anchors) -> UsesCell:
    """An earlier report's uses; those of a reworded formulation are of its earlier form."""
    form = (phrase.earlier_text or "") if phrase.status is PhraseStatus.REWORDED else ""
    return _cell(form, phrase.earlier_count, phrase.earlier_spans, anchors)


def _cell(form: str, count: int, spans: Sequence[Span], anchors: Anchors) -> UsesCell:
    place = anchors.place(spans[0]) if spans else None
    tint = 3 - next((order for order, least in enumerate(_TINTS) if count >= least), 3)
    return UsesCell(form, count, tint, place.anchor if place else "", place.mark if place else "")
