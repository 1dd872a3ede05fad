"""Formulations that are carried on and used more or less than the lengths of the parts explain."""

from corpora.model import Span
from reports.dashboard.anchors import Side
from reports.dashboard.cells import Cell, CellTable
from reports.dashboard.views import PairViews
from reports.rows.rows import emphasised
from reports.words.pairs import pair_captions


def emphasis_table(views: PairViews) -> CellTable | None:
    """The formulations whose change of emphasis is more than chance, or None when there are none.

    Args:
        views: the pair.
    """
    told = emphasised(views.summary.change_report.phrases)
    if not told:
        return None
    words, names = pair_captions(views.summary.change_report, views.language), views.names
    columns = (words.phrase, names[Side.EARLIER], names[Side.LATER], words.expected_uses, words.uses_ratio)
    rows = tuple(
        (
            _first(views, Side.LATER, phrase.later_spans, phrase.text),
            _first(
                views,
                Side.EARLIER,
                phrase.earlier_spans,
                f"{phrase.earlier_count} ({emphasis.earlier_rate:.1f})",
                number=True,
            ),
            _first(
                views,
                Side.LATER,
                phrase.later_spans,
                f"{phrase.later_count} ({emphasis.later_rate:.1f})",
                number=True,
            ),
            Cell(f"{emphasis.expected_by_parts:.1f}", number=True),
            Cell(f"{emphasis.ratio:.2f} [{emphasis.low:.2f}, {emphasis.high:.2f}]", number=True),
        )
        for phrase, emphasis in told
    )
    return CellTable(words.emphasis, columns, rows)


def _first(views: PairViews, side: Side, spans: tuple[Span, ...], text: str, *, number: bool = False) -> Cell:
    """A cell that leads to the first use, if its place is known."""
    return Cell(text, quote=views.quote(side, spans[0]) if spans else None, number=number)
