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
_AT_ONCE = 300  # reports whose passages are in memory together: some 50 MB
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


def forms_with(
    table: "pl.LazyFrame", rows: Sequence[int], forms: Sequence[str], pattern: re.Pattern[str] | None
) -> Mapping[int, list[str]]:
    """The presence forms of the units in which something stands, by the number of their report.

    Args:
        table: the passages.
        rows: numbers of the reports to look in.
        forms: what is looked for, in presence form.
        pattern: or a regular expression over the presence form.
    """
    inside = table.filter(_is_one_of(rows))
    has = inside.filter(_has(forms)) if pattern is None else inside
    found: dict[int, list[str]] = defaultdict(list)
    for row, form in has.select("row", "form").collect().iter_rows():
        if pattern is None or pattern.search(form):
            found[row].append(form)
    return found


def units_with(
    table: "pl.LazyFrame", rows: Sequence[int], forms: Sequence[str], pattern: re.Pattern[str] | None
) -> Mapping[int, tuple[Unit, ...]]:
    """The units in which something stands, and the sections above them, by the number of their report.

    Args:
        table: the passages.
        rows: numbers of the reports to look in.
        forms: what is looked for, in presence form.
        pattern: or a regular expression over the presence form.
    """
    ordered = sorted(rows)
    found: dict[int, tuple[Unit, ...]] = {}
    for start in range(0, len(ordered), _AT_ONCE):  # what these hold is loaded, and no more
        inside = table.filter(_is_one_of(ordered[start : start + _AT_ONCE])).collect()
        found |= _by_report(_rows_with(inside, forms, pattern))
    return found


def _rows_with(
    inside: "pl.DataFrame", forms: Sequence[str], pattern: re.Pattern[str] | None
) -> Iterator[tuple[Cell, ...]]:
    import polars as pl

    if pattern is None:
        has = inside.select(_has(forms)).to_series()
    else:
        form = inside.get_column("form")
        has = pl.Series([pattern.search(each) is not None for each in form], dtype=pl.Boolean)
    found = inside.filter(has)
    above = found.select("row", id="parent").drop_nulls().unique()
    sections = inside.filter(pl.col("level") == Level.SECTION.value).join(above, on=["row", "id"], how="semi")
    for each in (found, sections):
        yield from each.select("row", *_UNIT).iter_rows()


def _is_one_of(rows: Sequence[int]) -> "pl.Expr":
    import polars as pl

    # the bounds tell which parts of the file need not be unpacked
    row, bounds = pl.col("row"), (min(rows, default=0), max(rows, default=0))
    return row.is_between(*bounds) & row.is_in(rows)


def _has(forms: Sequence[str]) -> "pl.Expr":
    import polars as pl

    return pl.any_horizontal(pl.col("form").str.contains(form, literal=True) for form in forms)


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
