"""A comparison → an .xlsx workbook."""

import io
from importlib import metadata
from typing import TYPE_CHECKING

from compare.model import Comparison
from reports.opc import repacked
from reports.rows.summary import summarize
from reports.tables.dictionary import whole_dictionary
from reports.workbook.captions import WorkbookCaptions, workbook_captions
from reports.workbook.cells import cell_at, put_text
from reports.workbook.first import FirstSheet
from reports.workbook.looks import Look, Looks, Part
from reports.workbook.plan import plan_of
from reports.workbook.sheets import Made, lay_out, lead_to, lines_of, paper

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = (20, 24, 24, 12, 44, 70)  # widths of the data dictionary


def render_workbook(comparison: Comparison, language: str) -> bytes:
    """A comparison as a workbook: a first sheet to read, a tidy sheet for each table, the data dictionary.

    Args:
        comparison: a later report against one or more earlier ones; with several, key columns tell the rows
            apart.
        language: `zh` or `en`, for heads, labels and sentences; quotes stay as they are.

    Returns:
        The bytes of an .xlsx file; the same comparison and language give the same.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    words = workbook_captions(language)
    summaries = [summarize(pair) for pair in comparison.pairs]
    made = Made(plan_of(comparison, summaries, language), Looks(workbook, language), language)
    workbook.remove(workbook.worksheets[0])
    first = workbook.create_sheet(words.first)
    FirstSheet(first, made).write(comparison, summaries)
    first.sheet_view.showGridLines = False
    for name in made.plan.sheets:
        lay_out(workbook.create_sheet(made.title(name)), name, made)
    _dictionary(workbook.create_sheet(words.columns), made, words)
    workbook.properties.creator = f"crossyear {metadata.version('crossyear')}"
    workbook.properties.title = str(first["A1"].value)
    written = io.BytesIO()
    workbook.save(written)
    return repacked(written.getvalue())


def _dictionary(worksheet: "Worksheet", made: Made, words: WorkbookCaptions) -> None:
    """What every column of every sheet says."""
    heads = (words.sheet, words.column, words.name, words.type, words.meaning, words.words)
    rows = [
        (
            entry.table_title,
            entry.label,
            f"{entry.table}.{entry.column}",
            entry.kind.value,
            entry.description,
            "; ".join(f"{key} = {meaning}" for key, meaning in entry.words),
        )
        for entry in whole_dictionary(made.language)
    ]
    for row, cells in enumerate((heads, *rows), start=1):
        for number, text in enumerate(cells, start=1):
            cell = cell_at(worksheet, row, number)
            made.looks.dress(cell, Look(Part.HEAD if row == 1 else Part.BODY, wrap=True))
            put_text(cell, text, made.language)
        lines = max(lines_of(text, width) for text, width in zip(cells, _COLUMNS, strict=True))
        worksheet.row_dimensions[row].height = min(lines * 15 + 3, 400)
    for number, width in enumerate(_COLUMNS, start=1):
        worksheet.column_dimensions[cell_at(worksheet, 1, number).column_letter].width = width
    lead_to(cell_at(worksheet, 1, 1), words.first, 1)
    worksheet.freeze_panes = "A2"
    worksheet.auto_filter.ref = worksheet.dimensions
    paper(worksheet, words, "1:1")
