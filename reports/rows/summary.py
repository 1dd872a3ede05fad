"""`ChangeReport` → counts and ordered rows, computed once and read by terminal, Markdown and dashboard.

Nothing in here is worded in a language.
"""

from collections.abc import Iterable

from compare.model import (
    ChangeReport,
    Channel,
    Comparison,
    Direction,
    FormulationChange,
    Link,
    MeaningChange,
    Nearest,
    PhraseStatus,
)
from compare.overview import FirstFound
from corpora.model import Level, Span, Unit, WorkReport
from reports.rows.headings import alike, by_contents
from reports.rows.rows import (
    OUTSIDE_ROLES,
    ROLE_READING_ORDER,
    FindingRow,
    LevelTally,
    LinkRow,
    MeaningRow,
    OverviewRow,
    OverviewRows,
    PartlyTally,
    PhraseGroup,
    PriorityRow,
    Summary,
    Tally,
    UnitRow,
)
from reports.words.vocabulary import PHRASE_STATUSES, Outcome


class _Side:
    """One report with its units by id."""

    def __init__(self, work_report: WorkReport) -> None:
        self.work_report = work_report
        self.units = {unit.id: unit for unit in work_report.units}
        self.order = {unit.id: position for position, unit in enumerate(work_report.units)}

    def section(self, unit: Unit) -> str:
        """The heading of the section a unit stands under, without its mark."""
        parent = self.units.get(unit.parent) if unit.parent else None
        return parent.label if parent else ""

    def labels(self, unit_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.units[unit_id].label for unit_id in unit_ids)

    def characters(self, unit_ids: Iterable[str]) -> int:
        return sum(len(self.units[unit_id].span) for unit_id in unit_ids)

    def compared_characters(self) -> int:
        return sum(len(unit.span) for unit in self.units.values() if unit.role not in OUTSIDE_ROLES)

    def reading_key(self, unit: Unit) -> tuple[int, int]:
        return ROLE_READING_ORDER.index(unit.role), self.order[unit.id]

    def quote(self, span: Span | None) -> str:
        return self.work_report.quote(span) if span else ""


def summarize(change_report: ChangeReport) -> Summary:
    """The counts and ordered rows of a comparison.

    Args:
        change_report: what a comparison found.

    Returns:
        Counts and rows; every unit outside frame and appendix is counted once.
    """
    earlier, later = _Side(change_report.earlier), _Side(change_report.later)
    levels = tuple(LevelTally(level, _tallies(change_report, earlier, later, {level})) for level in Level)
    links = _link_rows(change_report, earlier, later)
    near_new, near_dropped = _nearest_of(change_report, "later"), _nearest_of(change_report, "earlier")
    new = _unit_rows(change_report.new_units, near_new, later, earlier)
    dropped = _unit_rows(change_report.dropped_units, near_dropped, earlier, later)
    return Summary(
        change_report=change_report,
        earlier_characters=earlier.compared_characters(),
        later_characters=later.compared_characters(),
        levels=levels,
        whole=_tallies(change_report, earlier, later, set(Level)),
        findings=_finding_rows(change_report, earlier, later),
        priorities=_priority_rows(change_report, earlier, later),
        new_measures=_of_level(new, Level.MEASURE),
        dropped_measures=_of_level(dropped, Level.MEASURE),
        new_sections=_of_level(new, Level.SECTION),
        dropped_sections=_of_level(dropped, Level.SECTION),
        measure_links=tuple(row for row in links if row.level is Level.MEASURE),
        section_links=tuple(row for row in links if row.level is Level.SECTION),
        meaning_changes=_meaning_rows(change_report, earlier, later),
        phrases=_phrase_groups(change_report.phrases),
        partly_new=_partly(((link.later, link.later_only) for link in change_report.links), later),
        partly_gone=_partly(((link.earlier, link.earlier_only) for link in change_report.links), earlier),
    )


def summarize_overview(comparison: Comparison) -> OverviewRows:
    """The rows of the overview over several earlier reports; the later report is the same in every pair."""
    later = _Side(comparison.pairs[0].later)
    earlier = [_Side(pair.earlier) for pair in comparison.pairs]
    ranks = {
        change.later_unit: change.later_rank
        for pair in comparison.pairs
        for change in pair.priorities
        if change.later_unit is not None
    }

    def row(found: FirstFound) -> OverviewRow:
        unit = later.units[found.unit]
        found_in = tuple((there.year, earlier[there.pair].labels(there.units)) for there in found.found_in)
        rank = ranks.get(unit.id)
        return OverviewRow(unit, rank, unit.label, later.section(unit), found.first_year, found_in)

    overview = comparison.overview
    return OverviewRows(
        years=overview.years,
        missing_years=overview.missing_years,
        priorities=tuple(row(found) for found in overview.priorities),
        measures=tuple(sorted(map(row, overview.measures), key=lambda each: later.reading_key(each.unit))),
    )


def _tallies(
    change_report: ChangeReport, earlier: _Side, later: _Side, levels: set[Level]
) -> tuple[Tally, ...]:
    """One tally for each outcome over the units of these levels."""
    sides: dict[Outcome, tuple[list[str], list[str]]] = {outcome: ([], []) for outcome in Outcome}
    links, moved = dict.fromkeys(Outcome, 0), dict.fromkeys(Outcome, 0)
    for link in change_report.links:
        # The units of a partial link have their main link elsewhere, where they are counted.
        if not link.partial and later.units[link.later[0]].level in levels:
            outcome = Outcome(link.kind.value)
            sides[outcome][0].extend(link.earlier)
            sides[outcome][1].extend(link.later)
            links[outcome] += 1
            moved[outcome] += link.moved
    sides[Outcome.NEW][1].extend(u for u in change_report.new_units if later.units[u].level in levels)
    sides[Outcome.DROPPED][0].extend(
        u for u in change_report.dropped_units if earlier.units[u].level in levels
    )
    return tuple(
        Tally(
            outcome=outcome,
            links=links[outcome],
            earlier_units=len(before),
            later_units=len(after),
            earlier_characters=earlier.characters(before),
            later_characters=later.characters(after),
            moved=moved[outcome],
        )
        for outcome, (before, after) in sides.items()
    )


def _partly(links: Iterable[tuple[tuple[str, ...], tuple[Span, ...]]], side: _Side) -> PartlyTally:
    """Measures of one side that hold clauses without counterpart, from each link's units and such clauses."""
    units, clauses, characters = 0, 0, 0
    for unit_ids, alone in links:
        spans = [
            side.units[unit_id].span for unit_id in unit_ids if side.units[unit_id].level is Level.MEASURE
        ]
        inside = [clause for clause in alone if any(_holds(span, clause) for span in spans)]
        units += sum(any(_holds(span, clause) for clause in inside) for span in spans)
        clauses += len(inside)
        characters += sum(len(clause) for clause in inside)
    return PartlyTally(units, clauses, characters)


def _holds(span: Span, clause: Span) -> bool:
    return span.start <= clause.start and clause.end <= span.end


def _link_rows(change_report: ChangeReport, earlier: _Side, later: _Side) -> tuple[LinkRow, ...]:
    sections = {
        (before, after)
        for link in change_report.links
        for before in link.earlier
        for after in link.later
        if later.units[after].level is Level.SECTION
    }
    rows = []
    for link in change_report.links:
        before, after = earlier.units[link.earlier[0]], later.units[link.later[0]]
        rows.append(
            LinkRow(
                link=link,
                level=after.level,
                role=after.role,
                outcome=Outcome(link.kind.value),
                earlier_labels=earlier.labels(link.earlier),
                later_labels=later.labels(link.later),
                earlier_section=earlier.section(before),
                later_section=later.section(after),
                same_section=before.parent == after.parent is None
                or (before.parent, after.parent) in sections,
                alike=alike(link),
            )
        )
    return tuple(sorted(rows, key=lambda row: later.reading_key(later.units[row.link.later[0]])))


def _nearest_of(change_report: ChangeReport, side: str) -> dict[str, Nearest]:
    return {near.unit: near for near in change_report.nearest if near.side == side}


def _unit_rows(
    unit_ids: Iterable[str], nearest: dict[str, Nearest], side: _Side, other: _Side
) -> tuple[UnitRow, ...]:
    rows = []
    for unit in sorted((side.units[unit_id] for unit_id in unit_ids), key=side.reading_key):
        near = nearest.get(unit.id)
        partner = other.units[near.other] if near and near.other else None
        rows.append(
            UnitRow(
                unit=unit,
                label=unit.label,
                section=side.section(unit),
                nearest=partner.label if partner else None,
                nearest_unit=partner.id if partner else None,
                nearest_score=near.score if near else 0.0,
            )
        )
    return tuple(rows)


def _of_level(rows: tuple[UnitRow, ...], level: Level) -> tuple[UnitRow, ...]:
    return tuple(row for row in rows if row.unit.level is level)


def _priority_rows(change_report: ChangeReport, earlier: _Side, later: _Side) -> tuple[PriorityRow, ...]:
    corresponding = by_contents(change_report)
    rows = [
        PriorityRow(
            change=change,
            earlier_heading=earlier.units[change.earlier_unit].label if change.earlier_unit else None,
            later_heading=later.units[change.later_unit].label if change.later_unit else None,
            by_contents=(change.earlier_unit, change.later_unit) in corresponding,
        )
        for change in change_report.priorities
    ]

    def key(row: PriorityRow) -> tuple[bool, int, int]:
        before, after = row.change.earlier_rank, row.change.later_rank
        return after is None, after or 0, before or 0

    return tuple(sorted(rows, key=key))


def _meaning_rows(change_report: ChangeReport, earlier: _Side, later: _Side) -> tuple[MeaningRow, ...]:
    """One row for each pair of clauses and channel, however many numbers differ in it."""
    found: dict[tuple[Channel, Span, Span], tuple[Link, list[MeaningChange]]] = {}
    for link in change_report.links:
        for change in link.changes:
            key = change.channel, change.earlier_clause, change.later_clause
            found.setdefault(key, (link, []))[1].append(change)
    rows = [
        MeaningRow(
            channel=channel,
            changes=tuple(changes),
            direction=_shared_direction(changes),
            later_unit=_holder(link, later, later_clause),
            pairs=tuple((earlier.quote(each.earlier), later.quote(each.later)) for each in changes),
            earlier_clause=earlier.quote(earlier_clause),
            later_clause=later.quote(later_clause),
        )
        for (channel, earlier_clause, later_clause), (link, changes) in found.items()
    ]

    def key_of(row: MeaningRow) -> tuple[tuple[int, int], Span, Span]:
        change = row.changes[0]
        return later.reading_key(later.units[row.later_unit]), change.later_clause, change.earlier_clause

    return tuple(sorted(rows, key=key_of))


def _shared_direction(changes: Iterable[MeaningChange]) -> Direction | None:
    """The direction that all changes have, or None."""
    ways = {change.direction for change in changes}
    return ways.pop() if len(ways) == 1 else None


def _holder(link: Link, later: _Side, span: Span) -> str:
    """The later unit of a link that holds a span."""
    for unit_id in link.later:
        unit = later.units[unit_id]
        if unit.span.start <= span.start <= unit.span.end:
            return unit_id
    return link.later[0]


def _finding_rows(change_report: ChangeReport, earlier: _Side, later: _Side) -> tuple[FindingRow, ...]:
    # Sorting is stable: findings of the same importance stay in the order in which they were found.
    ordered = sorted(change_report.findings, key=lambda finding: -finding.importance)
    return tuple(
        FindingRow(rank, finding, earlier.quote(finding.earlier), later.quote(finding.later))
        for rank, finding in enumerate(ordered, start=1)
    )


def _phrase_groups(phrases: Iterable[FormulationChange]) -> tuple[PhraseGroup, ...]:
    everything = sorted(phrases, key=lambda phrase: (-phrase.weight, phrase.text))
    return tuple(
        PhraseGroup(status, tuple(phrase for phrase in everything if phrase.status is status))
        for status in sorted(PhraseStatus, key=lambda status: PHRASE_STATUSES[status].order)
    )
