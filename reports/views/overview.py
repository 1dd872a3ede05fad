"""The overview over several earlier reports: how far back each priority and measure is found."""

from collections import Counter
from collections.abc import Sequence

from compare.model import Comparison
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows.rows import OverviewRow
from reports.rows.summary import summarize_overview
from reports.views.context import named
from reports.words.captions import captions
from reports.words.vocabulary import Tone
from reports.words.years import looked_at, year_ranges


def overview_blocks(comparison: Comparison, language: str) -> tuple[Block, ...]:
    """The tables of priorities and measures with their first year, and the years the claim rests on.

    Every priority and measure is listed, also on a screen: the overview is the answer to "since when".
    """
    words, rows = captions(language), summarize_overview(comparison)
    years = looked_at(rows.years, rows.missing_years, language)
    return (
        Heading(words.overview),
        Paragraph(words.overview_note.format(years=years)),
        Heading(words.priorities, level=3),
        Paragraph(_counts(rows.priorities, language)),
        _table(rows.priorities, language),
        Heading(words.measures, level=3),
        Paragraph(_counts(rows.measures, language)),
        _table(rows.measures, language),
    )


def _counts(rows: Sequence[OverviewRow], language: str) -> str:
    """How many are first found in each year, and how many in none."""
    words = captions(language)
    counts = Counter(row.first_year for row in rows)
    years = sorted(year for year in counts if year is not None)
    names = [(str(year), counts[year]) for year in years] + [(words.found_nowhere, counts[None])]
    return words.overview_counts.format(
        list=words.comma.join(words.overview_count.format(name=name, count=count) for name, count in names)
    )


def _table(rows: Sequence[OverviewRow], language: str) -> Block:
    words = captions(language)
    if not rows:
        return Paragraph(words.none)
    ranked = any(row.rank is not None for row in rows)
    columns = (
        *((Column(words.rank, right=True),) if ranked else ()),
        Column(words.priority if ranked else words.measure, flexible=True),
        Column(words.first_known),
        Column(words.found_in),
    )
    return Table(columns, tuple(_row(row, language, ranked=ranked) for row in rows))


def _row(row: OverviewRow, language: str, *, ranked: bool) -> Row:
    words = captions(language)
    first = words.found_nowhere if row.first_year is None else str(row.first_year)
    found = year_ranges((year for year, _ in row.found_in), language)
    rank = (str(row.rank or ""),) if ranked else ()
    tone = Tone.NEW if row.first_year is None else Tone.QUIET
    return Row((*rank, named(row.label), first, found), tone)
