"""What became of a formulation."""

from enum import StrEnum

from msgspec import Struct

from corpora.model import Role, Span


class PhraseStatus(StrEnum):
    """What became of a formulation."""

    NEW = "new"
    DROPPED = "dropped"
    RETURNING = "returning"
    REWORDED = "reworded"
    CARRIED = "carried"


class PartUse(Struct, frozen=True):
    """How often a formulation stands in one part of either report."""

    role: Role
    earlier: int
    later: int


class Emphasis(Struct, frozen=True):
    """How much more or less a formulation is used, apart from what longer texts and parts explain.

    Attributes:
        earlier_rate: uses in 10,000 characters of the earlier report's compared text.
        later_rate: the same for the later report.
        expected_by_length: later uses if only the length of the whole text had changed.
        expected_by_parts: later uses if every part kept its rate and only their lengths had changed.
        ratio: later uses to those expected by parts; above 1 it is used more.
        low: lower end of the ratio's 95 % interval.
        high: its upper end.
        is_clear: whether it is more than chance would do among so many formulations.
        parts: uses by part, those that have any.
    """

    earlier_rate: float
    later_rate: float
    expected_by_length: float
    expected_by_parts: float
    ratio: float
    low: float
    high: float
    is_clear: bool
    parts: tuple[PartUse, ...]


class FormulationChange(Struct, frozen=True, gc=False):
    """A policy phrase and what became of it.

    Attributes:
        text: the phrase as it stands in the text that has it (the later one, unless it was dropped).
        status: new, dropped, returning, reworded, carried.
        earlier_text: the earlier form, where the earlier text has one.
        later_text: the later form, where the later text has one.
        earlier_count: uses in the earlier report's compared text (frame and appendix aside).
        later_count: the same for the later report.
        weight: how much an analyst would want to see it; compare only within one status.
        first_year: first year of use among the reports loaded, or None when not known.
        last_year: last year of use before the later report among the reports loaded.
        earlier_spans: where it stands in the earlier text.
        later_spans: where it stands in the later text.
        reason: why it was taken for a formulation, in stable words (`quoted`, `list item`, `verb-object` …).
        emphasis: of a carried one, how much more or less it is used.
    """

    text: str
    status: PhraseStatus
    earlier_text: str | None
    later_text: str | None
    earlier_count: int
    later_count: int
    weight: float
    first_year: int | None
    last_year: int | None
    earlier_spans: tuple[Span, ...]
    later_spans: tuple[Span, ...]
    reason: str
    emphasis: Emphasis | None = None
