"""The values that reading a report yields: frozen and made of tuples, so that later stages can rely on them.

A `WorkReport` holds its cleaned text once; units, facts and doubts point into it with spans. Offsets count
characters (Unicode code points) of `WorkReport.text`; `WorkReport.origin` leads from there to the source's
text.
"""

import re
from bisect import bisect_right
from enum import StrEnum

from msgspec import Struct

# `章明在报告中指出，` names who speaks, not what is said.
_ATTRIBUTION = re.compile(
    r"(?:(?:最后|接着|随后|同时)，)?[^，。；：！？\n]{0,24}?(?:指出|强调|提出|表示|坦言|说)[，：,:]"
)


class Level(StrEnum):
    """What a node of the outline is."""

    SECTION = "section"
    MEASURE = "measure"


class Role(StrEnum):
    """What a part of a report is for."""

    OPENING = "opening"
    REVIEW = "review"
    PROBLEMS = "problems"
    REQUIREMENTS = "requirements"
    PLAN = "plan"
    GOVERNANCE = "governance"
    CLOSING = "closing"
    APPENDIX = "appendix"
    FRAME = "frame"


class TextKind(StrEnum):
    """Whether a text is the report itself or an account of it."""

    FULL = "full"
    DIGEST = "digest"


class Edition(StrEnum):
    """Which text of a year's report this is: as delivered to the congress, as adopted by it, or not told."""

    DELIVERED = "delivered"
    ADOPTED = "adopted"
    UNKNOWN = "unknown"


class Span(Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of a report's cleaned text: `text[start:end]`."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


class Unit(Struct, frozen=True):
    """A node of the outline. Units stand in reading order and share no character.

    Attributes:
        id: stable within one report: `s3` for sections, `m12` for measures, counted in reading order.
        level: section (it has a heading) or measure (one substantive paragraph or enumerated item).
        role: what the part is for.
        role_reason: why this role was given, for `crossyear outline`.
        number: the enumeration mark as printed (`一、`, `（三）`, `二是`, `——`), or None.
        heading: the heading without its mark; of a measure the run-in lead sentence when it has one, else
            None.
        parent: id of the section it belongs to, or None.
        span: the unit's own text; a section's covers its heading and run-in lead, not its children.
        body: offset in the report's text at which the text after number and heading begins (`span.end` if
            there is none).
        text: `report.text[span.start:span.end]`.
        depth: 0 for units without a parent, 1 for their children, and so on.
    """

    id: str
    level: Level
    role: Role
    role_reason: str
    number: str | None
    heading: str | None
    parent: str | None
    span: Span
    body: int
    text: str
    depth: int = 0

    @property
    def label(self) -> str:
        """A short name for people: the heading, or the first clause of the text behind number and speaker."""
        if self.heading:
            return self.heading
        text = self.text.removeprefix(self.number or "").lstrip()
        if said := _ATTRIBUTION.match(text):
            text = text[said.end() :] or text
        for position, character in enumerate(text):
            if character in "，。；：！？,;:!?\n" and position >= 4:  # noqa: PLR2004 - shorter is no name yet
                return text[:position]
        return text or self.text


class LeftOut(Struct, frozen=True):
    """Text of the source that is not part of the compared report, with the reason.

    Attributes:
        text: as it stands in the source.
        reason: a key of `corpora.cleaning.LEFT_OUT_REASONS`, worded by the renderers.
        source_start: offset in the source's decoded text.
    """

    text: str
    reason: str
    source_start: int


class Fact(Struct, frozen=True):
    """One fact about a report and where it was found (`title`, `text`, `file name`, `command line` …)."""

    name: str
    value: str
    found_in: str


class Doubt(Struct, frozen=True):
    """Something a careful reader should check. `code` is stable, `detail` quotes what was seen."""

    code: str
    detail: str


class Origin(Struct, frozen=True):
    """Where each character of the cleaned text stands in the source's decoded text.

    Runs of characters that follow each other in both are kept as one step, so the map is short.

    Attributes:
        clean: start offsets of the runs in the cleaned text, ascending.
        source: start offsets of the same runs in the source's text.
    """

    clean: tuple[int, ...]
    source: tuple[int, ...]

    def at(self, offset: int) -> int:
        """Offset in the source's text of the character at `offset` of the cleaned text."""
        run = max(bisect_right(self.clean, offset) - 1, 0)
        return self.source[run] + offset - self.clean[run] if self.clean else offset


class Source(Struct, frozen=True):
    """The file a report came from.

    Attributes:
        name: the path as the user gave it.
        sha256: digest of the file's bytes, hexadecimal.
        format: `txt`, `docx` …
        encoding: the charset the text was decoded with, or None where the format says it itself.
        text: the decoded text before any cleaning.
        outside: stretches of `text` that the layout shows to be no text of the report, with the reason.
    """

    name: str
    sha256: str
    format: str
    encoding: str | None
    text: str
    outside: tuple[LeftOut, ...] = ()


class WorkReport(Struct, frozen=True, weakref=True):
    """One input text of one place and year, cleaned and outlined.

    What one report alone decides is worked out once for each object (`compare.remembered`).

    Attributes:
        id: `PLACE:YEAR`.
        place: as the report names it; the State Council's reports have 中华人民共和国.
        year: the year in which the report is given, not the year it reviews.
        units: all units in reading order, frame and appendix included.
        left_out: what is no part of the report, with reasons.
        facts: the facts above with where they were found.
        doubts: what a careful reader should check.
    """

    id: str
    place: str
    year: int
    title: str
    kind: TextKind
    edition: Edition
    language: str
    source: Source
    text: str
    origin: Origin
    units: tuple[Unit, ...]
    left_out: tuple[LeftOut, ...] = ()
    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __repr__(self) -> str:
        return (
            f"WorkReport({self.id!r}, {len(self.text)} characters, {len(self.units)} units)"  # not all of it
        )

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id.

        Raises:
            KeyError: there is none.
        """
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)

    def unit_at(self, offset: int) -> Unit | None:
        """The unit whose text holds an offset of the report's text, or None: units follow each other."""
        place = bisect_right(self.units, offset, key=lambda unit: unit.span.start) - 1
        return self.units[place] if place >= 0 and offset < self.units[place].span.end else None

    def children(self, unit_id: str | None) -> tuple[Unit, ...]:
        """The units whose parent is `unit_id`, in reading order."""
        return tuple(unit for unit in self.units if unit.parent == unit_id)

    def quote(self, span: Span) -> str:
        """The text of a span, as it stands."""
        return self.text[span.start : span.end]
