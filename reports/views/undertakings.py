"""Targets, what came of them, undertakings and their answers, and figures to check, as blocks."""

from collections.abc import Iterator

from compare.undertakings.model import Inconsistency, PromiseStatus
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows.undertakings import (
    PromiseRow,
    change_counts,
    difference_text,
    outcome_rows,
    promise_groups,
    row_name,
    target_difference,
    target_rows,
    verdict_counts,
    with_figures_first,
)
from reports.views.context import Context, cut, named
from reports.words.aside_captions import side_undertaking_captions
from reports.words.counts import filled
from reports.words.indicator_names import indicator_name
from reports.words.pairs import is_through_time
from reports.words.quoting import clipped, nested
from reports.words.undertaking_captions import UndertakingCaptions, undertaking_captions
from reports.words.vocabulary import VERDICTS

_QUOTED = 60  # characters of a clause in a cell


def undertaking_blocks(context: Context) -> tuple[Block, ...]:
    """The tables of targets, outcomes, promises and doubtful figures; what was not compared has none."""
    return (*_targets(context), *_outcomes(context), *_promises(context), *_doubts(context))


def _words(context: Context) -> UndertakingCaptions:
    aside = not is_through_time(context.summary.change_report)
    return side_undertaking_captions(context.language, aside=aside)


def _targets(context: Context) -> tuple[Block, ...]:
    words, change_report = _words(context), context.summary.change_report
    if any(entry.what == "targets" for entry in change_report.not_compared):
        return ()
    if not change_report.targets:
        return Heading(words.targets), Paragraph(words.no_targets)
    counts = context.listing(
        f"{context.word(kind).label(context.language)} {count}"
        for kind, count in change_counts(change_report).items()
    )
    shown, more = cut(target_rows(change_report), context.limits.measures, context.words.more)
    earlier, later = context.names
    columns = (
        Column(words.indicator, flexible=True),
        Column(context.words.change),
        Column(words.difference),
        Column(earlier, flexible=True),
        Column(later, flexible=True),
    )
    rows = []
    for row in shown:
        entry = context.word(row.change.change)
        rows.append(
            Row(
                (
                    named(row_name(row, context.language)),
                    f"{entry.symbol} {entry.label(context.language)}",
                    target_difference(row.change, context.language),
                    clipped(row.earlier_text, _QUOTED),
                    clipped(row.later_text, _QUOTED),
                ),
                entry.tone,
            )
        )
    line = Paragraph(words.targets_line.format(list=counts))
    return Heading(words.targets), line, Table(columns, tuple(rows), more)


def _outcomes(context: Context) -> tuple[Block, ...]:
    words, change_report = _words(context), context.summary.change_report
    if not change_report.outcomes:
        return ()
    counts = context.listing(
        f"{VERDICTS[verdict].label(context.language)} {count}"
        for verdict, count in verdict_counts(change_report).items()
    )
    shown, more = cut(outcome_rows(change_report), context.limits.measures, context.words.more)
    columns = (
        Column(words.target, flexible=True),
        Column(words.outcome),
        Column(words.difference),
        Column(words.figure, flexible=True),
    )
    rows = []
    for row in shown:
        entry = VERDICTS[row.outcome.verdict]
        rows.append(
            Row(
                (
                    clipped(row.target_text, _QUOTED),
                    f"{entry.symbol} {entry.label(context.language)}",
                    difference_text(row.outcome.difference, row.outcome.target.unit, context.language),
                    clipped(row.report_text, _QUOTED),
                ),
                entry.tone,
            )
        )
    earlier, later = context.names
    line = Paragraph(words.outcomes_line.format(earlier=earlier, later=later, list=counts))
    return Heading(context.titled(words.outcomes)), line, Table(columns, tuple(rows), more)


def _promises(context: Context) -> tuple[Block, ...]:
    words, change_report = _words(context), context.summary.change_report
    if not change_report.promises:
        return ()
    groups = promise_groups(change_report)
    silent = [row for group in groups for row in group.rows if row.promise.status is PromiseStatus.SILENT]
    line = filled(
        words.promises_line,
        count=len(change_report.promises),
        reported=sum(group.reported for group in groups),
        numbered=sum(group.with_number for group in groups),
        silent=len(silent),
    )
    columns = (
        Column(words.section, flexible=True),
        *(
            Column(title, right=True)
            for title in (words.promised, words.answered, words.with_number, words.silent)
        ),
    )
    counts = tuple(
        Row(
            (
                named(group.section) or words.without_section,
                *(str(count) for count in (len(group.rows), group.reported, group.with_number, group.silent)),
            )
        )
        for group in groups
    )
    answered = [row for group in groups for row in group.rows if row.promise.status is PromiseStatus.REPORTED]
    return (
        Heading(context.titled(words.promises)),
        Paragraph(line),
        Paragraph(context.titled(words.silence_means)),
        Table(columns, counts),
        Heading(words.unanswered, level=3),
        _listed(context, silent, words.nearest),
        Heading(words.answers, level=3),
        _listed(context, answered, words.answer),
    )


def _listed(context: Context, rows: list[PromiseRow], title: str) -> Block:
    if not rows:
        return Paragraph(context.words.none)
    shown, more = cut(with_figures_first(rows), context.limits.measures, context.words.more)
    columns = (Column(_words(context).promise, flexible=True), Column(title, flexible=True))
    cells = ((clipped(row.text, _QUOTED), clipped(row.answer or row.nearest, _QUOTED)) for row in shown)
    return Table(columns, tuple(Row(row) for row in cells), more)


def _doubts(context: Context) -> Iterator[Block]:
    words, change_report = _words(context), context.summary.change_report
    if change_report.inconsistencies:
        yield Heading(words.doubts)
    for doubt in change_report.inconsistencies:
        yield Paragraph(doubt_sentence(doubt, context))


def doubt_sentence(doubt: Inconsistency, context: Context) -> str:
    """The question that figures which do not agree raise, with both places."""
    change_report = context.summary.change_report
    side = change_report.earlier if doubt.side == "earlier" else change_report.later
    return doubt_template(doubt.kind, context.language).format(
        side=context.names[0 if doubt.side == "earlier" else 1],
        indicator=indicator_name(doubt.indicator, context.language),
        stated=nested(side.quote(doubt.stated)),
        second=nested(side.quote(doubt.other)),
        before=nested(change_report.earlier.quote(doubt.before)) if doubt.before else "",
        value=f"{doubt.stated_value:g}",
        other=f"{doubt.other_value:g}",
    )


def doubt_template(kind: str, language: str) -> str:
    """The question for a kind of doubt, with places for side, indicator, quotes and figures."""
    words = undertaking_captions(language)
    templates = {"sum_differs": words.sum_differs, "two_values": words.two_values}
    return templates.get(kind, words.growth_differs)
