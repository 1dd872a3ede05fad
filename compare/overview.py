"""How old the units of a later report are among several earlier ones."""

from msgspec import Struct


class FoundIn(Struct, frozen=True):
    """A given year in which a unit of the later report is found.

    Attributes:
        year: the earlier report's year.
        pair: position in `Comparison.pairs` of the first pair of that year that has it.
        units: ids of the linked units of that pair's earlier report.
    """

    year: int
    pair: int
    units: tuple[str, ...]


class FirstFound(Struct, frozen=True):
    """In which of the given earlier reports a unit of the later one is found.

    Attributes:
        unit: id of the later unit.
        first_year: the earliest given year with a linked unit, or None when no given report has one.
        found_in: every given year that has it, ascending.
    """

    unit: str
    first_year: int | None
    found_in: tuple[FoundIn, ...]


class Overview(Struct, frozen=True):
    """One later report against several earlier ones: how old its priorities and measures are.

    Attributes:
        years: the earlier reports' years, ascending.
        missing_years: years between the first and the last that were not given; a claim of "first" names
            them.
        priorities: the sections of the later plan.
        measures: every measure of the later report.
    """

    years: tuple[int, ...]
    missing_years: tuple[int, ...]
    priorities: tuple[FirstFound, ...]
    measures: tuple[FirstFound, ...]
