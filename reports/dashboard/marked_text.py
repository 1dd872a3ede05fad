"""A unit's text cut into sentences that links can lead to, and into pieces that are marked as changed."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.model import EditKind, Link
from corpora.model import Span, Unit
from reports.dashboard.anchors import Anchors, Side, sentences_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text shown in one way.

    Attributes:
        text: as it stands.
        mark: `del` or `ins` for text that only this side has, otherwise empty.
        channel: the meaning-bearing channel that changed here (`number` …), or empty.
    """

    text: str
    mark: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A place a link can lead to; `head` is true for the number and heading of a unit."""

    anchor: str
    head: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """A unit with its place; the texts of its pieces, put together, are the unit's text."""

    unit: Unit
    anchor: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of one text and what is to be said of it: `del`, `ins` or the name of a channel."""

    span: Span
    mark: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What changed in one text; the stretches of each kind are in order and do not overlap."""

    edits: tuple[Marked, ...] = ()
    channels: tuple[Marked, ...] = ()


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
        Marked(change.earlier if earlier else change.later, change.channel.value) for change in link.changes
    ]
    return Marks(_in_order(edits), _in_order(channels))


def _in_order(marked: Iterable[Marked]) -> tuple[Marked, ...]:
    return tuple(sorted((mark for mark in marked if len(mark.span)), key=lambda mark: mark.span))


def shown_unit(unit: Unit, anchors: Anchors, marks: Marks) -> ShownUnit:
    """Makes a unit ready to be shown.

    Args:
        unit: the unit.
        anchors: the places of its text.
        marks: what changed in that text, in this unit or elsewhere.

    Returns:
        The unit with its sentences and pieces.
    """
    sentences = tuple(
        Sentence(anchors.sentence(span.start), span.end <= unit.body, tuple(_pieces(unit, span, marks)))
        for span in sentences_of(unit)
    )
    return ShownUnit(unit, anchors.unit(unit.id), sentences)


def _pieces(unit: Unit, sentence: Span, marks: Marks) -> Iterator[Piece]:
    """The stretches of one sentence, cut where a mark begins or ends."""
    edits, channels = _within(marks.edits, sentence), _within(marks.channels, sentence)
    cuts = {sentence.start, sentence.end}
    for marked in (*edits, *channels):
        cuts.update(
            cut for cut in (marked.span.start, marked.span.end) if sentence.start < cut < sentence.end
        )
    for start, end in pairwise(sorted(cuts)):
        text = unit.text[start - unit.span.start : end - unit.span.start]
        yield Piece(text, _mark_at(edits, start), _mark_at(channels, start))


def _within(marked: Sequence[Marked], span: Span) -> tuple[Marked, ...]:
    """The marks that touch a span."""
    first = bisect_right(marked, span.start, key=lambda mark: mark.span.end)
    touching = []
    for mark in marked[first:]:
        if mark.span.start >= span.end:
            break
        touching.append(mark)
    return tuple(touching)


def _mark_at(marked: Sequence[Marked], offset: int) -> str:
    return next((mark.mark for mark in marked if mark.span.start <= offset < mark.span.end), "")
