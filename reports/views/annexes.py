"""What a report lists besides its prose → blocks: livelihood projects and glossary."""

from corpora.annexes import GlossaryEntry, LivelihoodList, find_glossary, find_livelihood
from corpora.model import WorkReport
from reports.blocks import Block, Column, Heading, Row, Table
from reports.views.context import named
from reports.words.quoting import clipped
from reports.words.reasons import OUTLINE_WORDS, reason_label

_LONGEST_MEANING = 80  # characters of an explanation; the whole stands in the report
_AROUND = 24  # characters shown behind a count


def view_annexes(work_report: WorkReport, language: str) -> tuple[Block, ...]:
    """Tables of the livelihood projects and of the glossary, where there are any.

    Args:
        work_report: the report.
        language: `zh` or `en`.

    Returns:
        A heading and a table for each of the two.
    """
    blocks: list[Block] = []
    if lists := find_livelihood(work_report):
        columns = (
            *(_column(key, language) for key in ("count", "time", "listed")),
            _wide("sentence", language),
        )
        rows = tuple(row for each in lists for row in _livelihood_rows(work_report, each, language))
        blocks += [Heading(_word("livelihood", language)), Table(columns, rows)]
    if entries := find_glossary(work_report):
        columns = (_column("term", language), _wide("meaning", language))
        blocks += [Heading(_word("glossary", language)), Table(columns, tuple(map(_glossary_row, entries)))]
    return tuple(blocks)


def _word(key: str, language: str) -> str:
    return reason_label(OUTLINE_WORDS, key, language)


def _column(key: str, language: str) -> Column:
    return Column(_word(key, language))


def _wide(key: str, language: str) -> Column:
    return Column(_word(key, language), flexible=True)


def _livelihood_rows(work_report: WorkReport, found: LivelihoodList, language: str) -> list[Row]:
    count = f"{found.number}{found.word}" + (f"{found.parts}{found.part_word}" if found.parts else "")
    tense = _word("planned" if found.planned else "done", language)
    words = work_report.text[found.span.start : found.span.end + _AROUND].split("\n")[0]
    rows = [Row((count, tense, str(len(found.items) or ""), f"{words}…"))]
    return rows + [Row(("", "", "", clipped(named(work_report.quote(item)), 60))) for item in found.items]


def _glossary_row(entry: GlossaryEntry) -> Row:
    return Row((entry.term, clipped(entry.meaning, _LONGEST_MEANING)))
