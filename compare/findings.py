"""What matters first: changes as a ranked list of findings, each with the quotes that show it.

The order is that in which trained readers look (which tasks lead, what was reworded in the stance, which
numbers moved, which formulations came and went), with no kind crowding out the others: each further finding
of a kind counts a little less than the one before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from compare.model import (
    Channel,
    Finding,
    FindingKind,
    FormulationChange,
    Link,
    MeaningChange,
    PriorityChange,
    PriorityStatus,
)
from compare.phrase_findings import phrase_findings
from compare.target_findings import Undertakings, undertaking_findings
from corpora.model import Level, Role, Span, Unit, WorkReport

# Importance of the first finding of a kind, and what each further one of it loses.
_RANKS: dict[FindingKind, tuple[float, float]] = {
    FindingKind.PRIORITY_MOVED: (100.0, 6.0),
    FindingKind.PRIORITY_NEW: (98.0, 4.0),
    FindingKind.PRIORITY_DROPPED: (97.0, 4.0),
    FindingKind.NEGATION_CHANGED: (92.0, 6.0),
    FindingKind.PHRASE_REWORDED: (90.0, 5.0),
    FindingKind.NUMBER_CHANGED: (88.0, 5.0),
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
    FindingKind.PRIORITY_REWORDED: (60.0, 3.0),
    FindingKind.TARGET_CHANGED: (96.0, 4.0),
    FindingKind.TARGET_NOT_QUANTIFIED: (95.0, 4.0),
    FindingKind.TARGET_MISSED: (89.0, 5.0),
    FindingKind.TARGET_DROPPED: (87.0, 5.0),
    FindingKind.TARGET_NEW: (86.0, 5.0),
    FindingKind.PROMISES_SILENT: (78.0, 5.0),
}
_PRIORITY_KINDS = {
    PriorityStatus.MOVED: (FindingKind.PRIORITY_MOVED, "rank-changed"),
    PriorityStatus.NEW: (FindingKind.PRIORITY_NEW, "no-earlier-section"),
    PriorityStatus.DROPPED: (FindingKind.PRIORITY_DROPPED, "no-later-section"),
    PriorityStatus.REWORDED: (FindingKind.PRIORITY_REWORDED, "heading-reworded"),
}
_MEANING_KINDS = {
    Channel.NUMBER: FindingKind.NUMBER_CHANGED,
    Channel.NEGATION: FindingKind.NEGATION_CHANGED,
}
_MOST_OF_A_KIND = 20  # findings of one kind that are listed; all rows stand in the tables
_FORWARD = frozenset({Role.PLAN, Role.REQUIREMENTS, Role.GOVERNANCE})
_LEAST_FALL = 0.5  # importance never falls below this share of its kind's first, so the order of kinds stays


@dataclass(frozen=True, slots=True)
class Changes:
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
        *_meaning(changes, sides),
        *phrase_findings(changes.phrases, changes.earlier, changes.later),
        *_measures(changes, sides),
        *undertaking_findings(changes.undertakings, changes.earlier, changes.later),
    ]
    counts: dict[FindingKind, int] = {}
    ranked: list[Finding] = []
    for finding in sorted(found, key=lambda finding: -finding.importance):
        before = counts.get(finding.kind, 0)
        counts[finding.kind] = before + 1
        if before < _MOST_OF_A_KIND:
            first, step = _RANKS[finding.kind]
            ranked.append(replace(finding, importance=max(first - step * before, first * _LEAST_FALL)))
    return tuple(sorted(ranked, key=lambda finding: -finding.importance))


Sides = tuple[dict[str, Unit], dict[str, Unit]]


@dataclass(frozen=True, slots=True)
class _Found:
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


# -- numbers and negations -------------------------------------------------------------------------


def _meaning(changes: Changes, sides: Sides) -> Iterator[Finding]:
    for link in changes.links:
        for alike in _by_clause(link.changes):
            change = alike[0]
            one = _holder(link.earlier, sides[0], change.earlier_clause)
            other = _holder(link.later, sides[1], change.later_clause)
            told = changes.undertakings.tells(change.earlier_clause, change.later_clause)
            # Results of another year differ by nature; what is a target is told as one.
            if change.channel is Channel.NUMBER and (told or other is None or other.role not in _FORWARD):
                continue
            first = Role.REQUIREMENTS in {unit.role for unit in (one, other) if unit}
            found = _Found(_MEANING_KINDS[change.channel], 2.0 if first else 1.0, f"{change.channel}-differs")
            spans = change.earlier_clause, change.later_clause
            yield _finding(found, (one, other), spans, _meaning_values(changes, alike))


def _by_clause(found: Iterable[MeaningChange]) -> list[list[MeaningChange]]:
    """The changes of one channel in one pair of clauses together: they are one thing to a reader."""
    together: dict[tuple[Channel, Span, Span], list[MeaningChange]] = {}
    for change in found:
        together.setdefault((change.channel, change.earlier_clause, change.later_clause), []).append(change)
    return list(together.values())


def _meaning_values(changes: Changes, alike: Sequence[MeaningChange]) -> list[tuple[str, str]]:
    name, first = alike[0].channel.value, alike[0]
    return [
        ("subject", _subject(changes.later.quote(Span(first.later_clause.start, first.later.start)))),
        (f"earlier_{name}", "、".join(changes.earlier.quote(change.earlier) for change in alike)),
        (f"later_{name}", "、".join(changes.later.quote(change.later) for change in alike)),
        ("earlier_clause", changes.earlier.quote(first.earlier_clause)),
        ("later_clause", changes.later.quote(first.later_clause)),
    ]


def _subject(words: str) -> str:
    """What a number is about: the words before it, without what introduces the list it stands in."""
    for mark in "：:、（(“":
        words = words.rsplit(mark, 1)[-1]
    return words.strip()


def _holder(ids: Sequence[str], units: dict[str, Unit], span: Span) -> Unit | None:
    return next((units[i] for i in ids if units[i].span.start <= span.start < units[i].span.end), None)


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
    return unit.level is Level.MEASURE and unit.role in _FORWARD


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
