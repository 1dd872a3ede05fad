"""A history → an .xlsx workbook: what people ask for as a yearly panel, one column for each year.

The tidy tables (one row for each thing and year) are written with `--tables`.
"""

import io
from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import TYPE_CHECKING

from msgspec import Struct

from compare.history.model import History, Use
from compare.undertakings.model import Period
from reports.opc import repacked
from reports.rows.history import cell_text, digest_years, life, rate
from reports.words.captions import captions
from reports.words.counts import filled
from reports.words.history import CELL_KINDS, LIVES, VARIANT_KINDS, HistoryWords, history_words
from reports.words.indicator_names import indicator_name
from reports.words.vocabulary import Tone, label
from reports.words.years import looked_at, year_ranges
from reports.workbook.captions import workbook_captions
from reports.workbook.cells import cell_at, put
from reports.workbook.looks import Look, Looks, Part
from reports.workbook.sheets import paper

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | float | None

_NAME, _QUOTE, _SHORT, _YEAR = 34, 60, 12, 8  # widths of columns, in characters
_FRACTION = "0.00"


class _Line(Struct, frozen=True):
    """One row of a sheet and what its colour says."""

    cells: tuple[Value, ...]
    tone: Tone = Tone.QUIET


class _Sheet(Struct, frozen=True):
    """A sheet: title, heads with their widths, and rows; `still` columns stay in view."""

    title: str
    columns: tuple[tuple[str, int], ...]
    lines: tuple[_Line, ...]
    still: int = 1
    number_format: str = "General"


def render_history_workbook(history: History, language: str) -> bytes:
    """A history as a workbook.

    Args:
        history: what was found.
        language: `zh` or `en`, for heads and labels; quotes stay as they are.

    Returns:
        The bytes of an .xlsx file; the same history and language give the same.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    looks, words = Looks(workbook, language), history_words(language)
    _first(_Pen(workbook.create_sheet(workbook_captions(language).first), looks, language), history)
    for sheet in _sheets(history, words, language):
        _lay_out(_Pen(workbook.create_sheet(sheet.title), looks, language), sheet)
    workbook.properties.creator = f"crossyear {metadata.version('crossyear')}"
    workbook.properties.title = _title(history, language)
    written = io.BytesIO()
    workbook.save(written)
    return repacked(written.getvalue())


def _title(history: History, language: str) -> str:
    shelf = history.shelf
    return history_words(language).title.format(place=shelf.place, years=year_ranges(shelf.years, language))


class _Pen(Struct, frozen=True):
    """Writes rows into a sheet."""

    worksheet: "Worksheet"
    looks: Looks
    language: str

    def write(self, row: int, cells: Sequence[Value], look: Look) -> None:
        """Write a row, counted from 1."""
        for number, value in enumerate(cells, start=1):
            cell = cell_at(self.worksheet, row, number)
            self.looks.dress(cell, look)
            put(cell, value, self.language)


def _first(pen: _Pen, history: History) -> None:
    """What the workbook rests on: the years looked at and missing, and every report."""
    language, shelf = pen.language, history.shelf
    words, heads = history_words(language), workbook_captions(language)
    years = looked_at(shelf.years, shelf.missing, language)
    notes = [filled(words.looked_at, years=years, count=len(shelf.texts)), words.workbook_note]
    if digests := digest_years(shelf):
        notes.append(words.digests.format(years=year_ranges(digests, language)))
    if shelf.not_used:
        notes.append(words.not_used.format(list="; ".join(shelf.not_used)))
    pen.write(1, (_title(history, language),), Look(Part.TITLE))
    for row, note in enumerate(notes, start=2):
        pen.write(row, (note,), Look(Part.NOTE))
    top = len(notes) + 3
    pen.write(top, (words.year, heads.title, heads.kind, heads.characters, heads.source), Look(Part.HEAD))
    told = {text.year: text for text in shelf.texts}
    for row, year in enumerate(sorted((*told, *shelf.missing)), start=top + 1):
        if year in told:
            text = told[year]
            cells = (year, text.title, label(text.kind, language), text.characters, text.source)
            pen.write(row, cells, Look())
        else:
            pen.write(row, (year, words.missing, None, None, None), Look(tone=Tone.GONE))
    for letter, width in zip("ABCDE", (_SHORT, _QUOTE, _NAME, _SHORT, _NAME), strict=True):
        pen.worksheet.column_dimensions[letter].width = width
    pen.worksheet.sheet_view.showGridLines = False


def _lay_out(pen: _Pen, sheet: _Sheet) -> None:
    worksheet = pen.worksheet
    pen.write(1, [head for head, _ in sheet.columns], Look(Part.HEAD))
    for row, line in enumerate(sheet.lines, start=2):
        pen.write(row, line.cells, Look(Part.BODY, line.tone, sheet.number_format))
    for number, (_, width) in enumerate(sheet.columns, start=1):
        worksheet.column_dimensions[cell_at(worksheet, 1, number).column_letter].width = width
    worksheet.freeze_panes = cell_at(worksheet, 2, sheet.still + 1).coordinate
    worksheet.auto_filter.ref = worksheet.dimensions
    paper(worksheet, workbook_captions(pen.language), "1:1")


# -- the sheets ------------------------------------------------------------------------------------


def _sheets(history: History, words: HistoryWords, language: str) -> Iterator[_Sheet]:
    years = tuple((str(year), _YEAR) for year in history.shelf.years)
    yield _formulations(history, words, language, years)
    yield _rates(history, words, years)
    yield _lineages(history, words, language, years)
    yield _priorities(history, words, years)
    yield _targets(history, words, language, tuple((year, _SHORT) for year, _ in years))


def _formulations(
    history: History, words: HistoryWords, language: str, years: tuple[tuple[str, int], ...]
) -> _Sheet:
    columns = (
        *((words.formulations, _NAME), (words.life, _SHORT), (words.first, _YEAR), (words.last, _YEAR)),
        *((words.uses, _YEAR), *years, (words.first_sentence, _QUOTE), (words.last_sentence, _QUOTE)),
    )
    lines = tuple(
        _Line(
            (
                one.text,
                LIVES[life(one.counts)].label(language),
                one.first_year,
                one.last_year,
                sum(one.counts),
                *one.counts,
                _sentence(one.uses[0]),
                _sentence(one.uses[-1]),
            ),
            LIVES[life(one.counts)].tone,
        )
        for one in history.formulations
    )
    return _Sheet(words.formulations, columns, lines)


def _rates(history: History, words: HistoryWords, years: tuple[tuple[str, int], ...]) -> _Sheet:
    lines = tuple(
        _Line(
            (
                one.text,
                *(
                    rate(count, text.characters)
                    for text, count in zip(history.shelf.texts, one.counts, strict=True)
                ),
            )
        )
        for one in history.formulations
    )
    return _Sheet(words.rate, ((words.formulations, _NAME), *years), lines, number_format=_FRACTION)


def _lineages(
    history: History, words: HistoryWords, language: str, years: tuple[tuple[str, int], ...]
) -> _Sheet:
    columns = (
        *((words.lineage, _NAME), (words.printed, _NAME), (words.kind, _SHORT), *years),
        (words.first_sentence, _QUOTE),
    )
    lines = tuple(
        _Line(
            (
                lineage.name,
                member.text,
                VARIANT_KINDS[member.kind].label(language) if member.kind else None,
                *member.counts,
                _sentence(member.uses[0]),
            )
        )
        for lineage in history.lineages
        for member in lineage.members
    )
    return _Sheet(words.lineage, columns, lines, still=2)


def _priorities(history: History, words: HistoryWords, years: tuple[tuple[str, int], ...]) -> _Sheet:
    lines = []
    for thread in history.priorities:
        ranks = {place.year: place.rank for place in thread.places}
        lines.append(_Line((thread.heading, *(ranks.get(year) for year in history.shelf.years))))
    return _Sheet(words.priorities, ((words.priorities, _QUOTE), *years), tuple(lines))


def _targets(
    history: History, words: HistoryWords, language: str, years: tuple[tuple[str, int], ...]
) -> _Sheet:
    labels = {kind: word.label(language) for kind, word in CELL_KINDS.items()}
    lines = []
    for series in history.targets:
        name = indicator_name(series.indicator, language)
        if series.period is not Period.YEAR:
            name = captions(language).bracketed.format(text=name, note=words.several_years)
        lines.append(_Line((name, *(cell_text(cell, labels) for cell in series.cells))))
    return _Sheet(words.targets, ((words.targets, _NAME), *years), tuple(lines))


def _sentence(use: Use) -> str:
    return f"{use.year}  {use.sentence}"
