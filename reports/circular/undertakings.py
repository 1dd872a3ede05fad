"""What was undertaken and what came of it: targets, outcomes, promises, and what stays open."""

from compare.model import Comparison
from compare.undertakings.model import PromiseStatus
from reports.circular.writing import ROWS, Run, Writer
from reports.rows.rows import Summary
from reports.rows.undertakings import (
    difference_text,
    outcome_rows,
    promise_groups,
    row_name,
    target_difference,
    target_rows,
    with_figures_first,
)
from reports.views.context import cut, named
from reports.views.left_out import reason, thing
from reports.words.captions import captions
from reports.words.counts import filled
from reports.words.pairs import pair_captions, pair_word, text_names
from reports.words.undertaking_captions import undertaking_captions
from reports.words.vocabulary import VERDICTS
from reports.words.years import year_ranges


def write_targets(writer: Writer, summary: Summary) -> None:
    """The targets of both texts, known indicators first."""
    language, change_report = writer.language, summary.change_report
    own = undertaking_captions(language)
    if _told_as_not_compared(writer, summary, "targets"):
        return
    if not change_report.targets:
        writer.paragraph(own.no_targets)
        return
    shown, more = cut(target_rows(change_report), ROWS, writer.words.more)
    rows = []
    for row in shown:
        entry = pair_word(row.change.change, change_report)
        difference = target_difference(row.change, language)
        name = row_name(row, language)
        rows.append(
            (name, Run(entry.label(language), entry.tone), difference, row.earlier_text, row.later_text)
        )
    earlier, later = text_names(change_report, language)
    heads = (own.indicator, pair_captions(change_report, language).change, own.difference, earlier, later)
    writer.table(heads, rows, (2.2, 1.4, 1.3, 3.2, 3.2))
    writer.more(more)


def write_outcomes(writer: Writer, summary: Summary) -> None:
    """What the later review says of the earlier targets."""
    language, change_report = writer.language, summary.change_report
    if _told_as_not_compared(writer, summary, "outcomes"):
        return
    if not change_report.outcomes and _told_as_not_compared(writer, summary, "targets"):
        return
    own = undertaking_captions(language)
    shown, more = cut(outcome_rows(change_report), ROWS, writer.words.more)
    rows = []
    for row in shown:
        entry = VERDICTS[row.outcome.verdict]
        difference = difference_text(row.outcome.difference, row.outcome.target.unit, language)
        rows.append((row.target_text, Run(entry.label(language), entry.tone), difference, row.report_text))
    if rows:
        writer.table((own.target, own.outcome, own.difference, own.figure), rows, (3.4, 1.4, 1.3, 4.4))
        writer.more(more)
    else:
        writer.paragraph(captions(language).none)


def write_promises(writer: Writer, summary: Summary) -> None:
    """How many undertakings of each section are answered, and those that are not."""
    language, change_report = writer.language, summary.change_report
    own = undertaking_captions(language)
    if _told_as_not_compared(writer, summary, "promises"):
        return
    groups = promise_groups(change_report)
    if not groups:
        writer.paragraph(captions(language).none)
        return
    _, later = text_names(change_report, language)
    silent = [row for group in groups for row in group.rows if row.promise.status is PromiseStatus.SILENT]
    line = filled(
        own.promises_line,
        count=len(change_report.promises),
        reported=sum(group.reported for group in groups),
        numbered=sum(group.with_number for group in groups),
        silent=len(silent),
    )
    writer.paragraph(line)
    writer.note(own.silence_means.format(later=later))
    heads = (own.section, own.promised, own.answered, own.with_number, own.silent)
    counts = [
        (
            named(group.section) or own.without_section,
            *(str(count) for count in (len(group.rows), group.reported, group.with_number, group.silent)),
        )
        for group in groups
    ]
    writer.table(heads, counts, (5, 1, 1, 1, 1))
    shown, more = cut(with_figures_first(silent), ROWS, writer.words.more)
    if shown:
        writer.table((own.unanswered, own.nearest), [(row.text, row.nearest) for row in shown], (1, 1))
        writer.more(more)


def write_open_promises(writer: Writer, comparison: Comparison) -> None:
    """Undertakings of older years that no review at hand answers, under a heading of their own if any."""
    if not comparison.open_promises:
        return
    own, language = undertaking_captions(writer.language), writer.language
    writer.heading(own.open_promises, 1)
    writer.note(filled(own.open_promises_line, count=len(comparison.open_promises)))
    shown, more = cut(comparison.open_promises, ROWS, writer.words.more)
    rows = [
        (str(each.year), each.text, year_ranges(each.looked_at, language), each.nearest_text)
        for each in shown
    ]
    heads = (own.promised_in, own.promise, own.reviews_of, own.nearest)
    writer.table(heads, rows, (0.7, 3.5, 1.3, 3.5))
    writer.more(more)


def _told_as_not_compared(writer: Writer, summary: Summary, what: str) -> bool:
    """Tell that something was not compared, where it was not: never as "none"."""
    entries = [entry for entry in summary.change_report.not_compared if entry.what == what]
    for entry in entries:
        words = captions(writer.language)
        writer.paragraph(
            words.bracketed.format(text=thing(entry, writer.language), note=reason(entry, writer.language))
        )
    return bool(entries)
