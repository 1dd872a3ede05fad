"""What stands in a report besides its prose: the list of livelihood projects, and the glossary."""

import re
from collections.abc import Iterator
from itertools import dropwhile, pairwise, takewhile

from msgspec import Struct

from corpora.language import chinese
from corpora.model import Level, Role, Span, Unit, WorkReport

_FEWEST_ITEMS = 3  # 一是 … 二是 … with fewer is a turn of phrase
_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


class GlossaryEntry(Struct, frozen=True):
    """A term that the report explains, as printed.

    Attributes:
        term: without number and colon.
        meaning: the explanation.
        unit: id of the unit that it is.
    """

    term: str
    meaning: str
    unit: str


class LivelihoodList(Struct, frozen=True):
    """A mention of livelihood projects (民生实事) with their number.

    Attributes:
        number: how many.
        word: what is counted, as printed (`件`, `项`, `方面`, `大类` …).
        parts: how many in the second count of 10大类55项, or None.
        part_word: what that counts, or None.
        planned: True where they are promised, False where they are reported as done.
        unit: id of the unit that tells it.
        span: the words that tell it.
        items: the projects themselves where they are listed there, in order.
    """

    number: int
    word: str
    parts: int | None
    part_word: str | None
    planned: bool
    unit: str
    span: Span
    items: tuple[Span, ...] = ()


def find_glossary(work_report: WorkReport) -> tuple[GlossaryEntry, ...]:
    """The report's own explanations of its terms, in order."""
    glossaries = {
        unit.id
        for unit in work_report.units
        if unit.level is Level.SECTION and chinese.GLOSSARY.search(unit.heading or "")
    }
    return tuple(
        GlossaryEntry(unit.heading, work_report.text[unit.body : unit.span.end].strip(), unit.id)
        for unit in work_report.units
        if unit.parent in glossaries and unit.number and unit.heading
    )


def find_livelihood(work_report: WorkReport) -> tuple[LivelihoodList, ...]:
    """Where the report counts its livelihood projects, in order.

    What the glossary explains is not counted again. Count words differ by place: 件, 项, 方面, 类 with 件,
    大类 with 项.
    """
    terms = {entry.unit for entry in find_glossary(work_report)}
    return tuple(
        _livelihood_list(work_report, unit, found)
        for unit in work_report.units
        if unit.id not in terms and unit.role is not Role.FRAME
        for found in _mentions(unit.text)
    )


def _mentions(text: str) -> Iterator[re.Match[str]]:
    """Each count once in a text; 每一件民生实事 counts nothing."""
    told: set[tuple[int, str]] = set()
    for found in (found for pattern in chinese.LIVELIHOOD for found in pattern.finditer(text)):
        count = (as_number(found["count"]), found["word"])
        if count[0] > 1 and count not in told:
            told.add(count)
            yield found


def _livelihood_list(work_report: WorkReport, unit: Unit, found: re.Match[str]) -> LivelihoodList:
    start = unit.span.start
    parts = found["parts"]
    number = as_number(found["count"])
    counts = frozenset({number, as_number(parts) if parts else number})
    return LivelihoodList(
        number=number,
        word=found["word"],
        parts=as_number(parts) if parts else None,
        part_word=found["part_word"] if parts else None,
        planned=unit.role not in {Role.REVIEW, Role.PROBLEMS},
        unit=unit.id,
        span=Span(start + found.start(), start + found.end()),
        items=_items(work_report, unit, found.end(), counts),
    )


def _items(work_report: WorkReport, unit: Unit, after: int, counts: frozenset[int]) -> tuple[Span, ...]:
    """The projects: enumerated behind the mention, below a heading, or as many lines after it."""
    marks = [mark.start("mark") for mark in chinese.INLINE_ITEM.finditer(unit.text, after)]
    if len(marks) >= _FEWEST_ITEMS:
        borders = pairwise([*marks, len(unit.text)])
        return tuple(Span(unit.span.start + start, unit.span.start + end) for start, end in borders)
    holder = unit.id if unit.level is Level.SECTION else unit.parent
    listed = iter(work_report.children(holder))
    if unit.level is Level.MEASURE:
        listed = dropwhile(lambda other: other.span.start <= unit.span.start, listed)
    below = [other.span for other in takewhile(lambda other: other.number, listed)]
    fits = unit.level is Level.SECTION or len(below) in counts
    return tuple(below) if fits and len(below) >= _FEWEST_ITEMS else ()


def as_number(words: str) -> int:
    """A number below a thousand in digits of any width or in Chinese: 15, １５, 十五, 二十, 一百二十."""
    if words.translate(_FULL_WIDTH).isdigit():
        return int(words.translate(_FULL_WIDTH))
    hundreds, has_hundreds, rest = words.rpartition("百")
    tens, has_tens, ones = rest.rpartition("十")
    value = 100 * (_digit(hundreds) if hundreds else 1) if has_hundreds else 0
    value += 10 * (_digit(tens) if tens.strip("零〇") else 1) if has_tens else 0
    return value + (_digit(ones) if ones else 0)


def _digit(words: str) -> int:
    return next((_NUMERALS[character] for character in reversed(words) if character in _NUMERALS), 0)
