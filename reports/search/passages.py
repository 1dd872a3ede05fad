"""The passages of many reports as one table: which of them have a word is asked of the table, not of reports.

A row is a unit with its text as it stands and in the form in which phrases are looked for. What is found is
given back as reports that hold only the passages asked for, so that whoever looks into reports can look into
these; their offsets are those of the whole report.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from compare.alignment.pairs import NOT_COMPARED_ROLES
from corpora.model import Level, Role, Span, Unit, WorkReport

if TYPE_CHECKING:
    import polars as pl

_UNIT = ("id", "level", "role", "number", "heading", "parent", "start", "end", "body", "depth", "text")
Cell = str | int | None


def schema() -> "dict[str, pl.UInt32 | pl.String]":
    """The columns of the table and their types; `row` is the number of the report."""
    import polars as pl

    whole, word = pl.UInt32(), pl.String()
    numbers = dict.fromkeys(("start", "end", "body", "depth"), whole)
    return {"row": whole} | {name: numbers.get(name, word) for name in _UNIT} | {"form": word}


def passages_of(report: WorkReport, row: int) -> Iterator[tuple[Cell, ...]]:
    """The rows of one report: what is compared, and the sections above it.

    Args:
        report: the report.
        row: its number.
    """
    from compare.formulations.folding import presence_form

    for unit in report.units:
        is_aside = unit.role in NOT_COMPARED_ROLES
        if is_aside and unit.level is not Level.SECTION:
            continue
        yield (
            row, unit.id, unit.level.value, unit.role.value, unit.number, unit.heading, unit.parent,
            unit.span.start, unit.span.end, unit.body, unit.depth, unit.text,
            "" if is_aside else presence_form(unit.text),
        )  # fmt: skip


def units_with(
    table: "pl.LazyFrame", rows: Iterable[int], forms: Sequence[str], pattern: re.Pattern[str] | None
) -> Mapping[int, tuple[Unit, ...]]:
    """The units in which something stands, and the sections above them, by the number of their report.

    Args:
        table: the passages.
        rows: numbers of the reports to look in.
        forms: what is looked for, in presence form.
        pattern: or a regular expression over the presence form.
    """
    import polars as pl

    inside = table.filter(pl.col("row").is_in(list(rows)))
    if pattern is None:
        is_there = pl.any_horizontal(pl.col("form").str.contains(form, literal=True) for form in forms)
        found = inside.filter(is_there).select("row", *_UNIT).collect()
    else:
        form = inside.select("form").collect().get_column("form")
        has = pl.Series([pattern.search(each) is not None for each in form], dtype=pl.Boolean)
        found = inside.select("row", *_UNIT).collect().filter(has)
    above = found.select("row", id="parent").drop_nulls().unique()
    sections = (
        inside.filter((pl.col("level") == Level.SECTION.value) & pl.col("row").is_in(found["row"].to_list()))
        .select("row", *_UNIT)
        .join(above.lazy(), on=["row", "id"], how="semi")
        .collect()
    )
    return _by_report((*found.iter_rows(), *sections.iter_rows()))


def _by_report(rows: Iterable[tuple[Cell, ...]]) -> Mapping[int, tuple[Unit, ...]]:
    found: dict[int, dict[str, Unit]] = defaultdict(dict)
    for row, *cells in rows:
        unit = _unit(dict(zip(_UNIT, cells, strict=True)))
        found[int(row or 0)][unit.id] = unit
    return {row: tuple(sorted(units.values(), key=lambda unit: unit.span)) for row, units in found.items()}


def _unit(cells: Mapping[str, Cell]) -> Unit:
    def word(name: str) -> str | None:
        return None if cells[name] is None else str(cells[name])

    def whole(name: str) -> int:
        return int(cells[name] or 0)

    return Unit(
        str(cells["id"]), Level(str(cells["level"])), Role(str(cells["role"])), "", word("number"),
        word("heading"), word("parent"), Span(whole("start"), whole("end")), whole("body"),
        str(cells["text"]), whole("depth"),
    )  # fmt: skip


def text_with(units: Sequence[Unit]) -> str:
    """A text in which these units stand where they stood; between them are only line breaks."""
    pieces: list[str] = []
    reached = 0
    for unit in units:
        pieces += ["\n" * (unit.span.start - reached), unit.text]
        reached = unit.span.end
    return "".join(pieces)
