"""Formulations: one table for each status, the weightiest first."""

from compare.model import ChangeReport, FormulationChange, PhraseStatus
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows.passages import passage_around
from reports.rows.rows import PhraseGroup, emphasised
from reports.views.context import Context, cut
from reports.words.sentences import looked_at, missing_years, years_looked_at
from reports.words.vocabulary import PHRASE_STATUSES

# Two lines of a table at 80 columns: enough to see what the phrase is said of.
PASSAGE_CHARACTERS = 44


def phrase_blocks(context: Context) -> tuple[Block, ...]:
    """The counts of every status, then the tables; what is carried on is only counted."""
    words, summary = context.words, context.summary
    counts = context.listing(
        f"{PHRASE_STATUSES[group.status].label(context.language)} {len(group.phrases)}"
        for group in summary.phrases
    )
    years = years_looked_at(summary.change_report)
    missing = missing_years(years, summary.change_report.later.year)
    blocks: list[Block] = [
        Heading(words.phrases),
        Paragraph(words.phrases_line.format(list=counts)),
        Paragraph(words.looked_at.format(years=looked_at(years, missing, context.language))),
    ]
    for group in summary.phrases:
        if group.phrases and group.status is not PhraseStatus.CARRIED:
            blocks += _group(context, group)
    return (*blocks, *_emphasis(context))


def _emphasis(context: Context) -> tuple[Block, ...]:
    """Carried formulations that are used more or less than the lengths of the parts explain."""
    words = context.words
    told = emphasised(context.summary.change_report.phrases)
    if not told:
        return ()
    shown, more = cut(told, context.limits.phrases, words.more)
    earlier, later = context.names
    columns = (
        Column(words.phrase, flexible=True),
        *(Column(name, right=True) for name in (earlier, later, words.expected_uses, words.uses_ratio)),
    )
    rows = [
        Row(
            (
                phrase.text,
                f"{phrase.earlier_count} ({emphasis.earlier_rate:.1f})",
                f"{phrase.later_count} ({emphasis.later_rate:.1f})",
                f"{emphasis.expected_by_parts:.1f}",
                f"{emphasis.ratio:.2f} [{emphasis.low:.2f}, {emphasis.high:.2f}]",
            )
        )
        for phrase, emphasis in shown
    ]
    heading = Heading(words.emphasis, level=3)
    return heading, Paragraph(words.emphasis_note), Table(columns, tuple(rows), more)


def _group(context: Context, group: PhraseGroup) -> tuple[Block, ...]:
    words, status = context.words, group.status
    shown, more = cut(group.phrases, context.limits.phrases, words.more)
    entry = PHRASE_STATUSES[status]
    heading = Heading(f"{entry.symbol} {entry.label(context.language)}", level=3)
    earlier, later = context.names
    columns: tuple[Column, ...]
    cells: list[tuple[str, ...]]
    match status:
        case PhraseStatus.REWORDED:
            columns = (Column(earlier, flexible=True), Column(later, flexible=True))
            cells = [(phrase.earlier_text or "", phrase.later_text or "") for phrase in shown]
        case PhraseStatus.RETURNING:
            columns = (
                Column(words.phrase, flexible=True),
                Column(words.uses, right=True),
                Column(words.last_found, right=True),
                Column(words.passage, flexible=True),
            )
            cells = [
                (phrase.text, str(phrase.later_count), _year(phrase.last_year), _passage(context, phrase))
                for phrase in shown
            ]
        case _:
            columns = (
                Column(words.phrase, flexible=True),
                Column(words.uses, right=True),
                Column(words.passage, flexible=True),
            )
            cells = [(phrase.text, str(_uses(phrase)), _passage(context, phrase)) for phrase in shown]
    return heading, Table(columns, tuple(Row(row, entry.tone) for row in cells), more)


def _passage(context: Context, phrase: FormulationChange) -> str:
    return first_passage(context.summary.change_report, phrase, PASSAGE_CHARACTERS)


def first_passage(change_report: ChangeReport, phrase: FormulationChange, limit: int) -> str:
    """Where a phrase first stands in the text that has it, the later one if both have it."""
    if phrase.later_spans:
        return passage_around(change_report.later, phrase.later_spans[0], limit)
    if phrase.earlier_spans:
        return passage_around(change_report.earlier, phrase.earlier_spans[0], limit)
    return ""


def _uses(phrase: FormulationChange) -> int:
    return phrase.earlier_count if phrase.status is PhraseStatus.DROPPED else phrase.later_count


def _year(year: int | None) -> str:
    return "" if year is None else str(year)
