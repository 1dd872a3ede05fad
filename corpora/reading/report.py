"""The way from a file to a `WorkReport`: read, clean, find the facts, outline."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from corpora.cleaning import CleanText, clean
from corpora.errors import SourceError
from corpora.facts import NOTHING_TOLD, Facts, Told, find_facts, is_report
from corpora.language.traditional import is_traditional, simplified
from corpora.model import Doubt, Fact, Role, Source, Unit, WorkReport
from corpora.outline import outline
from corpora.outline.doubts import find_outline_doubts
from corpora.reading.source import read_source

_NOT_COMPARED = {Role.FRAME, Role.APPENDIX}
# What git leaves where two branches changed the same lines, until somebody chooses: both texts stand there.
_CONFLICT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\r?\n(?:.*\n)*?>{7} ", re.MULTILINE)
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
    traditional = is_traditional(source.text)
    cleaned = clean(simplified(source.text) if traditional else source.text, source.outside)
    text = cleaned.text  # to read by; quoted is what is printed
    paragraphs = text.split("\n")
    if len(cleaned.text) < _FEWEST_CHARACTERS or not is_report(paragraphs):
        raise SourceError(
            source.name,
            "does not look like a government work report or an account of one",
            "crossyear reads Chinese government work reports (政府工作报告); check that it is the right file",
        )
    facts = find_facts(source.name, paragraphs, told)
    units = outline(text, facts.kind, facts.year)
    if traditional:
        cleaned = _cleaned_as_printed(cleaned, source.text)
        units = tuple(_as_printed(unit, text, cleaned.text) for unit in units)
        facts = _with_printed_title(facts, text, cleaned.text)
    if all(unit.role in _NOT_COMPARED for unit in units):
        raise SourceError(
            source.name,
            "no part of a report can be found in it",
            "It may be news of the session without the report's content",
        )
    return WorkReport(
        f"{facts.place}:{facts.year}", facts.place, facts.year, facts.title, facts.kind, facts.edition, "zh",
        source, cleaned.text, cleaned.origin, units, cleaned.left_out,
        (*facts.found, Fact("script", "traditional" if traditional else "simplified", "characters")),
        (
            *facts.doubts, *_text_doubts(source.text, cleaned.text),
            *find_outline_doubts(units, facts.kind),
        ),
    )  # fmt: skip


def _cleaned_as_printed(cleaned: CleanText, printed: str) -> CleanText:
    """What was cleaned in a text's simplified form, with the characters that are printed."""
    text = "".join(printed[cleaned.origin.at(offset)] for offset in range(len(cleaned.text)))
    left_out = tuple(
        replace(piece, text=printed[piece.source_start : piece.source_start + len(piece.text)])
        for piece in cleaned.left_out
    )
    return CleanText(text, cleaned.origin, left_out)


def _as_printed(unit: Unit, read: str, printed: str) -> Unit:
    """A unit that was found in a text's simplified form, with its words as they are printed."""
    span = unit.span

    def quoted(words: str | None) -> str | None:
        place = read.find(words, span.start, span.end) if words else -1
        return printed[place : place + len(words)] if words and place >= 0 else words

    text = printed[span.start : span.end]
    return replace(unit, text=text, number=quoted(unit.number), heading=quoted(unit.heading))


def _with_printed_title(facts: Facts, read: str, printed: str) -> Facts:
    """Place and year are told in simplified characters, as they are asked for; the title is a quotation."""
    place = read.find(facts.title)
    if place < 0:
        return facts
    title = printed[place : place + len(facts.title)]
    found = tuple(replace(fact, value=title) if fact.name == "title" else fact for fact in facts.found)
    return replace(facts, title=title, found=found)


def _text_doubts(printed: str, text: str) -> Iterator[Doubt]:
    if unreadable := text.count("\ufffd"):
        yield Doubt("bad-characters", str(unreadable))
    if conflicts := len(_CONFLICT.findall(printed)):
        yield Doubt("merge-conflict", str(conflicts))
