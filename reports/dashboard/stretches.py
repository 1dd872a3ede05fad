"""Both texts as sentences, each with how much of it the other text does not have."""

from collections.abc import Iterable

from msgspec import Struct

from compare.model import ChangeReport, EditKind, Link
from corpora.model import Span, Unit
from reports.dashboard.anchors import Side, sentences_of
from reports.words.vocabulary import Outcome


class Stretch(Struct, frozen=True):
    """A sentence of one text.

    Attributes:
        span: where it stands.
        unit: the unit that holds it.
        outcome: what became of that unit.
        only_here: how many of its characters the other text does not have.
        moved: whether its unit changed place on its own account.
    """

    span: Span
    unit: Unit
    outcome: Outcome
    only_here: int
    moved: bool


def stretches_of(change_report: ChangeReport, side: Side) -> tuple[Stretch, ...]:
    """The compared sentences of one text in reading order, headings included."""
    earlier = side is Side.EARLIER
    work_report = change_report.earlier if earlier else change_report.later
    alone = change_report.dropped_units if earlier else change_report.new_units
    links = {
        unit: link
        for link in change_report.links
        if not link.partial
        for unit in (link.earlier if earlier else link.later)
    }
    found = []
    for unit in work_report.units:
        link = links.get(unit.id)
        if link is None and unit.id not in alone:
            continue
        outcome = Outcome(link.kind.value) if link else (Outcome.DROPPED if earlier else Outcome.NEW)
        changed = _changed(link, side) if link else (unit.span,)
        found += [
            Stretch(span, unit, outcome, _common(span, changed), moved=bool(link and link.moved))
            for span in sentences_of(unit)
        ]
    return tuple(found)


def _changed(link: Link, side: Side) -> tuple[Span, ...]:
    return tuple(
        edit.earlier if side is Side.EARLIER else edit.later
        for edit in link.edits
        if edit.kind is not EditKind.EQUAL
    )


def _common(span: Span, others: Iterable[Span]) -> int:
    return sum(max(min(span.end, other.end) - max(span.start, other.start), 0) for other in others)
