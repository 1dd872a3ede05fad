"""The grammar of enumeration: which mark a paragraph opens with, and where its heading ends."""

import re

from msgspec import Struct

from corpora.language import chinese
from corpora.model import Span

ITEM_RANK = 9  # marks of items stand below all headings
_LONGEST_RUN_IN = 60  # characters up to the first full stop that can still be a section's heading
_LONGEST_TOPIC = 34  # the same for the topic sentence of a measure
_LONGEST_ITEM_TOPIC = 45  # an enumerated item's topic sentence names two things more often
_FIRST_STOP = re.compile(r"[。！？\n]")


class Paragraph(Struct, frozen=True):
    """One paragraph of the clean text."""

    span: Span
    text: str


class Mark(Struct, frozen=True):
    """The enumeration mark that opens a paragraph.

    Attributes:
        style: its name in `corpora.language.chinese`.
        rank: 0 for parts to 4 for （1）, `ITEM_RANK` for items.
        text: the mark as printed, without blanks at its end.
        length: characters up to the text after it.
    """

    style: str
    rank: int
    text: str
    length: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a clean text with their spans."""
    return tuple(
        Paragraph(Span(found.start(), found.end()), found.group()) for found in re.finditer(r"[^\n]+", text)
    )


def mark_of(paragraph: str) -> Mark | None:
    """The enumeration mark a paragraph opens with, or None."""
    for style, pattern, rank in chinese.MARKERS:
        if found := pattern.match(paragraph):
            return _mark(style, rank, paragraph, found)
    for style, pattern in chinese.ITEM_MARKERS:
        if found := pattern.match(paragraph):
            return _mark(style, ITEM_RANK, paragraph, found)
    return None


def _mark(style: str, rank: int, paragraph: str, found: re.Match[str]) -> Mark:
    blanks = len(paragraph) - found.end() - len(paragraph[found.end() :].lstrip())
    return Mark(style, rank, found.group().strip(), found.end() + blanks)


def heading_end(paragraph: str, start: int) -> int | None:
    """Where the run-in heading of a numbered paragraph ends (its stop excluded), or None when it has none.

    Args:
        paragraph: the whole paragraph.
        start: offset of the text after the mark.
    """
    stop = _FIRST_STOP.search(paragraph, start)
    end = stop.start() if stop else len(paragraph)
    return end if 0 < end - start <= _LONGEST_RUN_IN else None


def topic_end(paragraph: str, start: int, *, enumerated: bool) -> int | None:
    """Where the topic sentence of a measure ends (its stop excluded), or None when it opens without one.

    A topic sentence is short and followed by more text: `积极扩大有效投资。发挥好…`.
    """
    stop = _FIRST_STOP.search(paragraph, start)
    if not stop or stop.end() >= len(paragraph.rstrip()):
        return None
    longest = _LONGEST_ITEM_TOPIC if enumerated else _LONGEST_TOPIC
    return stop.start() if 0 < stop.start() - start <= longest else None
