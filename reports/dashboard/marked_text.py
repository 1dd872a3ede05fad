"""A unit's text cut into sentences that links can lead to, and into pieces that are marked as changed."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from compare.model import Channel, Direction, EditKind, Link
from corpora.model import Span, Unit
from reports.dashboard.anchors import Anchors, Side, sentences_of
from reports.dashboard.bilingual import Worded
from reports.words.language import Language
from reports.words.vocabulary import DIRECTIONS, channel_label

# By the symbol of a direction; where there is none, the word changed.
_SIGNS = {"+": "↑", "-": "↓"}
_CHANGED = "≠"


class Piece(Struct, frozen=True):
    """A stretch of text shown in one way.

    Attributes:
        text: as it stands.
        mark: `del` or `ins` for text that only this side has, otherwise empty.
        note: `only` in a clause without counterpart, `reordered` in one that has another place there.
        channel: the meaning-bearing channel that changed here (`number` …), or empty.
        label: what is said of that change in words, or empty.
        sign: which way it goes, as an arrow, or that it changed.
    """

    text: str
    mark: str = ""
    note: str = ""
    channel: str = ""
    label: str = ""
    sign: str = ""


class Sentence(Struct, frozen=True):
    """A place a link can lead to; `head` is true for the number and heading of a unit."""

    anchor: str
    head: bool
    pieces: tuple[Piece, ...]


class ShownUnit(Struct, frozen=True):
    """A unit with its place; the texts of its pieces, put together, are the unit's text."""

    unit: Unit
    anchor: str
    sentences: tuple[Sentence, ...]


class Marked(Struct, frozen=True):
    """A stretch of one text and what is to be said of it.

    Attributes:
        span: where it stands.
        mark: `del`, `ins`, `only`, `reordered` or the name of a channel.
        direction: which way a change on a channel goes.
    """

    span: Span
    mark: str
    direction: Direction | None = None


class Marks(Struct, frozen=True):
    """What changed in one text; the stretches of each kind are in order and do not overlap."""

    edits: tuple[Marked, ...] = ()
    channels: tuple[Marked, ...] = ()
    notes: tuple[Marked, ...] = ()


def marks_of(link: Link, side: Side) -> Marks:
    """The changed stretches of a link on one side."""
    earlier = side is Side.EARLIER
    mark = "del" if earlier else "ins"
    edits = [
        Marked(edit.earlier if earlier else edit.later, mark)
        for edit in link.edits
        if edit.kind is not EditKind.EQUAL
    ]
    channels = [
        Marked(change.earlier if earlier else change.later, change.channel.value, change.direction)
        for change in link.changes
    ]
    notes = [Marked(clause, "only") for clause in (link.earlier_only if earlier else link.later_only)]
    notes += [Marked(sides[0 if earlier else 1], "reordered") for sides in link.reordered]
    return Marks(_in_order(edits), _in_order(channels), _in_order(notes))


def _in_order(marked: Iterable[Marked]) -> tuple[Marked, ...]:
    """The stretches in order; of two that overlap the first is kept: a word is shown as one change."""
    kept: list[Marked] = []
    for mark in sorted((mark for mark in marked if len(mark.span)), key=lambda mark: mark.span):
        if not kept or kept[-1].span.end <= mark.span.start:
            kept.append(mark)
    return tuple(kept)


ChannelLabel = Callable[[Channel, Direction | None], Worded]


def _label(channel: Channel, direction: Direction | None) -> Worded:
    return Worded(*(channel_label(channel, direction, each) for each in Language))


def shown_unit(unit: Unit, anchors: Anchors, marks: Marks, told: ChannelLabel = _label) -> ShownUnit:
    """Makes a unit ready to be shown.

    Args:
        unit: the unit.
        anchors: the places of its text.
        marks: what changed in that text, in this unit or elsewhere.
        told: what is said of a change on a channel.

    Returns:
        The unit with its sentences and pieces.
    """
    sentences = tuple(
        Sentence(anchors.sentence(span.start), span.end <= unit.body, tuple(_pieces(unit, span, marks, told)))
        for span in sentences_of(unit)
    )
    return ShownUnit(unit, anchors.unit(unit.id), sentences)


def _pieces(unit: Unit, sentence: Span, marks: Marks, told: ChannelLabel) -> Iterator[Piece]:
    """The stretches of one sentence, cut where a mark begins or ends."""
    edits, channels, notes = (
        _within(marked, sentence) for marked in (marks.edits, marks.channels, marks.notes)
    )
    cuts = {sentence.start, sentence.end}
    for marked in (*edits, *channels, *notes):
        cuts.update(
            cut for cut in (marked.span.start, marked.span.end) if sentence.start < cut < sentence.end
        )
    for start, end in pairwise(sorted(cuts)):
        text = unit.text[start - unit.span.start : end - unit.span.start]
        edit, channel, note = (_marked_at(marked, start) for marked in (edits, channels, notes))
        piece = Piece(text, edit.mark if edit else "", note.mark if note else "")
        if channel:
            # The sign stands once, at the end of the word.
            sign = _SIGNS[DIRECTIONS[channel.direction].symbol] if channel.direction else _CHANGED
            piece = replace(
                piece,
                channel=channel.mark,
                label=told(Channel(channel.mark), channel.direction),
                sign=sign if end == channel.span.end else "",
            )
        yield piece


def _within(marked: Sequence[Marked], span: Span) -> tuple[Marked, ...]:
    """The marks that touch a span."""
    first = bisect_right(marked, span.start, key=lambda mark: mark.span.end)
    touching = []
    for mark in marked[first:]:
        if mark.span.start >= span.end:
            break
        touching.append(mark)
    return tuple(touching)


def _marked_at(marked: Sequence[Marked], offset: int) -> Marked | None:
    return next((mark for mark in marked if mark.span.start <= offset < mark.span.end), None)
