"""The tables of many pairs as one workbook, a sheet for each, row after row so that memory does not grow."""

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from corpora.errors import UsageError
from reports.opc import repacked
from reports.workbook.cells import safe_text

if TYPE_CHECKING:
    import polars as pl

_MOST_ROWS = 1_048_576  # of a worksheet, its head among them
_WIDTH = 18


def as_workbook(frames: "Mapping[str, pl.DataFrame]", language: str) -> bytes:
    """Frames as the bytes of an .xlsx file; the same frames give the same.

    Args:
        frames: by the names of the sheets.
        language: in which a text that a cell cannot hold whole says so.

    Raises:
        UsageError: a table has more rows than a worksheet.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, frame in frames.items():
        if frame.height >= _MOST_ROWS:
            problem = f"{name}: has {frame.height:,} rows, more than a worksheet of a spreadsheet holds"
            raise UsageError(problem, "Write Parquet or CSV, or fewer pairs with --shard or --years")
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for number in range(frame.width):
            sheet.column_dimensions[_letters(number)].width = _WIDTH
        sheet.append(_cells(sheet, frame.columns, language))
        for row in frame.iter_rows():
            sheet.append(_cells(sheet, row, language))
    content = io.BytesIO()
    book.save(content)
    return repacked(content.getvalue())


def _letters(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number + 1)


def _cells(sheet: Any, row: Iterable[object], language: str) -> list[object]:  # noqa: ANN401 - openpyxl's write-only sheet
    """A row; text stays text whatever it begins with."""
    return [_text(sheet, value, language) if isinstance(value, str) else value for value in row]


def _text(sheet: Any, value: str, language: str) -> object:  # noqa: ANN401 - likewise
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, safe_text(value, language))
    cell.data_type = "s"  # not what openpyxl takes it for: a formula, an error
    return cell
