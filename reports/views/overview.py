"""The overview over several earlier reports: how far back each priority and measure is found."""

from collections.abc import Sequence

from compare.model import Comparison
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.captions import captions
from reports.rows import OverviewRow
from reports.sentences import looked_at, year_ranges
from reports.summary import summarize_overview
from reports.views.context import Limits, cut
from reports.vocabulary import Tone


def overview_blocks(comparison: Comparison, language: str, limits: Limits) -> tuple[Block, ...]:
    """The tables of priorities and measures with their first year, and the years the claim rests on."""
    words, rows = captions(language), summarize_overview(comparison)
    years = looked_at(rows.years, rows.missing_years, language)
    return (
        Heading(words.overview),
        Paragraph(words.overview_note.format(years=years)),
        Heading(words.priorities, level=3),
        _table(rows.priorities, language, None),
        Heading(words.measures, level=3),
        _table(rows.measures, language, limits.measures),
    )


def _table(rows: Sequence[OverviewRow], language: str, limit: int | None) -> Block:
    words = captions(language)
    if not rows:
        return Paragraph(words.none)
    shown, more = cut(rows, limit, words.more)
    ranked = any(row.rank is not None for row in rows)
    columns = (
        *((Column(words.rank, right=True),) if ranked else ()),
        Column(words.priority if ranked else words.measure, flexible=True),
        Column(words.first_known),
        Column(words.found_in),
    )
    return Table(columns, tuple(_row(row, language, ranked=ranked) for row in shown), more)


def _row(row: OverviewRow, language: str, *, ranked: bool) -> Row:
    words = captions(language)
    first = words.found_nowhere if row.first_year is None else str(row.first_year)
    found = year_ranges((year for year, _ in row.found_in), language)
    rank = (str(row.rank or ""),) if ranked else ()
    return Row((*rank, row.label, first, found), Tone.NEW if row.first_year is None else Tone.QUIET)
