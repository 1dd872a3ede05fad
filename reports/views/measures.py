"""Tables of measures: new, no longer found, moved, reworded, and what changed on the channels."""

from collections.abc import Sequence

from compare.model import Channel
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows.rows import LinkRow, MeaningRow, UnitRow
from reports.views.context import Context, cut, named, percent
from reports.words.pairs import pair_channel_label
from reports.words.vocabulary import CHANNELS, Outcome, Tone


def measure_blocks(context: Context) -> tuple[Block, ...]:
    """Every table of measures; one without rows says so."""
    words, summary = context.words, context.summary
    changed = [row for row in summary.measure_links if row.outcome is not Outcome.KEPT]
    moved = [row for row in summary.measure_links if row.link.moved and not row.link.partial]
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
        Column(words.nearness, right=True),
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


def _place(context: Context, row: LinkRow) -> str:
    """Where a measure stands now; a task on which the later report looks back did not merely move there."""
    turn, section = row.link.turn, named(row.later_section) or context.words.without_section
    if turn is None:
        return section
    note = context.word(turn).label(context.language)
    return context.words.bracketed.format(text=section, note=note)


def _moved(context: Context, rows: Sequence[LinkRow]) -> Block:
    """Measures that went to another section come first, those that only changed their order after them."""
    words = context.words
    if not rows:
        return Paragraph(words.none)
    shown, more = cut(sorted(rows, key=lambda row: row.same_section), context.limits.measures, words.more)
    earlier, later = context.names
    columns = (
        Column(words.measure, flexible=True),
        Column(words.bracketed.format(text=words.under, note=earlier), flexible=True),
        Column(words.bracketed.format(text=words.under, note=later), flexible=True),
    )
    return Table(
        columns,
        tuple(
            Row(
                (
                    "\n".join(map(named, row.later_labels)),
                    named(row.earlier_section) or words.without_section,
                    words.within_section if row.same_section else _place(context, row),
                ),
                Tone.MOVED,
            )
            for row in shown
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
            Row((_meaning_cell(context, row), row.earlier_clause, row.later_clause), Tone.CHANGED)
            for row in shown
        ),
        more,
    )


def _meaning_cell(context: Context, row: MeaningRow) -> str:
    """The words on both sides; a negation is one word, which its clause shows better, or comes or goes."""
    entry, change_report = CHANNELS[row.channel], context.summary.change_report
    if row.channel is Channel.NEGATION:
        symbol = "+" if not row.earlier_clause else "-" if not row.later_clause else entry.symbol
        return f"{symbol} {entry.label(context.language)}"
    words = [_exchanged(before, after) for before, after in row.pairs]
    if row.channel is Channel.NUMBER:
        return "\n".join(words)
    told = pair_channel_label(row.channel, row.direction, change_report, context.language)
    return "\n".join([f"{entry.symbol} {told}", *words])


def _exchanged(before: str, after: str) -> str:
    """One word for another, or a word that came or went."""
    if before and after:
        return f"{before} -> {after}"
    return f"+ {after}" if after else f"- {before}"


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
    entry, words = context.word(row.outcome), context.words
    status = f"{entry.symbol} {words.partly if row.link.partial else entry.label(context.language)}"
    earlier, later = "\n".join(map(named, row.earlier_labels)), "\n".join(map(named, row.later_labels))
    alike = "" if row.alike is None else percent(row.alike)
    return Row((status, earlier, words.same if earlier == later else later, alike), entry.tone)
