"""A planned sheet laid out: frozen head, filters, widths, wrapped text, links to rows and back."""

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reports.tables.model import Column, Kind
from reports.words.vocabulary import Tone
from reports.workbook.captions import WorkbookCaptions, workbook_captions
from reports.workbook.cells import cell_at, put, put_text, shown, width_of, word_of
from reports.workbook.heads import head_of
from reports.workbook.looks import Look, Looks, Part, look_of
from reports.workbook.plan import FINDINGS, UNITS, Plan, Sheet

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

HEAD_ROWS = 1
_LINE = 15.0  # points
_MOST_LINES = 16  # of a row: longer texts are read in the cell itself
_NARROW, _WIDE, _WIDEST = 8, 30, 60  # columns of text
_PLAIN_HEAD = 14  # a head wraps rather than making a column of figures wide


class Made(Struct, frozen=True):
    """What laying out the sheets needs to know of the workbook."""

    plan: Plan
    looks: Looks
    language: str

    @property
    def words(self) -> WorkbookCaptions:
        """The captions of the language."""
        return workbook_captions(self.language)

    def title(self, name: str) -> str:
        """The title of a table's sheet."""
        return self.plan.sheets[name].table.title.text(self.language)


class _Place(Struct, frozen=True):
    """A column of a sheet: its head, how wide it is, and what it shows and leads to for a row."""

    head: str
    width: float
    fill: Callable[["Cell", int], None]


def lay_out(worksheet: "Worksheet", name: str, made: Made) -> None:
    """Write a table's sheet.

    Args:
        worksheet: an empty one.
        name: the table.
        made: the workbook it belongs to.
    """
    sheet = made.plan.sheets[name]
    places = _places(sheet, made)
    for number, place in enumerate(places, start=1):
        cell = cell_at(worksheet, HEAD_ROWS, number)
        made.looks.dress(cell, Look(Part.HEAD))
        put_text(cell, place.head, made.language)
        worksheet.column_dimensions[cell.column_letter].width = place.width
    lead_to(cell_at(worksheet, HEAD_ROWS, 1), made.words.first, 1)
    worksheet.row_dimensions[HEAD_ROWS].height = 2 * _LINE + 4
    widths = {
        position: place.width
        for (_, position), place in zip(sheet.shown, places[-len(sheet.shown) :], strict=True)
    }
    for row in range(len(sheet.rows)):
        for number, place in enumerate(places, start=1):
            place.fill(cell_at(worksheet, row + HEAD_ROWS + 1, number), row)
        worksheet.row_dimensions[row + HEAD_ROWS + 1].height = _height(sheet, row, widths, made.language)
    worksheet.freeze_panes = f"A{HEAD_ROWS + 1}"
    worksheet.auto_filter.ref = worksheet.dimensions
    paper(worksheet, made.words, f"{HEAD_ROWS}:{HEAD_ROWS}")


def paper(worksheet: "Worksheet", words: WorkbookCaptions, head: str | None = None) -> None:
    """Set a sheet up for printing: A4 across, as wide as the paper, its head on every page."""
    worksheet.page_setup.paperSize = "9"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
    if worksheet.sheet_properties.pageSetUpPr is not None:
        worksheet.sheet_properties.pageSetUpPr.fitToPage = True
    footer = worksheet.oddFooter
    if footer is not None and footer.center is not None:
        footer.center.text = words.page
    if head:
        worksheet.print_title_rows = head


def lead_to(cell: "Cell", sheet: str, row: int) -> None:
    """Make a cell lead to a row of a sheet in the workbook."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A{row}")


def _places(sheet: Sheet, made: Made) -> list[_Place]:
    places = [_place(sheet, column, position, made) for column, position in sheet.shown]
    if sheet.table.name == FINDINGS:
        return [_see(made), *places]
    found = made.plan.found(sheet.table.name)
    return [_back(found, made), *places] if found else places


def _place(sheet: Sheet, column: Column[Any], position: int, made: Made) -> _Place:
    looks, language = made.looks, made.language
    side = column.side if column.kind is Kind.UNIT else None

    def fill(cell: "Cell", row: int) -> None:
        value = sheet.rows[row][position]
        pair = sheet.pair_of(row)
        entry = word_of(column, value, pair)
        target = made.plan.units.get((sheet.pairs[row], side, str(value))) if side else None
        if target is None:
            looks.dress(cell, look_of(column, entry.tone if entry else Tone.QUIET))
        else:
            looks.dress(cell, Look(Part.LINK))
        put(cell, shown(column, value, language, pair), language)
        if target is not None:
            lead_to(cell, made.title(UNITS), target + HEAD_ROWS + 1)

    head = head_of(column, language, aside=sheet.is_aside)
    return _Place(head, _width(sheet, column, position, language), fill)


def _see(made: Made) -> _Place:
    """The column of the findings that leads to the row each of them is about."""

    def fill(cell: "Cell", row: int) -> None:
        about = made.plan.about.get(row)
        made.looks.dress(cell, Look(Part.LINK if about else Part.BODY, wrap=True))
        if about:
            title, target = made.title(about[0]), about[1] + HEAD_ROWS + 1
            put_text(cell, made.words.see_row.format(sheet=title, row=target), made.language)
            lead_to(cell, title, target)

    return _Place(made.words.see, 20, fill)


def _back(found: dict[int, int], made: Made) -> _Place:
    """The column of another table that leads back to the finding about a row."""
    findings = made.plan.sheets[FINDINGS]

    def fill(cell: "Cell", row: int) -> None:
        finding = found.get(row)
        made.looks.dress(cell, Look(Part.BODY if finding is None else Part.LINK))
        if finding is not None:
            rank = findings.value(finding, "rank")
            cell.value = rank if isinstance(rank, int) else None
            lead_to(cell, made.title(FINDINGS), finding + HEAD_ROWS + 1)

    return _Place(made.words.finding, 9, fill)


def _width(sheet: Sheet, column: Column[Any], position: int, language: str) -> float:
    head = min(width_of(head_of(column, language, aside=sheet.is_aside)) + 4, _PLAIN_HEAD)
    texts = (
        shown(column, cells[position], language, sheet.pair_of(row)) for row, cells in enumerate(sheet.rows)
    )
    longest = max(
        (max(map(width_of, str(text).split("\n"))) for text in texts if text is not None), default=0
    )
    most = _WIDEST if column.kind is Kind.PASSAGE else _WIDE
    return float(max(head, min(longest + 2, most), _NARROW))


def _height(sheet: Sheet, row: int, widths: dict[int, float], language: str) -> float:
    """Points of a row, for its longest cell when wrapped: not every program reckons it itself."""
    lines = 1
    for column, position in sheet.shown:
        text = shown(column, sheet.rows[row][position], language, sheet.pair_of(row))
        if isinstance(text, str):
            lines = max(lines, lines_of(text, widths[position]))
    return min(lines, _MOST_LINES) * _LINE + 3


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a cell of some columns."""
    room = max(width * 0.93 - 1, 1)  # a Chinese character is a little wider than two columns
    return sum(max(ceil(width_of(line) / room), 1) for line in text[:4000].split("\n"))
