"""Targets through the years: what each report aims at for each indicator, also where it says nothing.

"Absent" is said of a report that was read; years without a report are missing, which is another thing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from compare.history.model import CellKind, TargetCell, TargetYears
from compare.undertakings.indicators import INDICATORS
from compare.undertakings.model import Period, Target
from compare.undertakings.targets import targets_of
from corpora.model import Role, WorkReport

_ORDER = {indicator.name: place for place, indicator in enumerate(INDICATORS)}


def find_panel(reports: Sequence[WorkReport]) -> tuple[TargetYears, ...]:
    """Each known indicator that a report has a target for, with every year.

    Args:
        reports: by year.

    Returns:
        Those with a number in the most years first. Where a report tells several aims of one indicator for
        the same time, the cell holds the one told with the requirements, and of those the first.
    """
    told: dict[tuple[str, Period], dict[int, TargetCell]] = defaultdict(dict)
    for report in reports:
        for target in known_targets(report):
            told[target.indicator, target.period].setdefault(report.year, _cell(report, target))
    years = [report.year for report in reports]
    rows = [
        TargetYears(name, period, tuple(cells.get(year, TargetCell(year, CellKind.ABSENT)) for year in years))
        for (name, period), cells in told.items()
    ]
    return tuple(sorted(rows, key=_importance))


def known_targets(report: WorkReport) -> tuple[Target, ...]:
    """The targets of known indicators; where one has several, the one that a panel holds stands first."""
    roles = {unit.id: unit.role for unit in report.units}
    told = (target for target in targets_of(report) if target.indicator in _ORDER)
    return tuple(sorted(told, key=lambda one: _preference(one, roles)))


def _preference(target: Target, roles: Mapping[str, Role]) -> tuple[bool, bool]:
    return not target.is_quantified, roles[target.unit_id] is not Role.REQUIREMENTS


def _cell(report: WorkReport, target: Target) -> TargetCell:
    kind = CellKind.QUANTIFIED if target.is_quantified else CellKind.NOT_QUANTIFIED
    text = " ".join(report.quote(target.span).split())
    return TargetCell(report.year, kind, text, target.value, target.unit, target.qualifier)


def _importance(row: TargetYears) -> tuple[bool, int, int]:
    quantified = sum(cell.kind is CellKind.QUANTIFIED for cell in row.cells)
    return row.period is not Period.YEAR, -quantified, _ORDER[row.indicator]
