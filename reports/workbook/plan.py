"""What stands on each sheet, before anything is laid out, and which row a finding is about."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from compare.model import ChangeReport, Comparison
from reports.rows.rows import Summary
from reports.tables.catalogue import KEYS, TABLES, columns, rows
from reports.tables.model import Cells, Column, Kind, Table, Value
from reports.tables.whole import WHOLE_TABLES, whole_columns, whole_rows
from reports.words.pairs import is_through_time

FINDINGS, UNITS = "findings", "units"
# By the first word of a finding's kind: the table that has the row it is about, and the columns that name it.
_ABOUT: dict[str, tuple[str, tuple[str, str]]] = {
    "priority": ("priorities", ("earlier_unit", "later_unit")),
    "phrase": ("phrases", ("earlier_start", "later_start")),
    "target": ("targets", ("earlier_start", "later_start")),
}
_MISSED = ("outcomes", ("target_start", "report_start"))
_MEANING = ("changes", ("earlier_start", "later_start"))

Place = tuple[str, int]  # name of a table, position of a row in its sheet, from 0


class Sheet(Struct, frozen=True):
    """One table of the workbook.

    Attributes:
        table: which one.
        shown: (column, position in the rows) of each column that is shown, in the order of the sheet.
        rows: cells for all columns of the table, of all pairs.
        pairs: the number of the pair that each row belongs to, from 0.
        names: position of each column in the rows.
        texts: the pairs, by their numbers; none where the rows tell of the whole.
    """

    table: Table[Any]
    shown: tuple[tuple[Column[Any], int], ...]
    rows: tuple[Cells, ...]
    pairs: tuple[int, ...]
    names: dict[str, int]
    texts: tuple[ChangeReport, ...] = ()

    def pair_of(self, row: int) -> ChangeReport | None:
        """The pair that a row tells of, or None."""
        return self.texts[self.pairs[row]] if self.texts else None

    @property
    def is_aside(self) -> bool:
        """Whether no time lies between the texts of any of its pairs."""
        return bool(self.texts) and not any(map(is_through_time, self.texts))

    def value(self, row: int, name: str) -> Value:
        """The value of a row in a column."""
        return self.rows[row][self.names[name]]


class Plan(Struct, frozen=True):
    """All sheets of tables, and how they lead to each other.

    Attributes:
        sheets: by the table's name, in the order of the tables.
        about: row of the findings' sheet → the row of another sheet that it is about.
        units: (pair, side, unit id) → row of the sheet of units.
    """

    sheets: dict[str, Sheet]
    about: dict[int, Place]
    units: dict[tuple[int, str, str], int]

    @property
    def not_compared(self) -> frozenset[str]:
        """The things that were not compared in any of the pairs, in stable words."""
        sheet = self.sheets["not_compared"]
        return frozenset(str(sheet.value(row, "what")) for row in range(len(sheet.rows)))

    def found(self, table: str) -> dict[int, int]:
        """Row of a table → the first row of the findings' sheet that is about it."""
        first: dict[int, int] = {}
        for finding, (name, row) in self.about.items():
            if name == table:
                first.setdefault(row, finding)
        return first


def plan_of(comparison: Comparison, summaries: Sequence[Summary], language: str) -> Plan:
    """The sheets of a comparison; those of the whole come last, and only if they hold anything.

    Args:
        comparison: what the workbook shows.
        summaries: one for each pair, in the order given.
        language: `zh` or `en`; sentences in the other language are left out.
    """
    hidden = _keys_that_tell_nothing(summaries)
    every = [_sheet(table, summaries, hidden, language) for table in TABLES]
    sheets = {sheet.table.name: sheet for sheet in every if sheet.rows or sheet.table.always}
    whole = [_sheet_of_whole(table, comparison) for table in WHOLE_TABLES]
    sheets |= {sheet.table.name: sheet for sheet in whole if sheet.rows}
    units = {
        (pair, str(sheets[UNITS].value(row, "side")), str(sheets[UNITS].value(row, "unit"))): row
        for row, pair in enumerate(sheets[UNITS].pairs)
    }
    return Plan(sheets, _about(sheets, units), units)


def _keys_that_tell_nothing(summaries: Sequence[Summary]) -> frozenset[str]:
    """Key columns with the same value in every row; the pair's key too, where the others tell pairs apart."""
    values = {key.name: [key.value(summary.change_report) for summary in summaries] for key in KEYS}
    hidden = {name for name, found in values.items() if len(set(found)) == 1}
    others = list(zip(*(found for name, found in values.items() if name != "pair"), strict=True))
    if len(set(others)) == len(others):
        hidden.add("pair")
    return frozenset(hidden)


def _sheet(table: Table[Any], summaries: Sequence[Summary], hidden: frozenset[str], language: str) -> Sheet:
    every = columns(table)
    keys = {key.name for key in KEYS}
    kept = [
        (column, position)
        for position, column in enumerate(every)
        if column.language in {None, language}
        and not (column.name in keys and column.name in hidden and table.name != "pairs")
    ]
    kept.sort(key=_looked_up)
    found = [(pair, row) for pair, summary in enumerate(summaries) for row in rows(table, summary)]
    return Sheet(
        table=table,
        shown=tuple(kept),
        rows=tuple(row for _, row in found),
        pairs=tuple(pair for pair, _ in found),
        names={column.name: position for position, column in enumerate(every)},
        texts=tuple(summary.change_report for summary in summaries),
    )


def _sheet_of_whole(table: Table[Any], comparison: Comparison) -> Sheet:
    """A table of the whole comparison; the later report is that of the first pair as of every other."""
    every, rows_of_whole = whole_columns(table), tuple(whole_rows(table, comparison))
    names = {column.name: position for position, column in enumerate(every)}
    shown = [(column, names[column.name]) for column in table.columns]
    shown.sort(key=_looked_up)
    return Sheet(table, tuple(shown), rows_of_whole, (0,) * len(rows_of_whole), names)


def _looked_up(shown: tuple[Column[Any], int]) -> bool:
    """Where a passage stands is looked up, not read: such columns come last."""
    return shown[0].kind is Kind.OFFSET or shown[0].side is not None


def _about(sheets: dict[str, Sheet], units: dict[tuple[int, str, str], int]) -> dict[int, Place]:
    findings = sheets[FINDINGS]
    indexes = {name: _index(sheets[name], signs) for name, signs in (*_ABOUT.values(), _MISSED, _MEANING)}
    about: dict[int, Place] = {}
    for row, pair in enumerate(findings.pairs):
        kind = str(findings.value(row, "kind"))
        name, signs = _MISSED if kind == "target-missed" else _ABOUT.get(kind.partition("-")[0], _MEANING)
        own = (
            ("earlier_unit", "later_unit") if signs[0] == "earlier_unit" else ("earlier_start", "later_start")
        )
        channel = kind.rpartition("-")[0] if name == _MEANING[0] else None
        place = indexes[name].get((pair, channel, *(findings.value(row, sign) for sign in own)))
        if place is not None:
            about[row] = (name, place)
        elif (unit := _unit_row(findings, row, units)) is not None:
            about[row] = (UNITS, unit)
    return about


def _index(sheet: Sheet, signs: Iterable[str]) -> dict[tuple[Value, ...], int]:
    """(pair, channel, values of the signs) → the first row that has them."""
    index: dict[tuple[Value, ...], int] = {}
    for row, pair in enumerate(sheet.pairs):
        channel = sheet.value(row, "channel") if "channel" in sheet.names else None
        index.setdefault((pair, channel, *(sheet.value(row, sign) for sign in signs)), row)
    return index


def _unit_row(findings: Sheet, row: int, units: dict[tuple[int, str, str], int]) -> int | None:
    """The unit that holds a finding's quote, the later one first."""
    for side in ("later", "earlier"):
        unit = findings.value(row, f"{side}_unit")
        if unit is not None:
            return units.get((findings.pairs[row], side, str(unit)))
    return None
