"""Both texts of a comparison with their units at hand: where a place stands, and under which headings."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from msgspec import Struct

from compare.model import ChangeReport
from corpora.model import Level, Span, Unit, WorkReport
from reports.rows.rows import OUTSIDE_ROLES


class Text(Struct, frozen=True):
    """One report.

    Attributes:
        work_report: the report.
        units: its units by id.
        starts: where each unit begins, ascending.
    """

    work_report: WorkReport
    units: Mapping[str, Unit]
    starts: tuple[int, ...]

    def at(self, span: Span | None) -> Unit | None:
        """The unit that holds the beginning of a span."""
        if span is None or not self.starts:
            return None
        return self.work_report.units[max(bisect_right(self.starts, span.start) - 1, 0)]

    def unit(self, unit_id: str | None) -> Unit | None:
        """The unit with this id, if one is meant."""
        return self.units[unit_id] if unit_id is not None else None

    def headings(self, unit: Unit | None) -> Iterator[str]:
        """The headings that a unit stands under, its own first when it is a section."""
        while unit is not None:
            if unit.level is Level.SECTION:
                yield unit.label
            unit = self.units.get(unit.parent) if unit.parent else None

    def section(self, unit: Unit | None) -> str:
        """The heading next above a unit, its own for a section, or an empty string."""
        return next(self.headings(unit), "")

    def compared(self) -> Iterator[Unit]:
        """The units that are compared: all but frame and appendix."""
        return (unit for unit in self.work_report.units if unit.role not in OUTSIDE_ROLES)

    def quote(self, span: Span | None) -> str:
        """The words of a span as they stand, or an empty string."""
        return self.work_report.quote(span) if span is not None else ""


class Texts(Struct, frozen=True):
    """The two texts of a comparison."""

    change_report: ChangeReport
    earlier: Text
    later: Text


def texts_of(change_report: ChangeReport) -> Texts:
    """Both texts of a comparison, ready to be looked up."""
    return Texts(change_report, _text(change_report.earlier), _text(change_report.later))


def _text(work_report: WorkReport) -> Text:
    starts = tuple(unit.span.start for unit in work_report.units)
    return Text(work_report, {unit.id: unit for unit in work_report.units}, starts)
