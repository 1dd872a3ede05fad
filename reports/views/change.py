"""`Comparison` → blocks: what changed, the ten things that matter first.

The order follows a reader who has an hour: who is compared with whom and what was not compared, what matters
first, the counts, the priorities, the measures, the formulations, and at the end what was left out and why.
"""

from compare.model import ChangeReport, Comparison
from corpora.model import WorkReport
from reports.blocks import Block, Column, Heading, Item, Items, Paragraph, Row, Table
from reports.rows.rows import FindingRow, Tally
from reports.rows.summary import summarize
from reports.views.context import SCREEN, Context, Limits, cut, digest_notes, partly_line, percent
from reports.views.formulations import phrase_blocks
from reports.views.left_out import not_compared_blocks, reason, thing, things_not_compared
from reports.views.measures import measure_blocks
from reports.views.open_promises import open_promise_blocks
from reports.views.overview import overview_blocks
from reports.views.priorities import priority_blocks, section_blocks
from reports.views.undertakings import undertaking_blocks
from reports.views.uptakes import uptake_blocks
from reports.words.captions import captions
from reports.words.pairs import finding_word, side_labels
from reports.words.quoting import clipped, is_quoted_in
from reports.words.sentences import finding_sentence
from reports.words.vocabulary import Outcome, label

# A quote below a finding shows the passage; whole paragraphs are for the page.
QUOTE_CHARACTERS = 72


def view_comparison(comparison: Comparison, language: str, limits: Limits) -> tuple[Block, ...]:
    """A comparison as blocks.

    Args:
        comparison: a later report against one or more earlier ones.
        language: `zh` or `en`, for our own words; quotes stay as they are.
        limits: how much is listed.

    Returns:
        One pair is shown by itself; several open with the overview, then each pair in the order given.
    """
    if len(comparison.pairs) == 1:
        pair = comparison.pairs[0]
        still_open = open_promise_blocks(comparison, language, limits)
        return (Heading(pair_title(pair, language), level=1), *_pair(pair, language, limits, still_open))
    words, later = captions(language), comparison.pairs[0].later
    title = words.title_many.format(place=later.place, later=later.year, count=len(comparison.pairs))
    blocks: list[Block] = [
        Heading(title, level=1),
        *overview_blocks(comparison, language),
        *open_promise_blocks(comparison, language, limits),
    ]
    for pair in comparison.pairs:
        blocks += [Heading(pair_title(pair, language), level=1), *_pair(pair, language, limits)]
    return tuple(blocks)


def view_briefly(comparison: Comparison, language: str) -> tuple[Block, ...]:
    """What matters first in the pair that is nearest in years, and the counts; for a first look."""
    pair = max(comparison.pairs, key=lambda each: each.earlier.year)
    context = Context(summarize(pair), language, SCREEN)
    return (
        Heading(pair_title(pair, language), level=1),
        *_who(context),
        *_findings(context),
        *_at_a_glance(context),
    )


def pair_title(change_report: ChangeReport, language: str) -> str:
    """The title of one pair; places are both named when they differ."""
    words, earlier, later = captions(language), change_report.earlier, change_report.later
    template = words.title_texts if earlier.year == later.year else words.title
    if earlier.place != later.place:
        template = words.title_places
    return template.format(
        place=later.place,
        earlier=earlier.year,
        later=later.year,
        earlier_place=earlier.place,
        later_place=later.place,
    )


def _pair(
    change_report: ChangeReport, language: str, limits: Limits, still_open: tuple[Block, ...] = ()
) -> tuple[Block, ...]:
    context = Context(summarize(change_report), language, limits)
    return (
        *_who(context),
        *_findings(context),
        *_at_a_glance(context),
        *priority_blocks(context),
        *section_blocks(context),
        *measure_blocks(context),
        *phrase_blocks(context),
        *uptake_blocks(context),
        *undertaking_blocks(context),
        *still_open,
        *_not_yet_compared(context),
        *not_compared_blocks(context),
    )


def _who(context: Context) -> tuple[Block, ...]:
    words, summary = context.words, context.summary
    change_report = summary.change_report
    first, second = side_labels(change_report, context.language)
    blocks = [
        Paragraph(_side_line(first, change_report.earlier, summary.earlier_characters, context)),
        Paragraph(_side_line(second, change_report.later, summary.later_characters, context)),
    ]
    things = things_not_compared(change_report, context.language)
    line = words.not_compared_line.format(list=things) if things else words.nothing_not_compared
    return (*blocks, Paragraph(line), *map(Paragraph, digest_notes(change_report, context.language)))


def _side_line(side: str, work_report: WorkReport, characters: int, context: Context) -> str:
    return context.words.side_line.format(
        side=side,
        place=work_report.place,
        year=work_report.year,
        title=work_report.title,
        kind=label(work_report.kind, context.language),
        characters=f"{characters:,}",
        source=work_report.source.name,
    )


def _findings(context: Context) -> tuple[Block, ...]:
    heading = Heading(context.words.findings)
    if not context.summary.findings:
        return heading, Paragraph(context.words.nothing_changed)
    shown, _ = cut(context.summary.findings, context.limits.findings, "")
    return heading, Items(tuple(_item(row, context) for row in shown))


def _item(row: FindingRow, context: Context) -> Item:
    entry = finding_word(row.finding, context.summary.change_report)
    sentence = finding_sentence(row.finding, context.summary.change_report, context.language)
    sides = zip(context.names, (row.earlier_quote, row.later_quote), strict=True)
    # A quote that the sentence holds already shows nothing more.
    quotes = tuple(
        (name, clipped(quote, QUOTE_CHARACTERS))
        for name, quote in sides
        if quote and not is_quoted_in(quote, sentence)
    )
    return Item(entry.symbol, sentence, entry.tone, quotes)


def _at_a_glance(context: Context) -> tuple[Block, ...]:
    words, summary = context.words, context.summary
    earlier, later = context.names
    columns = (
        Column(words.outcome),
        Column(words.sections, right=True),
        Column(words.measures, right=True),
        Column(words.share_of.format(name=earlier), right=True),
        Column(words.share_of.format(name=later), right=True),
    )
    rows = tuple(_glance_row(context, outcome) for outcome in Outcome)
    sections, measures = (level.moved for level in summary.levels)
    moved = words.moved_line.format(sections=sections, measures=measures)
    return Heading(words.at_a_glance), Table(columns, rows), Paragraph(moved), *_partly(context)


def _partly(context: Context) -> tuple[Block, ...]:
    line = partly_line(context.summary, context.language)
    return (Paragraph(line),) if line else ()


def _glance_row(context: Context, outcome: Outcome) -> Row:
    summary, entry = context.summary, context.word(outcome)
    whole = next(tally for tally in summary.whole if tally.outcome is outcome)
    shares = (
        percent(part / total) if total and part else ""
        for part, total in (
            (whole.earlier_characters, summary.earlier_characters),
            (whole.later_characters, summary.later_characters),
        )
    )
    counts = (_count(level.of(outcome)) for level in summary.levels)
    return Row((f"{entry.symbol} {entry.label(context.language)}", *counts, *shares), entry.tone)


def _count(tally: Tally) -> str:
    """Units on both sides: `12`, `1 -> 2` where one became two, the one side's count where there is one."""
    if tally.outcome in {Outcome.NEW, Outcome.DROPPED} or tally.earlier_units == tally.later_units:
        return str(max(tally.earlier_units, tally.later_units))
    return f"{tally.earlier_units} -> {tally.later_units}"


def _not_yet_compared(context: Context) -> tuple[Block, ...]:
    """Targets and promises under their own headings while they are not compared: never told as "none"."""
    blocks: list[Block] = []
    for entry in context.summary.change_report.not_compared:
        if entry.what in {"targets", "promises"}:
            blocks += [
                Heading(_capital(thing(entry, context.language))),
                Paragraph(
                    _capital(context.words.not_compared_why.format(why=reason(entry, context.language)))
                ),
            ]
    return tuple(blocks)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
