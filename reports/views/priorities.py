"""Priorities with their ranks on both sides, and the other sections that changed."""

from compare.model import PriorityStatus
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows.rows import PriorityRow, UnitRow
from reports.views.context import Context
from reports.words.pairs import outcome_word, priority_word
from reports.words.vocabulary import Outcome, Tone, Word


def priority_blocks(context: Context) -> tuple[Block, ...]:
    """The table of priorities; one that others only displaced is not told as moved."""
    words = context.words
    heading = Heading(words.priorities)
    if not context.summary.priorities:
        return heading, Paragraph(words.no_priorities)
    earlier, later = context.names
    columns = (
        Column(words.rank),
        Column(words.change),
        Column(earlier, flexible=True),
        Column(later, flexible=True),
    )
    rows = tuple(_priority_row(context, row) for row in context.summary.priorities)
    return heading, Table(columns, rows)


def rank_change(row: PriorityRow) -> str:
    """Both ranks: `3 -> 1`, `-> 2` for a new priority, `4 ->` for one no longer listed."""
    before, after = row.change.earlier_rank, row.change.later_rank
    return f"{before or '':>2} -> {after or ''}".rstrip()


def _priority_row(context: Context, row: PriorityRow) -> Row:
    entry = priority_word(row, context.summary.change_report)
    unchanged = row.earlier_heading == row.later_heading
    later = context.words.same if unchanged else row.later_heading or ""
    status = f"{entry.symbol} {entry.label(context.language)}"
    return Row((rank_change(row), status, row.earlier_heading or "", later), entry.tone)


def section_blocks(context: Context) -> tuple[Block, ...]:
    """Sections outside the list of priorities that changed; nothing when there is none."""
    told = {row.change.later_unit for row in context.summary.priorities}
    told_earlier = {row.change.earlier_unit for row in context.summary.priorities}
    rows = [
        _section_row(
            context,
            outcome_word(row, context.summary.change_report),
            ("\n".join(row.earlier_labels), "\n".join(row.later_labels)),
            moved=row.link.moved,
        )
        for row in context.summary.section_links
        if (row.outcome is not Outcome.KEPT or row.link.moved) and not told & set(row.link.later)
    ]
    rows += [
        _alone(context, Outcome.NEW, row) for row in context.summary.new_sections if row.unit.id not in told
    ]
    rows += [
        _alone(context, Outcome.DROPPED, row)
        for row in context.summary.dropped_sections
        if row.unit.id not in told_earlier
    ]
    if not rows:
        return ()
    earlier, later = context.names
    columns = (
        Column(context.words.change),
        Column(earlier, flexible=True),
        Column(later, flexible=True),
    )
    return Heading(context.words.other_sections), Table(columns, tuple(rows))


def _section_row(context: Context, entry: Word, labels: tuple[str, str], *, moved: bool) -> Row:
    status = f"{entry.symbol} {entry.label(context.language)}"
    if moved:
        status += f"\n* {context.word(PriorityStatus.MOVED).label(context.language)}"
    return Row((status, *labels), Tone.MOVED if moved else entry.tone)


def _alone(context: Context, outcome: Outcome, row: UnitRow) -> Row:
    labels = ("", row.label) if outcome is Outcome.NEW else (row.label, "")
    return _section_row(context, context.word(outcome), labels, moved=False)
