"""A comparison of editions → a .docx: the briefing on the amendments that an office circulates."""

from compare.editions.model import EditionComparison
from reports.circular.writing import Run, Writer
from reports.rows.editions import RevisionRow, summarize_editions
from reports.views.editions import (
    edition_title,
    footnotes,
    revision_sentence,
    section_title,
    sentence_quotes,
    side_lines,
    summary_lines,
)
from reports.words.editions import REVISION_KINDS, edition_words


def render_editions_circular(comparison: EditionComparison, language: str) -> bytes:
    """Every edit between two editions as a document to be read and handed on.

    Args:
        comparison: what was found.
        language: `zh` or `en`, for our own words.

    Returns:
        The bytes of a .docx file; the same comparison and language give the same.
    """
    words, summary = edition_words(language), summarize_editions(comparison)
    writer = Writer(language, edition_title(comparison, language))
    for line in side_lines(summary, language):
        writer.note(line)
    for line in summary_lines(summary, language):
        writer.paragraph(line)
    for section in summary.sections:
        writer.heading(section_title(section.headings, words, closing=section.closing), 1)
        for row in section.rows:
            _revision(writer, row, comparison)
    if summary.minor:
        writer.heading(words.minor, 1)
        for row in summary.minor:
            _revision(writer, row, comparison)
    for line in footnotes(comparison, language):
        writer.note(line)
    return writer.bytes()


def _revision(writer: Writer, row: RevisionRow, comparison: EditionComparison) -> None:
    entry = REVISION_KINDS[row.revision.kind]
    sentence = revision_sentence(row, comparison, writer.language)
    quotes = [
        writer.words.quote.format(name=name, quote=quote)
        for name, quote in sentence_quotes(row, writer.language)
    ]
    writer.finding(row.revision.number, Run(entry.label(writer.language), entry.tone), sentence, quotes)
