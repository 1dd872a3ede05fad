"""Histories and searches as tidy tables: one row is one thing in one year, always the same columns."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from compare.history.concordance import Concordance
from compare.history.diffusion import Diffusion
from compare.history.model import History, Shelf, Use
from reports.rows.history import life, rate

if TYPE_CHECKING:
    import polars as pl

Value = str | int | float | bool | None


class TidyTable(Struct, frozen=True):
    """A table: its name, its columns with the type of their values, and its rows."""

    name: str
    columns: tuple[tuple[str, type], ...]
    rows: tuple[tuple[Value, ...], ...]


_USE = (
    *(("role", str), ("section", str), ("unit", str), ("start", int), ("end", int)),
    *(("before", str), ("printed", str), ("after", str)),
)


def _use_cells(use: Use | None) -> tuple[Value, ...]:
    if use is None:
        return (None,) * len(_USE)
    return (
        use.role.value, use.section or None, use.unit_id, use.span.start, use.span.end,
        use.before, use.printed, use.after,
    )  # fmt: skip


def formulations_table(history: History) -> TidyTable:
    """A row for each formulation and year looked at: uses, rate, and the first use with its sentence."""
    columns = (
        *(("place", str), ("formulation", str), ("reason", str), ("weight", float), ("life", str)),
        *(("first_year", int), ("last_year", int), ("year", int), ("uses", int), ("per_10000", float)),
        *_USE,
    )
    rows = [
        (
            *(history.shelf.place, one.text, one.reason, one.weight, life(one.counts).value),
            *(one.first_year, one.last_year, year, count, share),
            *_use_cells(next((use for use in one.uses if use.year == year), None)),
        )
        for one in history.formulations
        for year, count, share in _years(history.shelf, one.counts)
    ]
    return TidyTable("formulations", columns, tuple(rows))


def lineages_table(history: History) -> TidyTable:
    """A row for each form of each lineage and year looked at."""
    columns = (
        *(("place", str), ("lineage", str), ("form", str), ("kind", str), ("of", str)),
        *(("year", int), ("uses", int), ("per_10000", float), *_USE),
    )
    rows = [
        (
            *(history.shelf.place, lineage.name, member.text, member.kind.value if member.kind else None),
            *(member.of or None, year, count, share),
            *_use_cells(next((use for use in member.uses if use.year == year), None)),
        )
        for lineage in history.lineages
        for member in lineage.members
        for year, count, share in _years(history.shelf, member.counts)
    ]
    return TidyTable("lineages", columns, tuple(rows))


def priorities_table(history: History) -> TidyTable:
    """A row for each priority and report that has it; rows of one thread have its number."""
    columns = (
        *(("place", str), ("thread", int), ("year", int), ("rank", int), ("heading", str), ("unit", str)),
    )
    rows = [
        (history.shelf.place, number, place.year, place.rank, place.heading, place.unit_id)
        for number, thread in enumerate(history.priorities, start=1)
        for place in thread.places
    ]
    return TidyTable("priorities", columns, tuple(rows))


def targets_table(history: History) -> TidyTable:
    """A row for each indicator and year looked at; `absent` where the report sets no such target."""
    columns = (
        *(("place", str), ("indicator", str), ("period", str), ("year", int), ("kind", str)),
        *(("low", float), ("high", float), ("unit", str), ("qualifier", str), ("text", str)),
    )
    rows = [
        (
            *(history.shelf.place, series.indicator, series.period.value, cell.year, cell.kind.value),
            *(cell.value or (None, None)),
            *(cell.unit, cell.qualifier, cell.text or None),
        )
        for series in history.targets
        for cell in series.cells
    ]
    return TidyTable("targets", columns, tuple(rows))


def years_table(shelves: Iterable[Shelf]) -> TidyTable:
    """A row for each year from the first to the last: the report, or that it is missing."""
    columns = (
        *(("place", str), ("year", int), ("missing", bool), ("title", str), ("kind", str)),
        *(("source", str), ("sha256", str), ("characters", int)),
    )
    rows: list[tuple[Value, ...]] = []
    for shelf in shelves:
        told: list[tuple[Value, ...]] = [
            (shelf.place, one.year, False, one.title, one.kind.value, one.source, one.sha256, one.characters)
            for one in shelf.texts
        ]
        told += [(shelf.place, year, True, None, None, None, None, None) for year in shelf.missing]
        rows += sorted(told, key=lambda row: (row[1] or 0,))
    return TidyTable("years", columns, tuple(rows))


def uses_table(concordances: Iterable[Concordance]) -> TidyTable:
    """A row for each use of what was looked for; a year without any has a row without a place."""
    columns = (("place", str), ("year", int), ("form", str), ("counted", bool), *_USE)
    rows = [row for one in concordances for row in _rows_of(one)]
    return TidyTable("uses", columns, tuple(rows))


def _rows_of(concordance: Concordance) -> Iterator[tuple[Value, ...]]:
    for year in concordance.shelf.years:
        found = [each for each in concordance.found if each.use.year == year]
        for each in found:
            yield (concordance.shelf.place, year, each.form, not each.use.crosses, *_use_cells(each.use))
        if not found:
            yield (concordance.shelf.place, year, None, None, *_use_cells(None))


def diffusion_table(diffusion: Diffusion) -> TidyTable:
    """A row for each place: since when it has the phrase, as its reports tell, and the first sentence."""
    columns = (
        *(("place", str), ("level", str), ("course", str), ("first_year", int), ("not_before", int)),
        *(("years_after_first_place", int), ("last_year", int), ("years_with", int), ("pauses", int)),
        *(("uses", int), ("reports", int), ("oldest_report", int), ("newest_report", int), *_USE),
    )
    rows = [
        (
            *(one.place, one.level, one.course.value, one.first.year if one.first else None, one.not_before),
            *(one.lag, max(one.years_with, default=None), len(one.years_with), len(one.pauses)),
            *(sum(one.counts), len(one.shelf.texts), one.shelf.years[0], one.shelf.years[-1]),
            *_use_cells(one.first),
        )
        for one in diffusion.adoptions
    ]
    return TidyTable("diffusion", columns, tuple(rows))


def history_tables(history: History) -> tuple[TidyTable, ...]:
    """Every table of a history."""
    return (
        years_table([history.shelf]),
        formulations_table(history),
        lineages_table(history),
        priorities_table(history),
        targets_table(history),
    )


def _years(shelf: Shelf, counts: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    for text, count in zip(shelf.texts, counts, strict=True):
        yield text.year, count, rate(count, text.characters)


def frame_of(table: TidyTable) -> "pl.DataFrame":
    """A table as a frame; its types depend on the table only."""
    import polars as pl

    types = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean}
    schema = {name: types[kind] for name, kind in table.columns}
    return pl.DataFrame(list(table.rows), schema=schema, orient="row")
