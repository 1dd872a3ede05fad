"""Findings on the channels: what a long rewording must not hide, whatever else the clause says anew."""

from collections.abc import Iterable, Iterator, Sequence

from compare.findings.subjects import subject_of
from compare.findings.targets import Undertakings
from compare.model import Channel, Finding, FindingKind, Link, MeaningChange
from compare.undertakings.aims import names_nothing
from corpora.model import Role, Span, Unit, WorkReport

CHANNEL_KINDS = {
    Channel.NUMBER: FindingKind.NUMBER_CHANGED,
    Channel.UNIT: FindingKind.UNIT_CHANGED,
    Channel.QUALIFIER: FindingKind.QUALIFIER_CHANGED,
    Channel.NEGATION: FindingKind.NEGATION_CHANGED,
    Channel.STRENGTH: FindingKind.STRENGTH_CHANGED,
    Channel.SCOPE: FindingKind.SCOPE_CHANGED,
    Channel.TIME: FindingKind.TIME_CHANGED,
}
FORWARD = frozenset({Role.PLAN, Role.REQUIREMENTS, Role.GOVERNANCE})
# A target is told as one: its figure, unit and qualifier are not told again.
OF_TARGETS = frozenset({Channel.NUMBER, Channel.UNIT, Channel.QUALIFIER})
_FIRST, _OTHERS = 2.0, 1.0
_BOTH_SIDES = 0.5  # one word for another says more than a word that came or went

Sides = tuple[dict[str, Unit], dict[str, Unit]]
Texts = tuple[WorkReport, WorkReport]


def channel_findings(
    links: Sequence[Link], texts: Texts, sides: Sides, undertakings: Undertakings
) -> Iterator[Finding]:
    """Findings whose importance so far only orders them among their own kind.

    Args:
        links: the links of a comparison.
        texts: both reports, for quotes.
        sides: their units by id.
        undertakings: targets, which are told as such.
    """
    for link in links:
        for alike in by_clause(link.changes):
            change = alike[0]
            one = _holder(link.earlier, sides[0], change.earlier_clause)
            other = _holder(link.later, sides[1], change.later_clause)
            if _is_told(change, (one, other), undertakings):
                continue
            first = Role.REQUIREMENTS in {unit.role for unit in (one, other) if unit}
            weight = (_FIRST if first else _OTHERS) + _BOTH_SIDES * bool(
                len(change.earlier) and len(change.later)
            )
            yield Finding(
                CHANNEL_KINDS[change.channel], weight, change.earlier_clause, change.later_clause,
                one.id if one else None, other.id if other else None, tuple(channel_values(texts, alike)),
                f"{change.channel}-differs",
            )  # fmt: skip


def _is_told(
    change: MeaningChange, units: tuple[Unit | None, Unit | None], undertakings: Undertakings
) -> bool:
    """Whether it is told as a target, or is no news: what a review says differs by nature."""
    if change.channel is Channel.NEGATION:
        return False
    if change.channel in OF_TARGETS and undertakings.tells(*map(_figure_at, (change.earlier, change.later))):
        return True
    one, other = units
    if change.channel is Channel.NUMBER:
        return other is None or other.role not in FORWARD
    return one is None or other is None or one.role not in FORWARD or other.role not in FORWARD


def _figure_at(span: Span) -> Span:
    """The place of a figure or of its qualifier; one that is not there stands right behind the figure."""
    return span if len(span) else Span(max(span.start - 1, 0), span.end)


def by_clause(found: Iterable[MeaningChange]) -> list[list[MeaningChange]]:
    """The changes of one channel and way in one pair of clauses together: they are one thing to a reader.

    Args:
        found: the changes of a link.
    """
    together: dict[tuple[object, ...], list[MeaningChange]] = {}
    for change in found:
        key = change.channel, change.direction, change.ladder, change.earlier_clause, change.later_clause
        if change.channel in (Channel.NUMBER, Channel.NEGATION):
            key = change.channel, None, "", change.earlier_clause, change.later_clause
        together.setdefault(key, []).append(change)
    return list(together.values())


def channel_values(texts: Texts, alike: Sequence[MeaningChange]) -> Iterator[tuple[str, str]]:
    """The named values of the finding on such changes.

    Args:
        texts: both reports, for quotes.
        alike: what `by_clause` put together.
    """
    name, first = alike[0].channel.value, alike[0]
    yield "subject", _subject(texts, first)
    yield f"earlier_{name}", "、".join(texts[0].quote(each.earlier) for each in alike)
    yield f"later_{name}", "、".join(texts[1].quote(each.later) for each in alike)
    yield "earlier_clause", texts[0].quote(first.earlier_clause)
    yield "later_clause", texts[1].quote(first.later_clause)
    if first.direction and len({each.direction for each in alike}) == 1:
        yield "direction", first.direction.value
    if first.ladder:
        yield "ladder", first.ladder


def _subject(texts: Texts, change: MeaningChange) -> str:
    """What a number is about, by the later text or, where that leaves it open, by the earlier one."""
    later = subject_of(texts[1], change.later_clause, change.later)
    if not names_nothing(later):
        return later
    earlier = subject_of(texts[0], change.earlier_clause, change.earlier)
    return later if names_nothing(earlier) else earlier


def _holder(ids: Sequence[str], units: dict[str, Unit], span: Span) -> Unit | None:
    return next((units[i] for i in ids if units[i].span.start <= span.start < units[i].span.end), None)
