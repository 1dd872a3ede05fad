"""Formulations: one table for each status, the weightiest first."""

from compare.model import ChangeReport, FormulationChange, PhraseStatus
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.rows.passages import passage_around
from reports.rows.rows import PhraseGroup, Summary, emphasised
from reports.views.context import Context, cut
from reports.words.language import Language
from reports.words.pairs import is_through_time, pair_captions, pair_word
from reports.words.vocabulary import PHRASE_STATUSES
from reports.words.years import looked_at, missing_years, years_looked_at

# Two lines of a table at 80 columns: enough to see what the phrase is said of.
PASSAGE_CHARACTERS = 44


def phrase_blocks(context: Context) -> tuple[Block, ...]:
    """The counts of every status, then the tables; what is carried on is only counted."""
    words, summary = context.words, context.summary
    blocks: list[Block] = [
        Heading(words.phrases),
        Paragraph(counts_line(summary, context.language)),
        Paragraph(words.looked_at.format(years=history_line(summary.change_report, context.language))),
    ]
    for group in summary.phrases:
        if group.phrases and group.status is not PhraseStatus.CARRIED:
            blocks += _group(context, group)
    return (*blocks, *_emphasis(context))


def counts_line(summary: Summary, language: str) -> str:
    """How many formulations of each status are listed, and of which more were found."""
    words, change_report = pair_captions(summary.change_report, language), summary.change_report
    line = words.phrases_line.format(
        list=words.comma.join(_counted(group, change_report, language) for group in summary.phrases)
    )
    if not change_report.phrases_cut:
        return line
    return f"{line}{'' if language == Language.ZH else ' '}{words.phrases_cut_line}"


def _counted(group: PhraseGroup, change_report: ChangeReport, language: str) -> str:
    line = f"{pair_word(group.status, change_report).label(language)} {len(group.phrases)}"
    if group.status not in change_report.phrases_cut:
        return line
    return pair_captions(change_report, language).phrases_cut.format(label=line)


def group_label(group: PhraseGroup, change_report: ChangeReport, language: str) -> str:
    """A status as the heading of its list, which says so where more was found than is listed."""
    label = pair_word(group.status, change_report).label(language)
    if group.status not in change_report.phrases_cut:
        return label
    words = pair_captions(change_report, language)
    return words.phrases_most.format(label=label, count=len(group.phrases))


def history_line(change_report: ChangeReport, language: str) -> str:
    """What a claim of "first" rests on; two texts that no time parts make none."""
    words = pair_captions(change_report, language)
    years = years_looked_at(change_report)
    if not years:
        return words.two_texts_only
    told = looked_at(years, missing_years(years, change_report.later.year), language)
    if is_through_time(change_report):
        return told
    return words.with_history.format(place=change_report.later.place, years=told)


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
    label = group_label(group, context.summary.change_report, context.language)
    heading = Heading(f"{entry.symbol} {label}", level=3)
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
