"""What matters first: changes as a ranked list of findings, each with the quotes that show it.

The order is that in which trained readers look (which tasks lead, what was reworded in the stance, which
numbers moved, which formulations came and went), with no kind crowding out the others: each further finding
of a kind counts a little less than the one before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from compare.findings.channels import CHANNEL_KINDS, FORWARD, channel_findings
from compare.findings.phrases import STANCE_FIRST, phrase_findings
from compare.findings.targets import Undertakings, undertaking_findings
from compare.model import (
    Finding,
    FindingKind,
    FormulationChange,
    Link,
    PriorityChange,
    PriorityStatus,
)
from corpora.model import Level, Span, Unit, WorkReport

# Plain rewording: a task or a formulation says the same in other words. An exchanged stance is none.
_REWORDING = (60.0, 3.0)
# Importance of the first finding of a kind, and what each further one of it loses.
_RANKS: dict[FindingKind, tuple[float, float]] = {
    FindingKind.PRIORITY_MOVED: (100.0, 6.0),
    FindingKind.PRIORITY_NEW: (98.0, 4.0),
    FindingKind.PRIORITY_DROPPED: (97.0, 4.0),
    FindingKind.NEGATION_CHANGED: (92.0, 6.0),
    FindingKind.PHRASE_REWORDED: (90.0, 5.0),
    FindingKind.NUMBER_CHANGED: (88.0, 5.0),
    FindingKind.UNIT_CHANGED: (87.0, 5.0),
    FindingKind.QUALIFIER_CHANGED: (85.0, 4.0),
    FindingKind.TIME_CHANGED: (84.0, 4.0),
    FindingKind.STRENGTH_CHANGED: (83.0, 4.0),
    FindingKind.SCOPE_CHANGED: (82.0, 4.0),
    FindingKind.PRIORITY_SPLIT: (86.0, 5.0),
    FindingKind.PRIORITY_MERGED: (86.0, 5.0),
    FindingKind.PHRASE_NEW: (84.0, 4.0),
    FindingKind.PHRASE_RETURNING: (84.0, 4.0),
    FindingKind.PHRASE_DROPPED: (82.0, 4.0),
    FindingKind.MEASURE_NEW: (80.0, 4.0),
    FindingKind.MEASURE_DROPPED: (79.0, 4.0),
    FindingKind.PHRASE_EMPHASISED: (77.0, 4.0),
    FindingKind.PHRASE_PLAYED_DOWN: (77.0, 4.0),
    FindingKind.MEASURE_MOVED: (74.0, 4.0),
    FindingKind.PRIORITY_REWORDED: _REWORDING,
    FindingKind.TARGET_CHANGED: (96.0, 4.0),
    FindingKind.TARGET_NOT_QUANTIFIED: (95.0, 4.0),
    FindingKind.TARGET_MISSED: (89.0, 5.0),
    FindingKind.TARGET_DROPPED: (87.0, 5.0),
    FindingKind.TARGET_NEW: (86.0, 5.0),
    FindingKind.PROMISES_SILENT: (78.0, 5.0),
}
_ON_CHANNELS = frozenset(CHANNEL_KINDS.values())
# Figures and words that bear meaning, told on a channel or as a target, come before plain rewording.
_ABOVE = _ON_CHANNELS | {FindingKind.TARGET_CHANGED, FindingKind.TARGET_NOT_QUANTIFIED}
_PRIORITY_KINDS = {
    PriorityStatus.MOVED: (FindingKind.PRIORITY_MOVED, "rank-changed"),
    PriorityStatus.NEW: (FindingKind.PRIORITY_NEW, "no-earlier-section"),
    PriorityStatus.DROPPED: (FindingKind.PRIORITY_DROPPED, "no-later-section"),
    PriorityStatus.REWORDED: (FindingKind.PRIORITY_REWORDED, "heading-reworded"),
}
_MOST_OF_A_KIND = 20  # findings of one kind that are listed; all rows stand in the tables
_MOST_ON_A_CHANNEL = 100  # what a similarity would drown must not drown in a list either
_ABOVE_REWORDING = 62.0  # where such findings stay, however many there are
_LEAST_FALL = 0.5  # importance never falls below this share of its kind's first, so the order of kinds stays


class Changes(Struct, frozen=True):
    """All that findings are made of."""

    earlier: WorkReport
    later: WorkReport
    links: Sequence[Link]
    new_units: Sequence[str]
    dropped_units: Sequence[str]
    priorities: Sequence[PriorityChange]
    phrases: tuple[FormulationChange, ...]
    undertakings: Undertakings = field(default_factory=Undertakings)


def rank_findings(changes: Changes) -> tuple[Finding, ...]:
    """The findings of a comparison, what matters first at the head.

    Args:
        changes: everything that was found.
    """
    sides = ({u.id: u for u in changes.earlier.units}, {u.id: u for u in changes.later.units})
    found = [
        *_priorities(changes, sides),
        *channel_findings(changes.links, (changes.earlier, changes.later), sides, changes.undertakings),
        *phrase_findings(changes.phrases, changes.earlier, changes.later),
        *_measures(changes, sides),
        *undertaking_findings(changes.undertakings, changes.earlier, changes.later),
    ]
    counts: Counter[FindingKind] = Counter()
    ranked: list[Finding] = []
    for finding in sorted(found, key=lambda finding: -finding.importance):
        before = counts[finding.kind]
        counts[finding.kind] += 1
        if before < (_MOST_ON_A_CHANNEL if finding.kind in _ON_CHANNELS else _MOST_OF_A_KIND):
            ranked.append(replace(finding, importance=_importance(finding, before)))
    return tuple(sorted(ranked, key=lambda finding: -finding.importance))


def _importance(finding: Finding, before: int) -> float:
    """The importance of a finding behind so many of its kind."""
    is_plain = finding.kind is FindingKind.PHRASE_REWORDED and finding.importance < STANCE_FIRST
    first, step = _REWORDING if is_plain else _RANKS[finding.kind]
    least = _ABOVE_REWORDING if finding.kind in _ABOVE else first * _LEAST_FALL
    return max(first - step * before, least)


Sides = tuple[dict[str, Unit], dict[str, Unit]]


class _Found(Struct, frozen=True):
    """What was found, and how it orders among its own kind."""

    kind: FindingKind
    within: float
    reason: str


def _finding(
    found: _Found,
    units: tuple[Unit | None, Unit | None],
    spans: tuple[Span | None, Span | None],
    values: Iterable[tuple[str, str]],
) -> Finding:
    """A finding whose importance so far only orders it among its own kind."""
    earlier, later = (unit.id if unit else None for unit in units)
    return Finding(found.kind, found.within, *spans, earlier, later, tuple(values), found.reason)


def _heading_span(unit: Unit | None) -> Span | None:
    """The heading of a unit with its mark, or its first clause."""
    if unit is None:
        return None
    start = unit.span.start
    label = unit.label
    at = unit.text.find(label)
    return Span(start, start + max(at, 0) + len(label))


# -- priorities ------------------------------------------------------------------------------------


def _priorities(changes: Changes, sides: Sides) -> Iterator[Finding]:
    for row in changes.priorities:
        if row.status not in _PRIORITY_KINDS:
            continue
        one = sides[0].get(row.earlier_unit or "")
        other = sides[1].get(row.later_unit or "")
        kind, reason = _PRIORITY_KINDS[row.status]
        first = 1.0 / (row.later_rank or row.earlier_rank or 1)
        if row.status is PriorityStatus.MOVED:  # far moves first, among them those to the top
            first += abs((row.later_rank or 0) - (row.earlier_rank or 0))
        spans = _heading_span(one), _heading_span(other)
        yield _finding(_Found(kind, first, reason), (one, other), spans, _priority_values(row, one, other))
    yield from _regrouped(changes, sides)


def _priority_values(row: PriorityChange, one: Unit | None, other: Unit | None) -> list[tuple[str, str]]:
    named = other or one
    values = [("heading", named.label)] if named else []
    if one:
        values += [("earlier_heading", one.label), ("earlier_rank", str(row.earlier_rank))]
    if other:
        values += [("later_heading", other.label), ("later_rank", str(row.later_rank))]
    return values


def _regrouped(changes: Changes, sides: Sides) -> Iterator[Finding]:
    """Splits and merges of tasks, one finding for each link."""
    tasks = ({row.earlier_unit for row in changes.priorities}, {row.later_unit for row in changes.priorities})
    for link in changes.links:
        if link.partial or not (set(link.earlier) <= tasks[0] and set(link.later) <= tasks[1]):
            continue
        if len(link.earlier) == len(link.later) == 1:
            continue
        earlier, later = [sides[0][i] for i in link.earlier], [sides[1][i] for i in link.later]
        kind = FindingKind.PRIORITY_SPLIT if len(later) >= len(earlier) else FindingKind.PRIORITY_MERGED
        values = [
            ("earlier_heading", "；".join(unit.label for unit in earlier)),
            ("later_heading", "；".join(unit.label for unit in later)),
        ]
        found = _Found(kind, link.score, "measures-regrouped")
        yield _finding(
            found, (earlier[0], later[0]), (_heading_span(earlier[0]), _heading_span(later[0])), values
        )


# -- measures --------------------------------------------------------------------------------------


def _measures(changes: Changes, sides: Sides) -> Iterator[Finding]:
    for unit_id in changes.new_units:
        if _is_forward_measure(unit := sides[1][unit_id]):
            yield _alone(FindingKind.MEASURE_NEW, (None, unit), unit)
    for unit_id in changes.dropped_units:
        if _is_forward_measure(unit := sides[0][unit_id]):
            yield _alone(FindingKind.MEASURE_DROPPED, (unit, None), unit)
    for link in changes.links:
        if link.moved and not link.partial:
            yield from _moved_measure(changes, sides, link)


def _is_forward_measure(unit: Unit) -> bool:
    return unit.level is Level.MEASURE and unit.role in FORWARD


def _alone(kind: FindingKind, units: tuple[Unit | None, Unit | None], unit: Unit) -> Finding:
    """A measure without partner; the longer it is, the more it says."""
    spans = _heading_span(units[0]), _heading_span(units[1])
    return _finding(
        _Found(kind, float(len(unit.text)), "no-partner"), units, spans, [("heading", unit.label)]
    )


def _moved_measure(changes: Changes, sides: Sides, link: Link) -> Iterator[Finding]:
    """A measure that stands under another section; one that only changed its rank is no headline."""
    one, other = sides[0][link.earlier[0]], sides[1][link.later[0]]
    above, above_later = sides[0].get(one.parent or ""), sides[1].get(other.parent or "")
    if not (_is_forward_measure(one) and _is_forward_measure(other)) or above is None or above_later is None:
        return
    if any(above.id in pair.earlier and above_later.id in pair.later for pair in changes.links):
        return
    values = [
        ("heading", other.label),
        ("earlier_heading", above.label),
        ("later_heading", above_later.label),
    ]
    found = _Found(FindingKind.MEASURE_MOVED, link.score, "other-section")
    yield _finding(found, (one, other), (_heading_span(one), _heading_span(other)), values)
