"""Every tidy table of a comparison, its rows, and the same as polars frames.

Workbook, CSV, Parquet and the batch verb all read these; a column is added here in its table's module, and
nowhere else.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from compare.model import ChangeReport
from reports.rows.rows import Summary
from reports.tables.findings import FINDINGS, NOT_COMPARED, PRIORITIES
from reports.tables.links import CHANGES, LINKS
from reports.tables.model import Both, Cells, Column, Kind, Row, Table, pair_key
from reports.tables.pairs import PAIRS
from reports.tables.phrases import PHRASES
from reports.tables.promises import INCONSISTENCIES, PROMISES
from reports.tables.targets import OUTCOMES, TARGETS
from reports.tables.units import UNITS
from reports.tables.uptakes import UPTAKES

if TYPE_CHECKING:
    import polars as pl

TABLES: tuple[Table[Any], ...] = (
    PAIRS,
    FINDINGS,
    PRIORITIES,
    TARGETS,
    OUTCOMES,
    PROMISES,
    PHRASES,
    CHANGES,
    LINKS,
    UNITS,
    NOT_COMPARED,
    INCONSISTENCIES,
    UPTAKES,
)

# The first columns of every table: which pair a row belongs to.
KEYS: tuple[Column[ChangeReport], ...] = (
    Column(
        "pair",
        Kind.TEXT,
        Both("对比编号", "pair"),
        pair_key,
        Both("由两个文本的内容得出，各表相同", "made of both texts' content, the same in every table"),
    ),
    Column("earlier_place", Kind.TEXT, Both("前一文本地方", "earlier place"), lambda r: r.earlier.place),
    Column("earlier_year", Kind.YEAR, Both("前一文本年份", "earlier year"), lambda r: r.earlier.year),
    Column("later_place", Kind.TEXT, Both("后一文本地方", "later place"), lambda r: r.later.place),
    Column("later_year", Kind.YEAR, Both("后一文本年份", "later year"), lambda r: r.later.year),
)


def columns(table: Table[Any]) -> tuple[Column[Any], ...]:
    """The columns of a table with the key columns in front."""
    return (*KEYS, *table.columns)


def rows(table: Table[Any], summary: Summary) -> Iterator[Cells]:
    """The rows of a table for one pair, one value for each of `columns(table)`.

    Args:
        table: one of `TABLES`.
        summary: what `reports.rows.summary.summarize` made of the pair; one summary serves all tables.
    """
    yield from rows_of(table, summary.change_report, table.source(summary))


def rows_of(table: Table[Row], change_report: ChangeReport, things: Iterable[Row]) -> Iterator[Cells]:
    """Some things of a pair as rows of a table, one value for each of `columns(table)`.

    Args:
        table: the table; it need not be one of `TABLES`.
        change_report: the pair that the key columns name.
        things: what becomes rows.
    """
    keys = tuple(key.value(change_report) for key in KEYS)
    for thing in things:
        yield (*keys, *(column.value(thing) for column in table.columns))


def frame(table: Table[Any], summaries: Iterable[Summary]) -> "pl.DataFrame":
    """A table over any number of pairs; without a pair it has its columns and no row.

    Args:
        table: one of `TABLES`.
        summaries: the pairs, in the order of their rows.

    Returns:
        A frame whose types depend on the table only.
    """
    every_row = [row for summary in summaries for row in rows(table, summary)]
    return frame_of(columns(table), every_row)


def frame_of(heads: Sequence[Column[Any]], every_row: Sequence[Cells]) -> "pl.DataFrame":
    """Rows as a frame whose types depend on the columns only.

    Args:
        heads: the columns.
        every_row: one value for each of them.
    """
    import polars as pl

    types = {
        Kind.INTEGER: pl.Int64,
        Kind.OFFSET: pl.Int64,
        Kind.YEAR: pl.Int64,
        Kind.NUMBER: pl.Float64,
        Kind.SHARE: pl.Float64,
        Kind.FLAG: pl.Boolean,
    }
    schema = {column.name: types.get(column.kind, pl.String) for column in heads}
    return pl.DataFrame(every_row, schema=schema, orient="row")
