"""What older plans undertook and no review at hand answers, as a table."""

from compare.model import Comparison
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.views.context import Limits, cut
from reports.words.captions import captions
from reports.words.counts import filled
from reports.words.quoting import clipped
from reports.words.undertaking_captions import undertaking_captions
from reports.words.vocabulary import Tone
from reports.words.years import year_ranges

_QUOTED = 60  # characters of a clause in a cell


def open_promise_blocks(comparison: Comparison, language: str, limits: Limits) -> tuple[Block, ...]:
    """The undertakings of older years that stay in view; nothing when there are none.

    Args:
        comparison: a later report against one or more earlier ones.
        language: `zh` or `en`.
        limits: how much is listed.
    """
    if not comparison.open_promises:
        return ()
    words = undertaking_captions(language)
    shown, more = cut(comparison.open_promises, limits.measures, captions(language).more)
    columns = (
        Column(words.promised_in, right=True),
        Column(words.promise, flexible=True),
        Column(words.reviews_of),
        Column(words.nearest, flexible=True),
    )
    rows = tuple(
        Row(
            (
                str(each.year),
                clipped(each.text, _QUOTED),
                year_ranges(each.looked_at, language),
                clipped(each.nearest_text, _QUOTED),
            ),
            Tone.GONE,
        )
        for each in shown
    )
    line = Paragraph(filled(words.open_promises_line, count=len(comparison.open_promises)))
    return Heading(words.open_promises), line, Table(columns, rows, more)
