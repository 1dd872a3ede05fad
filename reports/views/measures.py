"""Tables of measures: new, no longer found, moved, reworded, and the numbers and negations that changed."""

from collections.abc import Sequence

from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows import LinkRow, MeaningRow, UnitRow
from reports.views.context import Context, cut, percent
from reports.vocabulary import CHANNELS, OUTCOMES, Outcome, Tone


def measure_blocks(context: Context) -> tuple[Block, ...]:
    """Every table of measures; one without rows says so."""
    words, summary = context.words, context.summary
    changed = [row for row in summary.measure_links if row.outcome is not Outcome.KEPT]
    moved = [row for row in summary.measure_links if row.link.moved]
    return (
        Heading(context.titled(words.new_measures)),
        _alone(context, summary.new_measures, Tone.NEW),
        Heading(context.titled(words.dropped_measures)),
        _alone(context, summary.dropped_measures, Tone.GONE),
        Heading(words.moved_measures),
        _moved(context, moved),
        Heading(words.meaning),
        _meaning(context, summary.meaning_changes),
        Heading(words.changed_measures),
        _changed(context, changed),
    )


def _alone(context: Context, rows: Sequence[UnitRow], tone: Tone) -> Block:
    words = context.words
    if not rows:
        return Paragraph(words.none)
    shown, more = cut(rows, context.limits.measures, words.more)
    columns = (
        Column(words.measure, flexible=True),
        Column(words.under, flexible=True),
        Column(words.nearest, flexible=True),
        Column(words.alike, right=True),
    )
    return Table(
        columns,
        tuple(
            Row(
                (
                    row.label,
                    row.section,
                    row.nearest or "",
                    percent(row.nearest_score) if row.nearest else "",
                ),
                tone,
            )
            for row in shown
        ),
        more,
    )


def _moved(context: Context, rows: Sequence[LinkRow]) -> Block:
    words = context.words
    if not rows:
        return Paragraph(words.none)
    shown, more = cut(rows, context.limits.measures, words.more)
    earlier, later = context.names
    columns = (
        Column(words.measure, flexible=True),
        Column(f"{words.under} ({earlier})", flexible=True),
        Column(f"{words.under} ({later})", flexible=True),
    )
    return Table(
        columns,
        tuple(
            Row((row.later_labels[0], row.earlier_section, row.later_section), Tone.MOVED) for row in shown
        ),
        more,
    )


def _meaning(context: Context, rows: Sequence[MeaningRow]) -> Block:
    words = context.words
    if not rows:
        return Paragraph(words.none)
    shown, more = cut(rows, context.limits.measures, words.more)
    earlier, later = context.names
    columns = (Column(words.change), Column(earlier, flexible=True), Column(later, flexible=True))
    return Table(
        columns,
        tuple(
            Row(
                (CHANNELS[row.change.channel].label(context.language), row.earlier_clause, row.later_clause),
                Tone.CHANGED,
            )
            for row in shown
        ),
        more,
    )


def _changed(context: Context, rows: Sequence[LinkRow]) -> Block:
    words = context.words
    if not rows:
        return Paragraph(words.none)
    shown, more = cut(rows, context.limits.measures, words.more)
    earlier, later = context.names
    columns = (
        Column(words.change),
        Column(earlier, flexible=True),
        Column(later, flexible=True),
        Column(words.alike, right=True),
    )
    return Table(columns, tuple(_changed_row(context, row) for row in shown), more)


def _changed_row(context: Context, row: LinkRow) -> Row:
    entry = OUTCOMES[row.outcome]
    status = f"{entry.symbol} {entry.label(context.language)}"
    earlier, later = "\n".join(row.earlier_labels), "\n".join(row.later_labels)
    if earlier == later:
        earlier = '"'
    return Row((status, earlier, later, percent(row.link.score)), entry.tone)
