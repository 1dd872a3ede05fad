"""Which units carry each other on, and what changed between them."""

from enum import StrEnum

from msgspec import Struct

from corpora.model import Span


class LinkKind(StrEnum):
    """How the linked units relate."""

    KEPT = "kept"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"


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


class Confidence(StrEnum):
    """How sure it is that linked units belong together; measured on read pairs in docs/how-it-decides.md."""

    SURE = "sure"
    LIKELY = "likely"
    WEAK = "weak"


class Turn(StrEnum):
    """What a link between a part that looks ahead and one that looks back tells, instead of a mere move."""

    REPORTED = "reported"
    RESUMED = "resumed"


class Edit(Struct, frozen=True, gc=False):
    """One step from the earlier to the later text of a link.

    The edits of a link, in order, cover every character of its units on both sides exactly once, so both
    sides can be rebuilt from them. A span never crosses a unit border; an empty one has start == end.
    """

    kind: EditKind
    earlier: Span
    later: Span


class MeaningChange(Struct, frozen=True):
    """A change inside a link that a similarity would drown: a figure, a negation, a word of strength.

    Attributes:
        channel: what kind of word or figure it is.
        earlier: the earlier word; empty where only the later clause has one.
        later: the later word; empty where only the earlier clause has one.
        earlier_clause: the clause that holds the earlier word; empty when a whole prohibition came.
        later_clause: the same for the later word; empty when a whole prohibition went.
        direction: which way it goes; None where the words have no order.
        ladder: name of the ladder (`compare.wording.ladders`) that orders the words; empty for other changes.
    """

    channel: Channel
    earlier: Span
    later: Span
    earlier_clause: Span
    later_clause: Span
    direction: Direction | None = None
    ladder: str = ""


class Link(Struct, frozen=True):
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
    edits: tuple[Edit, ...] = ()
    changes: tuple[MeaningChange, ...] = ()
    earlier_only: tuple[Span, ...] = ()
    later_only: tuple[Span, ...] = ()
    reordered: tuple[tuple[Span, Span], ...] = ()
    confidence: Confidence = Confidence.SURE
    turn: Turn | None = None


class Nearest(Struct, frozen=True):
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
