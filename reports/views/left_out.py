"""What was not compared and what was not read in, each with its reason. Nothing is lost silently."""

from collections.abc import Iterable, Mapping

from compare.model import ChangeReport, NotCompared
from corpora.model import LeftOut
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.captions import captions
from reports.reasons import (
    LEFT_OUT_REASONS,
    NOT_COMPARED_REASONS,
    NOT_COMPARED_THINGS,
    SIDES,
    reason_label,
)
from reports.sentences import clipped
from reports.views.context import Context, cut
from reports.vocabulary import Word

# An excerpt lets a reader recognise the passage; the outline command shows where it stands.
EXCERPT_CHARACTERS = 60


def things_not_compared(change_report: ChangeReport, language: str) -> str:
    """One line: each thing that was not compared with its reason, each named once."""
    return captions(language).comma.join(
        dict.fromkeys(
            f"{thing(entry, language)} ({reason(entry, language)})" for entry in change_report.not_compared
        )
    )


def thing(entry: NotCompared, language: str) -> str:
    """What was not compared, worded."""
    return reason_label(NOT_COMPARED_THINGS, entry.what, language)


def reason(entry: NotCompared, language: str) -> str:
    """Why it was not compared, worded."""
    return reason_label(NOT_COMPARED_REASONS, entry.reason, language)


def not_compared_blocks(context: Context) -> tuple[Block, ...]:
    """The table of what was not compared, and what was left out of both texts when they were read."""
    words, change_report = context.words, context.summary.change_report
    heading = Heading(words.not_compared)
    if not change_report.not_compared:
        return heading, Paragraph(words.nothing_not_compared), *_left_out(context)
    earlier, later = context.names
    names = {"earlier": earlier, "later": later}
    columns = (
        Column(words.what),
        Column(words.text),
        Column(words.why, flexible=True),
        Column(words.excerpt, flexible=True),
    )
    rows = tuple(
        Row(
            (
                thing(entry, context.language),
                names.get(entry.side, reason_label(SIDES, entry.side, context.language)),
                reason(entry, context.language),
                clipped(entry.detail, EXCERPT_CHARACTERS),
            )
        )
        for entry in change_report.not_compared
    )
    return heading, Table(columns, rows), *_left_out(context)


def _left_out(context: Context) -> tuple[Block, ...]:
    change_report = context.summary.change_report
    heading = Heading(context.words.left_out)
    sides = zip(context.names, (change_report.earlier, change_report.later), strict=True)
    pieces = [(name, piece) for name, work_report in sides for piece in work_report.left_out]
    if not pieces:
        return heading, Paragraph(context.words.nothing_left_out)
    columns = (Column(context.words.text), *_columns(context.language))
    shown, more = cut(pieces, context.limits.left_out, context.words.more)
    rows = tuple(Row((name, *_cells(piece, LEFT_OUT_REASONS, context.language))) for name, piece in shown)
    return heading, Table(columns, rows, more)


def left_out_table(pieces: Iterable[LeftOut], reasons: Mapping[str, Word], language: str) -> Table:
    """The table of what was left out of one text, for the outline."""
    return Table(_columns(language), tuple(Row(_cells(piece, reasons, language)) for piece in pieces))


def _columns(language: str) -> tuple[Column, ...]:
    words = captions(language)
    return (
        Column(words.why),
        Column(words.characters_column, right=True),
        Column(words.excerpt, flexible=True),
    )


def _cells(piece: LeftOut, reasons: Mapping[str, Word], language: str) -> tuple[str, ...]:
    return (
        reason_label(reasons, piece.reason, language),
        str(len(piece.text)),
        clipped(piece.text, EXCERPT_CHARACTERS),
    )
