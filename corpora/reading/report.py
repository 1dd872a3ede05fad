"""The way from a file to a `WorkReport`: read, clean, find the facts, outline."""

from pathlib import Path

from corpora.cleaning import clean
from corpora.errors import SourceError
from corpora.facts import NOTHING_TOLD, Told, find_facts, is_report
from corpora.model import Doubt, Role, Source, WorkReport
from corpora.outline import outline
from corpora.outline.doubts import find_outline_doubts
from corpora.reading.source import read_source

_NOT_COMPARED = {Role.FRAME, Role.APPENDIX}
_FEWEST_CHARACTERS = 300  # no report or digest is shorter; a table of contents or a notice is


def read_work_report(
    path: str | Path, *, place: str | None = None, year: int | None = None, encoding: str | None = None
) -> WorkReport:
    """Read a file as a work report.

    Args:
        path: a file of a format that `read_source` knows, or one inside an archive.
        place: the place, where the text tells it wrongly or not at all.
        year: the year in which the report was given, likewise.
        encoding: the charset of a text file or web page, likewise.

    Returns:
        The report, cleaned and outlined.

    Raises:
        SourceError: the file cannot be read, is no report, or does not tell its place and year.
    """
    return as_work_report(read_source(path, encoding=encoding), Told(place, year))


def as_work_report(source: Source, told: Told = NOTHING_TOLD) -> WorkReport:
    """Read a source's text as a work report; see `read_work_report`."""
    cleaned = clean(source.text, source.outside)
    paragraphs = cleaned.text.split("\n")
    if len(cleaned.text) < _FEWEST_CHARACTERS or not is_report(paragraphs):
        raise SourceError(
            source.name,
            "does not look like a government work report or an account of one",
            "crossyear reads Chinese government work reports (政府工作报告); check that it is the right file",
        )
    facts = find_facts(source.name, paragraphs, told)
    units = outline(cleaned.text, facts.kind, facts.year)
    if all(unit.role in _NOT_COMPARED for unit in units):
        raise SourceError(
            source.name,
            "no part of a report can be found in it",
            "It may be news of the session without the report's content",
        )
    return WorkReport(
        f"{facts.place}:{facts.year}", facts.place, facts.year, facts.title, facts.kind, facts.edition, "zh",
        source, cleaned.text, cleaned.origin, units, cleaned.left_out, facts.found,
        facts.doubts + _text_doubts(cleaned.text) + find_outline_doubts(units),
    )  # fmt: skip


def _text_doubts(text: str) -> tuple[Doubt, ...]:
    unreadable = text.count("\ufffd")
    return (Doubt("bad-characters", str(unreadable)),) if unreadable else ()
