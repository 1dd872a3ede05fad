"""The rows that every renderer reads: counts, and changes in the order in which they are shown.

They hold kinds, numbers and quotes as they stand in the texts; `reports.rows.summary` makes them.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

from compare.model import (
    ChangeReport,
    Channel,
    Direction,
    Emphasis,
    Finding,
    FormulationChange,
    Link,
    MeaningChange,
    PhraseStatus,
    PriorityChange,
    PriorityStatus,
)
from corpora.model import Level, Role, Unit
from reports.rows.headings import headings_differ
from reports.words.vocabulary import Outcome

# What these parts say is not the report's own: they are listed as not compared and counted nowhere.
OUTSIDE_ROLES = frozenset({Role.APPENDIX, Role.FRAME})

# In which part a change is read first: what the government will do, then what it aims at, then the rest.
ROLE_READING_ORDER = (
    Role.PLAN,
    Role.REQUIREMENTS,
    Role.GOVERNANCE,
    Role.PROBLEMS,
    Role.REVIEW,
    Role.OPENING,
    Role.CLOSING,
    Role.APPENDIX,
    Role.FRAME,
)


class Tally(Struct, frozen=True):
    """How much of both texts met one outcome, on one level.

    Attributes:
        outcome: what became of the units.
        links: how many links of this kind; 0 for new and dropped units.
        earlier_units: units of the earlier text concerned.
        later_units: units of the later text concerned.
        earlier_characters: characters of those units.
        later_characters: the same for the later text.
        moved: how many of the links are moved.
    """

    outcome: Outcome
    links: int
    earlier_units: int
    later_units: int
    earlier_characters: int
    later_characters: int
    moved: int


class PartlyTally(Struct, frozen=True):
    """How much of the linked measures of one text the other text has no counterpart of.

    Attributes:
        units: linked measures with at least one such clause: partly new, or partly no longer found.
        clauses: those clauses.
        characters: their characters.
    """

    units: int
    clauses: int
    characters: int


class LevelTally(Struct, frozen=True):
    """The outcomes of one level, in the order of `Outcome`; outcomes that do not occur have zeros."""

    level: Level
    tallies: tuple[Tally, ...]

    def of(self, outcome: Outcome) -> Tally:
        """The tally of one outcome."""
        return next(tally for tally in self.tallies if tally.outcome is outcome)

    @property
    def moved(self) -> int:
        """How many links of this level are moved, whatever their kind."""
        return sum(tally.moved for tally in self.tallies)


class PriorityRow(Struct, frozen=True):
    """A priority with the headings of both sides, as they stand; the ranks count from 1.

    Attributes:
        change: what became of it.
        earlier_heading: its heading in the earlier text, or None.
        later_heading: the same in the later text.
        by_contents: whether both correspond by their contents alone, their headings having no word in common.
    """

    change: PriorityChange
    earlier_heading: str | None
    later_heading: str | None
    by_contents: bool = False

    @property
    def status(self) -> PriorityStatus:
        """What became of it."""
        return self.change.status


class UnitRow(Struct, frozen=True):
    """A unit without partner, and what in the other text comes nearest to it.

    Attributes:
        unit: the new or dropped unit.
        label: its heading or first clause.
        section: heading of the section it stands under, or an empty string.
        nearest: label of the nearest unit of the other text, or None.
        nearest_unit: id of that unit.
        nearest_score: how near, from 0 to 1.
    """

    unit: Unit
    label: str
    section: str
    nearest: str | None
    nearest_unit: str | None
    nearest_score: float


class LinkRow(Struct, frozen=True):
    """A link with the labels and sections of both sides.

    Attributes:
        link: the link itself.
        level: the level of its units.
        role: the role of its first later unit.
        outcome: the link's kind.
        earlier_labels: headings or first clauses of the earlier units.
        later_labels: the same for the later units.
        earlier_section: heading of the section the first earlier unit stands under, or an empty string.
        later_section: the same for the later side.
        same_section: whether those two sections correspond, so that a move is one within its section.
        alike: share of characters that stand in both texts, from 0 to 1; None when the link has no edits.
    """

    link: Link
    level: Level
    role: Role
    outcome: Outcome
    earlier_labels: tuple[str, ...]
    later_labels: tuple[str, ...]
    earlier_section: str
    later_section: str
    same_section: bool
    alike: float | None

    @property
    def by_contents(self) -> bool:
        """Whether sections correspond by their contents alone, their headings having no word in common."""
        return self.level is Level.SECTION and not self.link.partial and headings_differ(self.link)


class MeaningRow(Struct, frozen=True):
    """The changes of one channel in one pair of clauses.

    Attributes:
        channel: what kind of word or figure changed.
        changes: what changed, in the order of the later text.
        direction: which way they all go; None where they differ or have none.
        later_unit: the unit of the later text that holds the clause.
        pairs: (earlier, later) quotes, one for each change.
        earlier_clause: the clause as it stood.
        later_clause: the clause as it stands now.
    """

    channel: Channel
    changes: tuple[MeaningChange, ...]
    direction: Direction | None
    later_unit: str
    pairs: tuple[tuple[str, str], ...]
    earlier_clause: str
    later_clause: str


class FindingRow(Struct, frozen=True):
    """A finding with its quotes as they stand; `rank` counts from 1."""

    rank: int
    finding: Finding
    earlier_quote: str
    later_quote: str


class PhraseGroup(Struct, frozen=True):
    """The formulations of one status, the weightiest first."""

    status: PhraseStatus
    phrases: tuple[FormulationChange, ...]


def emphasised(phrases: Sequence[FormulationChange]) -> tuple[tuple[FormulationChange, Emphasis], ...]:
    """Carried formulations whose change of emphasis leaves the 95 % interval, the greatest change first."""
    told = [
        (phrase, phrase.emphasis)
        for phrase in phrases
        if phrase.emphasis is not None and not phrase.emphasis.low <= 1 <= phrase.emphasis.high
    ]
    return tuple(sorted(told, key=lambda each: (-abs(math.log(each[1].ratio)), each[0].text)))


class Summary(Struct, frozen=True):
    """Counts and ordered rows of one comparison.

    Attributes:
        change_report: what was summed up.
        earlier_characters: compared characters of the earlier text (frame and appendix aside).
        later_characters: the same for the later text.
        levels: outcomes of sections, then of measures.
        whole: outcomes of both levels together; its characters are the share of the text.
        findings: all findings, the most important first.
        priorities: in the order of the later ranks, then those without later rank by earlier rank.
        new_measures: measures of the later text without partner, in the order of `ROLE_READING_ORDER`.
        dropped_measures: measures of the earlier text without partner, in the same order.
        new_sections: sections of the later text without partner.
        dropped_sections: sections of the earlier text without partner.
        measure_links: links between measures, in the same order by their later units.
        section_links: links between sections.
        meaning_changes: changes on the channels by clause, in the order of `ROLE_READING_ORDER`.
        phrases: one group for each status, in the order of the vocabulary, empty ones included.
        partly_new: clauses of linked later measures that the earlier text has no counterpart of.
        partly_gone: the same for the earlier measures.
    """

    change_report: ChangeReport
    earlier_characters: int
    later_characters: int
    levels: tuple[LevelTally, ...]
    whole: tuple[Tally, ...]
    findings: tuple[FindingRow, ...]
    priorities: tuple[PriorityRow, ...]
    new_measures: tuple[UnitRow, ...]
    dropped_measures: tuple[UnitRow, ...]
    new_sections: tuple[UnitRow, ...]
    dropped_sections: tuple[UnitRow, ...]
    measure_links: tuple[LinkRow, ...]
    section_links: tuple[LinkRow, ...]
    meaning_changes: tuple[MeaningRow, ...]
    phrases: tuple[PhraseGroup, ...]
    partly_new: PartlyTally
    partly_gone: PartlyTally

    def level(self, level: Level) -> LevelTally:
        """The outcomes of one level."""
        return next(tally for tally in self.levels if tally.level is level)

    def group(self, status: PhraseStatus) -> tuple[FormulationChange, ...]:
        """The formulations of one status, the weightiest first."""
        return next(group.phrases for group in self.phrases if group.status is status)


class OverviewRow(Struct, frozen=True):
    """A unit of the later report and the earliest given year in which it is found.

    Attributes:
        unit: the unit of the later report.
        rank: its rank among the priorities, counted from 1; None for measures.
        label: its heading or first clause.
        section: heading of the section it stands under, or an empty string.
        first_year: the earliest given year with a linked unit, or None when no given report has one.
        found_in: (year, labels of the linked units of that year's report), ascending.
    """

    unit: Unit
    rank: int | None
    label: str
    section: str
    first_year: int | None
    found_in: tuple[tuple[int, tuple[str, ...]], ...]


class OverviewRows(Struct, frozen=True):
    """The overview of a later report against several earlier ones, with what a claim of "first" rests on."""

    years: tuple[int, ...]
    missing_years: tuple[int, ...]
    priorities: tuple[OverviewRow, ...]
    measures: tuple[OverviewRow, ...]
