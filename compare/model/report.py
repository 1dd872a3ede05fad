"""Priorities, findings, and the whole of what a comparison found."""

from enum import StrEnum

from msgspec import Struct

from compare.model.formulations import FormulationChange, PhraseStatus
from compare.model.links import Link, Nearest
from compare.overview import Overview
from compare.undertakings.model import Inconsistency, OpenPromise, PromiseAnswer, TargetChange, TargetOutcome
from compare.uptakes import Uptake
from corpora.model import Span, WorkReport


class PriorityStatus(StrEnum):
    """What became of a section of the plan."""

    KEPT = "kept"
    REWORDED = "reworded"
    MOVED = "moved"
    DISPLACED = "displaced"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"
    NEW = "new"
    DROPPED = "dropped"


class FindingKind(StrEnum):
    """What a finding is about."""

    PRIORITY_NEW = "priority-new"
    PRIORITY_DROPPED = "priority-dropped"
    PRIORITY_MOVED = "priority-moved"
    PRIORITY_SPLIT = "priority-split"
    PRIORITY_MERGED = "priority-merged"
    PRIORITY_REWORDED = "priority-reworded"
    MEASURE_NEW = "measure-new"
    MEASURE_DROPPED = "measure-dropped"
    MEASURE_MOVED = "measure-moved"
    PHRASE_NEW = "phrase-new"
    PHRASE_DROPPED = "phrase-dropped"
    PHRASE_RETURNING = "phrase-returning"
    PHRASE_REWORDED = "phrase-reworded"
    PHRASE_EMPHASISED = "phrase-emphasised"
    PHRASE_PLAYED_DOWN = "phrase-played-down"
    NUMBER_CHANGED = "number-changed"
    NEGATION_CHANGED = "negation-changed"
    UNIT_CHANGED = "unit-changed"
    QUALIFIER_CHANGED = "qualifier-changed"
    STRENGTH_CHANGED = "strength-changed"
    SCOPE_CHANGED = "scope-changed"
    TIME_CHANGED = "time-changed"
    TARGET_CHANGED = "target-changed"
    TARGET_NOT_QUANTIFIED = "target-not-quantified"
    TARGET_NEW = "target-new"
    TARGET_DROPPED = "target-dropped"
    TARGET_MISSED = "target-missed"
    PROMISES_SILENT = "promises-silent"


class PriorityChange(Struct, frozen=True):
    """A section of the plan with its rank among its siblings on both sides (1 = first)."""

    earlier_rank: int | None
    later_rank: int | None
    earlier_unit: str | None
    later_unit: str | None
    status: PriorityStatus


class Finding(Struct, frozen=True, gc=False):
    """One thing that changed, with the quotes that show it.

    Attributes:
        kind: what it is about.
        importance: orders the findings; 0 to 100.
        earlier: span of the quote in the earlier text, if there is one.
        later: span of the quote in the later text, if there is one.
        earlier_unit: id of the unit that holds the quote.
        later_unit: id of the unit that holds the quote.
        values: named values for the sentence (ranks, phrases, counts), in a fixed order.
        reason: why it ranks where it does, in stable words.
    """

    kind: FindingKind
    importance: float
    earlier: Span | None
    later: Span | None
    earlier_unit: str | None
    later_unit: str | None
    values: tuple[tuple[str, str], ...]
    reason: str

    def value(self, name: str) -> str:
        """The named value, or an empty string."""
        return dict(self.values).get(name, "")


class NotCompared(Struct, frozen=True):
    """Something that was not compared, and why, in stable words.

    Attributes:
        what: `targets`, `promises`, `appendix`, `frame`, `caption` …
        side: `earlier`, `later` or `both`.
        reason: stable key that the renderers word.
        detail: quote or count that lets a reader check it.
    """

    what: str
    side: str
    reason: str
    detail: str


class ChangeReport(Struct, frozen=True):
    """Everything found between an earlier and a later report.

    Attributes:
        phrases: formulations; of each status the weightiest, at most so many.
        phrases_cut: the statuses of which more formulations were found than are listed.
        history_years: years of the place's other reports that were looked at.
    """

    earlier: WorkReport
    later: WorkReport
    links: tuple[Link, ...]
    new_units: tuple[str, ...]
    dropped_units: tuple[str, ...]
    nearest: tuple[Nearest, ...]
    priorities: tuple[PriorityChange, ...]
    phrases: tuple[FormulationChange, ...]
    findings: tuple[Finding, ...]
    not_compared: tuple[NotCompared, ...]
    history_years: tuple[int, ...] = ()
    targets: tuple[TargetChange, ...] = ()
    outcomes: tuple[TargetOutcome, ...] = ()
    promises: tuple[PromiseAnswer, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    uptakes: tuple[Uptake, ...] = ()
    phrases_cut: tuple[PhraseStatus, ...] = ()


class Comparison(Struct, frozen=True):
    """A later report against one or more earlier ones, in the order given.

    Attributes:
        pairs: one comparison for each earlier report.
        overview: since when the later report's units are found.
        open_promises: undertakings of older years that no review at hand answers.
    """

    pairs: tuple[ChangeReport, ...]
    overview: Overview
    open_promises: tuple[OpenPromise, ...] = ()
