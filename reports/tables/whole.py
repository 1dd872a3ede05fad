"""Tables of a whole comparison: what concerns the later report against all the earlier ones together."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from compare.model import Comparison
from compare.undertakings.model import OpenPromise
from reports.rows.rows import OverviewRow
from reports.rows.summary import summarize_overview
from reports.tables.catalogue import KEYS, frame_of
from reports.tables.model import Both, Cells, Column, Kind, Table, span_columns
from reports.words.vocabulary import LEVELS, ROLES

if TYPE_CHECKING:
    import polars as pl

_YEARS = Both("年份以空格分开", "years, separated by spaces")


def _years(years: Iterable[int]) -> str | None:
    return " ".join(map(str, years)) or None


# -- since when ------------------------------------------------------------------------------------


def _first_found(comparison: Comparison) -> Iterable[OverviewRow]:
    """Priorities, then measures; of a single pair there is nothing to tell."""
    if len(comparison.pairs) == 1:
        return ()
    rows = summarize_overview(comparison)
    return (*rows.priorities, *rows.measures)


FIRST_FOUND: Table[OverviewRow] = Table(
    "first_found",
    Both("最早见于", "First found"),
    Both(
        "一行是后一文本的一项任务或举措，最早见于所给的哪一年；与多份报告对比时才有",
        "one row is a priority or measure of the later text and the given year in which it is first found; "
        "only against several earlier reports",
    ),
    _first_found,
    (
        Column(
            "level",
            Kind.WORD,
            Both("层级", "level"),
            lambda e: e.unit.level.value,
            words=LEVELS,
        ),
        Column("role", Kind.WORD, Both("部分", "part"), lambda e: e.unit.role.value, words=ROLES),
        Column("rank", Kind.INTEGER, Both("位次", "rank"), lambda e: e.rank),
        Column("label", Kind.PASSAGE, Both("任务或举措", "priority or measure"), lambda e: e.label),
        Column(
            "first_year",
            Kind.YEAR,
            Both("最早见于", "first found"),
            lambda e: e.first_year,
            Both("只在所给年份之中；空白表示均未见", "among the given years only; empty when none has it"),
        ),
        Column(
            "found_in",
            Kind.TEXT,
            Both("见于", "found in"),
            lambda e: _years(year for year, _ in e.found_in),
            _YEARS,
        ),
        Column("section", Kind.PASSAGE, Both("所在章节", "section"), lambda e: e.section or None),
        Column("later_unit", Kind.UNIT, Both("单元", "unit"), lambda e: e.unit.id, side="later"),
    ),
)


# -- what stays open -------------------------------------------------------------------------------


def _open_promises(comparison: Comparison) -> Iterable[OpenPromise]:
    return comparison.open_promises


OPEN_PROMISES: Table[OpenPromise] = Table(
    "open_promises",
    Both("往年承诺", "Open promises"),
    Both(
        "一行是往年报告给出数据、所列各年回顾均未见回应的一条承诺",
        "one row is an undertaking of an older year with a figure that no review of the years listed answers",
    ),
    _open_promises,
    (
        Column("promise_year", Kind.YEAR, Both("承诺年份", "promised in"), lambda e: e.year),
        Column("promise_text", Kind.PASSAGE, Both("承诺原文", "promise"), lambda e: e.text),
        Column("looked_at", Kind.TEXT, Both("所查年份", "reviews of"), lambda e: _years(e.looked_at), _YEARS),
        Column(
            "nearest_text",
            Kind.PASSAGE,
            Both("回顾中最接近处", "nearest passage"),
            lambda e: e.nearest_text or None,
        ),
        Column(
            "nearest_unit",
            Kind.UNIT,
            Both("最接近单元", "nearest unit"),
            lambda e: e.nearest_unit,
            side="later",
        ),
        Column(
            "promise_unit",
            Kind.UNIT,
            Both("承诺单元", "promise unit"),
            lambda e: e.promise_unit,
            Both("该年报告中的单元编号", "id of the unit in that year's report"),
        ),
        *span_columns("promise", Both("承诺", "promise"), lambda e: e.promise),
    ),
)

WHOLE_TABLES: tuple[Table[Any], ...] = (FIRST_FOUND, OPEN_PROMISES)
# Of the key columns, those that tell the later report.
_LATER = tuple(key for key in KEYS if key.name.startswith("later_"))


def whole_columns(table: Table[Any]) -> tuple[Column[Any], ...]:
    """The columns of a table of `WHOLE_TABLES`, with those that tell the later report in front."""
    return (*_LATER, *table.columns)


def whole_rows(table: Table[Any], comparison: Comparison) -> Iterator[Cells]:
    """The rows of a table of `WHOLE_TABLES`, one value for each of `whole_columns(table)`."""
    keys = tuple(key.value(comparison.pairs[0]) for key in _LATER)
    for row in table.source(comparison):
        yield (*keys, *(column.value(row) for column in table.columns))


def whole_frame(table: Table[Any], comparison: Comparison) -> "pl.DataFrame":
    """A table of `WHOLE_TABLES` as a frame."""
    return frame_of(whole_columns(table), list(whole_rows(table, comparison)))
