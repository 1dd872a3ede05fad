"""What a comparison found: one frozen tree of facts that every renderer, the JSON and the gate read.

No sentence for people stands in here: kinds are enums, sentences are made from them in `reports`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from compare.overview import Overview
from compare.undertakings import Inconsistency, OpenPromise, PromiseAnswer, TargetChange, TargetOutcome
from compare.uptakes import Uptake
from corpora.model import Role, Span, WorkReport


class LinkKind(StrEnum):
    """How the linked units relate."""

    KEPT = "kept"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"


class Confidence(StrEnum):
    """How sure it is that linked units belong together; measured on read pairs in docs/how-it-decides.md."""

    SURE = "sure"
    LIKELY = "likely"
    WEAK = "weak"


class Turn(StrEnum):
    """What a link between a part that looks ahead and one that looks back tells, instead of a mere move."""

    REPORTED = "reported"
    RESUMED = "resumed"


class EditKind(StrEnum):
    """What happened to a stretch of text inside a link."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"
    REPLACED = "replaced"


class Channel(StrEnum):
    """Meaning-bearing parts that are compared on their own, outside similarity."""

    NUMBER = "number"
    UNIT = "unit"
    QUALIFIER = "qualifier"
    NEGATION = "negation"
    STRENGTH = "strength"
    SCOPE = "scope"
    TIME = "time"


class Direction(StrEnum):
    """Which way a change goes, where its words have an order; swapping the sides reverses it."""

    HIGHER = "higher"
    LOWER = "lower"
    STRONGER = "stronger"
    WEAKER = "weaker"
    WIDER = "wider"
    NARROWER = "narrower"
    EARLIER = "earlier"
    LATER = "later"


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


class PhraseStatus(StrEnum):
    """What became of a formulation."""

    NEW = "new"
    DROPPED = "dropped"
    RETURNING = "returning"
    REWORDED = "reworded"
    CARRIED = "carried"


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


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the earlier to the later text of a link.

    The edits of a link, in order, cover every character of its units on both sides exactly once, so both
    sides can be rebuilt from them. A span never crosses a unit border; an empty one has start == end.
    """

    kind: EditKind
    earlier: Span
    later: Span


@dataclass(frozen=True, slots=True)
class MeaningChange:
    """A change inside a link that a similarity would drown: a figure, a negation, a word of strength.

    Attributes:
        channel: what kind of word or figure it is.
        earlier: the earlier word; empty where only the later clause has one.
        later: the later word; empty where only the earlier clause has one.
        earlier_clause: the clause that holds the earlier word; empty when a whole prohibition came.
        later_clause: the same for the later word; empty when a whole prohibition went.
        direction: which way it goes; None where the words have no order.
        ladder: name of the ladder of `compare.ladders` that orders the words; empty for other changes.
    """

    channel: Channel
    earlier: Span
    later: Span
    earlier_clause: Span
    later_clause: Span
    direction: Direction | None = None
    ladder: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Earlier units and the later units that carry on their content, many to many.

    Attributes:
        earlier: ids of the earlier units, in reading order.
        later: ids of the later units, in reading order.
        kind: kept, reworded, split (1 → n), merged (n → 1), regrouped (n → m).
        moved: the content changed its place on its own account (not displaced by another's move).
        displaced: only its printed rank changed, because something else moved, came or went.
        score: probability from 0 to 1 that made the link.
        matched_by: the reason in stable words: `identical`, `content`, `heading`, `measures`, `position`.
        partial: the units' main links are others; this one says that some of the content went here too.
        edits: the way from one text to the other; empty for partial links.
        changes: what differs on the channels in clauses that belong together.
        earlier_only: clauses of the earlier units without counterpart in the later ones, and not found word
            for word elsewhere in the later text.
        later_only: the same for the later units: what makes a linked unit partly new.
        reordered: (earlier, later) clauses and items of lists that stand on both sides in another order.
        confidence: how sure the link is, from its score.
        turn: reported: a task of the earlier report on which the later one looks back; resumed: a result or
            problem of which the later report makes a task. None for what looks the same way on both sides.
    """

    earlier: tuple[str, ...]
    later: tuple[str, ...]
    kind: LinkKind
    moved: bool
    displaced: bool
    score: float
    matched_by: str
    partial: bool = False
    edits: tuple[Edit, ...] = field(default=(), repr=False)
    changes: tuple[MeaningChange, ...] = ()
    earlier_only: tuple[Span, ...] = ()
    later_only: tuple[Span, ...] = ()
    reordered: tuple[tuple[Span, Span], ...] = ()
    confidence: Confidence = Confidence.SURE
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of the other text that comes nearest to an unmatched unit, and how near (0 to 1).

    Attributes:
        side: `earlier` or `later`: whose unit it is. Each report counts its own ids.
        unit: id of the unmatched unit.
        other: id of the nearest unit of the other report, or None when nothing is shared.
        score: cosine of rare n-grams.
    """

    side: str
    unit: str
    other: str | None
    score: float


@dataclass(frozen=True, slots=True)
class PriorityChange:
    """A section of the plan with its rank among its siblings on both sides (1 = first)."""

    earlier_rank: int | None
    later_rank: int | None
    earlier_unit: str | None
    later_unit: str | None
    status: PriorityStatus


@dataclass(frozen=True, slots=True)
class PartUse:
    """How often a formulation stands in one part of either report."""

    role: Role
    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class Emphasis:
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


@dataclass(frozen=True, slots=True)
class FormulationChange:
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


@dataclass(frozen=True, slots=True)
class Finding:
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


@dataclass(frozen=True, slots=True)
class NotCompared:
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


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """Everything found between an earlier and a later report."""

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


@dataclass(frozen=True, slots=True)
class Comparison:
    """A later report against one or more earlier ones, in the order given.

    Attributes:
        pairs: one comparison for each earlier report.
        overview: since when the later report's units are found.
        open_promises: undertakings of older years that no review at hand answers.
    """

    pairs: tuple[ChangeReport, ...]
    overview: Overview
    open_promises: tuple[OpenPromise, ...] = ()
