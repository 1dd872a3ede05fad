"""What was not compared and what was not read in, each with its reason. Nothing is lost silently."""

from collections import Counter
from collections.abc import Iterable, Mapping

from compare.model import ChangeReport, NotCompared
from corpora.model import LeftOut
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.views.context import Context, cut
from reports.words.captions import captions
from reports.words.quoting import clipped
from reports.words.reasons import NOT_COMPARED_REASONS, NOT_COMPARED_THINGS, SIDES, reason_label
from reports.words.vocabulary import Word

# An excerpt lets a reader recognise the passage; the outline command shows where it stands.
EXCERPT_CHARACTERS = 60


def things_not_compared(change_report: ChangeReport, language: str) -> str:
    """One line: the things that were not compared, grouped by reason, each named once."""
    by_reason: dict[str, dict[str, None]] = {}
    for entry in change_report.not_compared:
        by_reason.setdefault(reason(entry, language), {})[thing(entry, language)] = None
    words = captions(language)
    return words.semicolon.join(
        words.bracketed.format(text=words.comma.join(things), note=why) for why, things in by_reason.items()
    )


def thing(entry: NotCompared, language: str) -> str:
    """What was not compared, worded."""
    return reason_label(NOT_COMPARED_THINGS, entry.what, language)


def reason(entry: NotCompared, language: str) -> str:
    """Why it was not compared, worded."""
    return reason_label(NOT_COMPARED_REASONS, entry.reason, language)


def not_compared_blocks(context: Context) -> tuple[Block, ...]:
    """The table of what was not compared, what was left out of both texts when they were read included."""
    words, entries = context.words, context.summary.change_report.not_compared
    heading = Heading(words.not_compared)
    if not entries:
        return heading, Paragraph(words.nothing_not_compared)
    columns = (
        Column(words.what, flexible=True),
        Column(words.text),
        Column(words.why),
        Column(words.excerpt, flexible=True),
    )
    shown, more = cut(entries, context.limits.left_out, words.more)
    return heading, Table(columns, tuple(Row(_entry_cells(context, entry)) for entry in shown), more)


def _entry_cells(context: Context, entry: NotCompared) -> tuple[str, ...]:
    earlier, later = context.names
    names = {"earlier": earlier, "later": later}
    # What a part of the report holds is told by its length, what was left out in reading by the text itself.
    is_length = entry.detail.isdigit() and entry.what in {"frame", "appendix"}
    detail = context.words.characters.format(count=f"{int(entry.detail):,}") if is_length else entry.detail
    return (
        thing(entry, context.language),
        names.get(entry.side) or reason_label(SIDES, entry.side, context.language),
        reason(entry, context.language),
        clipped(detail, EXCERPT_CHARACTERS),
    )


def left_out_table(pieces: Iterable[LeftOut], reasons: Mapping[str, Word], language: str) -> Table:
    """The table of what was left out of one text, for the outline."""
    words = captions(language)
    columns = (
        Column(words.why),
        Column(words.characters_column, right=True),
        Column(words.excerpt, flexible=True),
    )
    # What stands there many times, such as a running head, is one row at its first place.
    counts = Counter((piece.reason, piece.text) for piece in pieces)
    rows = (
        Row(
            (
                reason_label(reasons, why, language),
                str(len(text) * count),
                clipped(text, EXCERPT_CHARACTERS) + (f" ×{count}" if count > 1 else ""),
            )
        )
        for (why, text), count in counts.items()
    )
    return Table(columns, tuple(rows))
