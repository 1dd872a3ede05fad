"""What can be counted of a report, and of its words against an earlier one, for tables of many places.

A panel holds one row for each place and year, so all of this is the same whatever other reports there are.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.alignment.fields import field_shares
from compare.alignment.pairs import NOT_COMPARED_ROLES, compared_units
from compare.formulations.folding import fold, presence_form
from compare.formulations.frames import QUOTATION
from compare.formulations.novelty import TELLING, novelties
from compare.history.panel import known_targets
from compare.priorities import priority_ranks
from compare.undertakings.model import Period
from compare.undertakings.targets import targets_of
from corpora.model import Level, Role, Unit, WorkReport
from corpora.quantities import measured_in

COMPARED_ROLES = tuple(role for role in Role if role not in NOT_COMPARED_ROLES)


class PartSize(Struct, frozen=True):
    """How long a part of a report is; zeros where the report has no such part.

    Attributes:
        role: which part.
        characters: of its units, as printed.
        sections: how many units with a heading.
        measures: how many other units.
    """

    role: Role
    characters: int
    sections: int
    measures: int


class ToldTarget(Struct, frozen=True):
    """A target of a known indicator, one for each period and measure.

    Attributes:
        indicator: its canonical name.
        period: for which time it holds.
        low: the number, or the low end of a range, in the printed unit; None when it is told in words only.
        high: the high end; equals `low` without a range.
        unit: magnitude and unit as printed, or None.
        qualifier: 左右, 以上 …, or None.
        text: the words of the aim, as printed, on one line.
    """

    indicator: str
    period: Period
    low: float | None
    high: float | None
    unit: str | None
    qualifier: str | None
    text: str

    @property
    def dimension(self) -> str | None:
        """What its number measures (see `corpora.quantities`); None when it is told in words only."""
        return None if self.low is None else measured_in(self.unit or "")[0]


class ReportMeasures(Struct, frozen=True):
    """What is counted of one report; frame and appendix aside.

    Attributes:
        parts: one for each of `COMPARED_ROLES`.
        tasks: the plan's sections, the priorities.
        fields: share of the compared text that speaks of each of `compare.alignment.fields.FIELDS`; the rest
            names none.
        plan_fields: the same of the plan alone; empty when there is none.
        aims: how many targets there are, of known indicators or not.
        aims_with_number: how many of them are numbers.
        targets: those of known indicators.
    """

    parts: tuple[PartSize, ...]
    tasks: int
    fields: tuple[float, ...]
    plan_fields: tuple[float, ...]
    aims: int
    aims_with_number: int
    targets: tuple[ToldTarget, ...]

    @property
    def characters(self) -> int:
        """Of the compared text."""
        return sum(part.characters for part in self.parts)


def measure_report(report: WorkReport) -> ReportMeasures:
    """Count what a panel tells of one report."""
    units = tuple(unit for level in Level for unit in compared_units(report, level))
    aims = targets_of(report)
    return ReportMeasures(
        parts=tuple(_part(role, [unit for unit in units if unit.role is role]) for role in COMPARED_ROLES),
        tasks=len(priority_ranks(report)),
        fields=_fields(units),
        plan_fields=_fields([unit for unit in units if unit.role is Role.PLAN]),
        aims=len(aims),
        aims_with_number=sum(aim.is_quantified for aim in aims),
        targets=_told(report),
    )


class WordingMeasures(Struct, frozen=True):
    """What is counted of the words of a report against those of an earlier one.

    A list of formulations is as long as a reader can go through, so its length says nothing; these have no
    such limit.

    Attributes:
        new: share of the later compared text that is in no stretch of two words that the earlier text has.
        dropped: the same of the earlier text.
        quoted: how many names and slogans the later text sets in quotation or book-title marks.
        quoted_new: those of them that the earlier text does not have, with marks or without.
        quoted_dropped: what the earlier text sets in marks and the later one does not have.
    """

    new: float
    dropped: float
    quoted: int
    quoted_new: int
    quoted_dropped: int


def measure_wording(earlier: WorkReport, later: WorkReport) -> WordingMeasures:
    """Count how much of the wording of two reports is found in one of them only."""
    before, after = fold(earlier), fold(later)
    said, says = _quoted(earlier), _quoted(later)
    dropped, new = novelties(before.form, before.whole, after.form, after.whole)
    return WordingMeasures(
        new=_unknown(new.known),
        dropped=_unknown(dropped.known),
        quoted=len(says),
        quoted_new=sum(name not in before.whole for name in says),
        quoted_dropped=sum(name not in after.whole for name in said),
    )


def _unknown(lengths: NDArray[np.int64]) -> float:
    """The share of a text that no stretch of the reference covers, stretches that may be chance aside."""
    starts = np.flatnonzero(lengths >= TELLING)
    borders = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.add.at(borders, starts, 1)
    np.add.at(borders, starts + lengths[starts], -1)
    unknown = np.count_nonzero(np.cumsum(borders[:-1]) == 0)
    return round(float(unknown) / len(lengths), 6) if len(lengths) else 0.0


def _quoted(report: WorkReport) -> set[str]:
    units = (unit for unit in report.units if unit.role not in NOT_COMPARED_ROLES)
    names = (presence_form(found.group()) for unit in units for found in QUOTATION.finditer(unit.text))
    return {name for name in names if name}


def _part(role: Role, units: Sequence[Unit]) -> PartSize:
    sections = sum(unit.level is Level.SECTION for unit in units)
    return PartSize(role, sum(len(unit.span) for unit in units), sections, len(units) - sections)


def _fields(units: Sequence[Unit]) -> tuple[float, ...]:
    """The fields' shares of some units: the characters of a unit are divided among the fields it names."""
    characters = sum(len(unit.span) for unit in units)
    if not characters:
        return ()
    lengths = [len(unit.span) / characters for unit in units]
    shares = lengths @ field_shares([unit.text for unit in units])
    return tuple(round(float(share), 6) for share in shares)


def _told(report: WorkReport) -> tuple[ToldTarget, ...]:
    """One target for each indicator, period and measure; words only where there is no number."""
    found: dict[tuple[str, Period, str | None], ToldTarget] = {}
    with_number: set[tuple[str, Period]] = set()
    for target in known_targets(report):
        low, high = target.value or (None, None)
        text = " ".join(report.quote(target.span).split())
        told = ToldTarget(target.indicator, target.period, low, high, target.unit, target.qualifier, text)
        if target.is_quantified:
            with_number.add((told.indicator, told.period))
        elif (told.indicator, told.period) in with_number:
            continue
        found.setdefault((told.indicator, told.period, told.dimension), told)
    return tuple(found.values())
