"""Cells of a workbook: text that stays text, number formats, colours beside the words that say the same."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast
from unicodedata import east_asian_width

from compare.model import ChangeReport
from reports.opc import xml_text
from reports.tables.model import Column, Kind, Value
from reports.words.pairs import is_through_time, pair_word
from reports.words.vocabulary import Word
from reports.workbook.captions import workbook_captions

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_CHARACTERS = 32_767  # of a cell; a spreadsheet counts UTF-16 units
# A spreadsheet reads these as the beginning of a formula when such a cell is typed again.
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell_at(worksheet: "Worksheet", row: int, column: int) -> "Cell":
    """The cell of a row and a column, counted from 1; not one that another covers."""
    return cast("Cell", worksheet.cell(row, column))


def width_of(text: str) -> int:
    """Columns that a line of text takes: a Chinese character takes two."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def safe_text(text: str, language: str) -> str:
    """Text that a cell can hold: no character that XML has not, and no more of them than a cell takes."""
    clean = xml_text(text)
    if len(clean) <= MOST_CHARACTERS // 2 or _units(clean) <= MOST_CHARACTERS:
        return clean
    note = workbook_captions(language).cut.format(count=f"{len(clean):,}")
    kept = clean.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - len(note))]
    return kept.decode("utf-16-le", errors="ignore") + note


def put_text(cell: "Cell", text: str, language: str) -> None:
    """Write text into a cell as text, whatever it begins with. The cell has its style already."""
    if not text:
        return
    cell.value = safe_text(text, language)
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula and #N/A for an error
    if text.startswith(_BEGINS_A_FORMULA):
        cell.quotePrefix = True  # stays text also when somebody types Enter in it


def shown(
    column: Column[Any], value: Value, language: str, pair: ChangeReport | None = None
) -> str | float | None:
    """A value of a tidy table as people are shown it: stable words and flags by their labels.

    Args:
        column: the column it stands in.
        value: as the table has it.
        language: `zh` or `en`.
        pair: the pair of texts that the row tells of; None for a row of the whole.
    """
    if isinstance(value, bool):
        words = workbook_captions(language)
        return words.yes if value else words.no
    if isinstance(value, str):
        entry = word_of(column, value, pair)
        return entry.label(language) if entry else value
    return value


def put(cell: "Cell", value: str | float | None, language: str) -> None:
    """Write what is shown into a cell that has its style already."""
    if isinstance(value, str):
        put_text(cell, value, language)
    elif value is not None:
        cell.value = value


def word_of(column: Column[Any], value: Value, pair: ChangeReport | None = None) -> Word | None:
    """The vocabulary's entry for a stable word as it is true of the pair, or None."""
    if column.kind is not Kind.WORD or column.words is None or not isinstance(value, str):
        return None
    entry = column.words.get(value)
    if entry is None or pair is None or is_through_time(pair):
        return entry
    key = next(key for key in column.words if key == value)
    return pair_word(key, pair) if isinstance(key, StrEnum) else entry


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
