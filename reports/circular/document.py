"""A comparison → a .docx that an office circulates."""

from typing import TYPE_CHECKING

from compare.model import Comparison
from reports.circular import parts, undertakings
from reports.circular.captions import circular_captions
from reports.circular.side_by_side import write_wording
from reports.circular.writing import Run, Writer
from reports.rows.rows import Summary
from reports.rows.summary import summarize, summarize_overview
from reports.views.change import pair_title
from reports.words.captions import captions
from reports.words.pairs import is_through_time
from reports.words.years import looked_at, year_ranges

if TYPE_CHECKING:
    from collections.abc import Callable


def render_circular(comparison: Comparison, language: str) -> bytes:
    """A comparison as a report to be read and handed on.

    Args:
        comparison: a later report against one or more earlier ones; several open with an overview, then each
            pair has its own chapter.
        language: `zh` or `en`, for our own words; quotes stay as they are.

    Returns:
        The bytes of a .docx file; the same comparison and language give the same.
    """
    later = comparison.pairs[0].later
    if len(comparison.pairs) == 1:
        writer = Writer(language, pair_title(comparison.pairs[0], language))
        _pair(writer, summarize(comparison.pairs[0]), level=1)
        undertakings.write_open_promises(writer, comparison)
        return writer.bytes()
    title = captions(language).title_many.format(
        place=later.place, later=later.year, count=len(comparison.pairs)
    )
    writer = Writer(language, title)
    _overview(writer, comparison)
    undertakings.write_open_promises(writer, comparison)
    for pair in comparison.pairs:
        writer.heading(pair_title(pair, language), 1)
        _pair(writer, summarize(pair), level=2)
    return writer.bytes()


def _pair(writer: Writer, summary: Summary, level: int) -> None:
    """One pair; its parts are headings of a level, numbered."""
    writer.words = circular_captions(writer.language, aside=not is_through_time(summary.change_report))
    words = writer.words
    chapters: list[tuple[str, Callable[[], None]]] = [
        (words.findings, lambda: parts.write_findings(writer, summary)),
        (words.figures, lambda: parts.write_figures(writer, summary)),
        (words.priorities, lambda: parts.write_priorities(writer, summary)),
        (words.targets, lambda: undertakings.write_targets(writer, summary)),
        (words.outcomes, lambda: undertakings.write_outcomes(writer, summary)),
        (words.promises, lambda: undertakings.write_promises(writer, summary)),
        (words.phrases, lambda: parts.write_phrases(writer, summary, level + 1)),
        (words.wording, lambda: write_wording(writer, summary, level + 1)),
        (captions(writer.language).not_compared, lambda: parts.write_not_compared(writer, summary)),
    ]
    parts.write_facts(writer, summary)
    for number, (title, write) in zip(words.numbers, chapters, strict=False):
        writer.heading(f"{number}{words.number_mark}{title}", level)
        write()


def _overview(writer: Writer, comparison: Comparison) -> None:
    """In which of the given years each priority is first found."""
    words, rows = captions(writer.language), summarize_overview(comparison)
    writer.heading(words.overview, 1)
    years = looked_at(rows.years, rows.missing_years, writer.language)
    writer.note(words.overview_note.format(years=years))
    if not rows.priorities:
        writer.paragraph(words.no_priorities)
        return
    cells = [
        (
            str(row.rank or ""),
            row.label,
            Run(str(row.first_year)) if row.first_year else Run(words.found_nowhere),
            year_ranges((year for year, _ in row.found_in), writer.language),
        )
        for row in rows.priorities
    ]
    writer.table((words.rank, words.priority, words.first_known, words.found_in), cells, (0.8, 5, 1.2, 3))
